import Emit
import Testing

@Suite("Templates that an editor can change")
struct TemplateTests {
  /// What is wrong with the entry's template when it is as given.
  private func faults(_ template: String, of file: TemplateFile = .entry) -> [String] {
    do throws(TemplateErrors) {
      _ = try Templates(overriding: [file: Array(template.utf8)])
      return []
    } catch {
      return error.errors.flatMap(\.faults).map { "\($0.line):\($0.column) \($0.message)" }
    }
  }

  /// The executable's own template of an entry, with a piece exchanged.
  private func entry(_ piece: String, _ other: String) -> String {
    TemplateFile.entry.own.replacing(piece, with: other)
  }

  @Test("The executable's own templates are right")
  func own() throws { _ = try Templates() }

  @Test("A change shows on the page, and in the fingerprint")
  func change() throws {
    let changed = try Templates(overriding: [.entry: Array(entry("class=\"standing\"", "class=\"steps\"").utf8)])
    let page = text(htmlEdition(of: Sample.issue(), templates: changed))
    #expect(page.contains("<p class=\"steps\">") && !page.contains("<p class=\"standing\">"))
    #expect(changed.fingerprint != Templates.own().fingerprint)
  }

  @Test("A name that nothing has is found, with the one that was meant")
  func unknownName() {
    let found = faults(entry("{{kindLabel}}", "{{kindLable}}"))
    #expect(found.contains { $0.hasPrefix("3:40 There is no “kindLable” here: did you mean {{kindLabel}}?") })
    #expect(
      found.contains { $0.contains("{{kindLabel}} is missing: without it, something that was written would be lost") })
    #expect(found.count == 2)
  }

  @Test("A part that is not closed, closed twice or crossed is found")
  func parts() {
    #expect(faults(entry("{{/numbered}}", "")).contains { $0.contains("The part {{#numbered}} is never closed") })
    #expect(faults(entry("{{/numbered}}", "{{/numbered}}{{/numbered}}")).contains { $0.contains("closes nothing") })
    #expect(faults(entry("{{#facts}}<dd>", "{{#facts}}<dd><b>")).contains { $0.contains("what is open here is <b>") })
    #expect(faults(entry("{{#numbered}}<span", "{{#numbered}}<b><span")).contains { $0.contains("must end in it") })
    #expect(faults(entry("{{#stages}}", "{{stages}}{{#stages}}")).contains { $0.contains("is a part: write") })
  }

  @Test("What holds elements may not stand in a tag, nor words in an attribute without quotes")
  func places() {
    #expect(
      faults(entry("id=\"{{anchor}}\"", "id=\"{{anchor}}\" title=\"{{headline}}\"")).contains {
        $0.contains("holds elements")
      })
    #expect(faults(entry("id=\"{{anchor}}\"", "id={{anchor}}")).contains { $0.contains("without quotes") })
    #expect(
      faults(entry("{{kindLabel}}", "{{kindLabel}}{{date}}")).contains { $0.contains("only inside the part “stages”") })
    #expect(
      faults(TemplateFile.bulletin.own.replacing("<h1>{{title}}", with: "<h1>{{title}}{{style}}"), of: .bulletin)
        .contains { $0.contains("only inside <style> or <script>") })
  }

  @Test("Elements that do not match are found, with what is open")
  func elements() {
    #expect(faults(entry("</article>", "")).contains { $0.hasPrefix("1:1 <article> is never closed") })
    #expect(faults(entry("</dl>", "</ul>")).contains { $0.contains("</ul> closes nothing: what is open here is <dl>") })
    #expect(faults(entry("<article", "{{! <b> > }}<!-- <b> > <i> --><article")).isEmpty)
  }

  @Test("All faults are told at once, of all files")
  func allAtOnce() {
    do throws(TemplateErrors) {
      _ = try Templates(overriding: [
        .entry: Array("<p>{{nonsense}}".utf8), .glossary: Array("{{#terms}}".utf8), .script: Array("</script>".utf8),
      ])
      Issue.record("nothing was found")
    } catch {
      #expect(error.errors.map(\.file) == ["entry.html", "glossary.html", "bulletin.js"])
      #expect(error.errors[0].faults.count > 5)
      #expect(error.errors[2].description.hasPrefix("bulletin.js:1:1: “</” would end the element"))
    }
  }
}
