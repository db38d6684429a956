import Emit
import Foundation
import Model
import Testing

@Suite("Findings as SARIF, JUnit and a page")
struct FindingsFormsTests {
  private var report: FindingsReport {
    var finding = Diagnostic(
      rule: "a-rule", severity: .error, line: 2, column: 3, message: "“x\u{202E}” is <wrong>.", why: "Because.",
      help: "Write <y>.", excerpt: "a x\u{202E}\u{FFFE} b")
    finding.length = 2
    finding.folded = [
      Diagnostic(rule: "b-rule", severity: .error, line: 4, column: 2, message: "Follows.", help: "")
    ]
    let warning = Diagnostic(rule: "b-rule", severity: .warning, message: "Odd.", help: "")
    let piece = { (text: String) in Rule.Piece(bytes: Array(text.utf8), text: text) }
    let rule = Rule(
      id: "a-rule", severity: .error, message: "“{found}” is wrong.{suggestion}", why: "Because.", help: "Write <y>.",
      example: Rule.Example(part: "headline", wrong: piece("<x>```</x>"), right: piece("")))
    return FindingsReport(
      files: [
        CheckedFile(path: "./a b/å.xml", country: nil, period: nil, diagnostics: [finding, warning]),
        CheckedFile(path: "/x/NO.xml", country: nil, period: nil, diagnostics: []),
      ], rules: [rule], isStrict: false, version: "1.2.3")
  }

  @Test("SARIF has the place in code points, what follows beside it, and paths as URIs")
  func sarif() throws {
    let object = try JSONSerialization.jsonObject(with: Data(findingsAsSARIF(report))) as? [String: Any]
    let run = try #require((object?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["b-rule", "a-rule"])
    let related = try #require((results[1]["relatedLocations"] as? [[String: Any]])?.first)
    #expect((related["message"] as? [String: String])?["text"] == "Follows. [b-rule]")
    let text = String(decoding: findingsAsSARIF(report), as: UTF8.self)
    #expect(text.contains("\"startLine\": 2,") && text.contains("\"startColumn\": 3,"))
    #expect(text.contains("\"endColumn\": 5,") && text.contains("\"text\": \"x<U+202E>\""))
    #expect(text.contains("\"uri\": \"a%20b/%C3%A5.xml\"") && text.contains("\"uri\": \"file:///x/NO.xml\""))
    #expect(text.contains(#"Write \\<y\\>."#) && text.contains("````xml\\n<x>```</x>\\n````"))
    #expect(text.contains("\"text\": \"“…” is wrong.\""))
  }

  @Test("JUnit has a case for each finding and for each clean file; warnings fail only when they count as errors")
  func junit() throws {
    let text = String(decoding: findingsAsJUnit(report), as: UTF8.self)
    #expect(text.contains("<testsuites name=\"bulletin validate\" tests=\"3\" failures=\"1\""))
    #expect(text.contains("<failure type=\"a-rule\" message=\"“x&lt;U+202E&gt;” is &lt;wrong&gt;.\">"))
    #expect(text.contains("a x&lt;U+202E&gt;&lt;U+FFFE&gt; b\n      ^~~~~~~~~\n"))
    #expect(text.contains("<testcase name=\"no findings\" classname=\"/x/NO.xml\"/>"))
    var strict = report
    strict.isStrict = true
    #expect(String(decoding: findingsAsJUnit(strict), as: UTF8.self).contains("<failure type=\"b-rule\""))
  }

  @Test("The page marks the place, escapes all words from the file and says what follows")
  func page() {
    let page = String(decoding: findingsPage(report), as: UTF8.self)
    #expect(page.contains("<title>1 error to mend: 2 files</title>"))
    #expect(page.contains("a <mark>x&lt;U+202E&gt;</mark>&lt;U+FFFE&gt; b"))
    #expect(page.contains("1 further finding follows from this one; it goes away with it."))
    #expect(page.contains("(nothing)") && !page.contains("<wrong>") && !page.contains("\u{202E}"))
    var clean = report
    clean.files.removeFirst()
    let ready = String(decoding: findingsPage(clean), as: UTF8.self)
    #expect(ready.contains("class=\"verdict good\"") && ready.contains("<title>All is well: NO.xml</title>"))
  }
}
