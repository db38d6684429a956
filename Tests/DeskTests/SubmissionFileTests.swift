import Desk
import Foundation
import Model
import Pipeline
import Testing

/// From the form to a file.
@Suite struct SubmissionFileTests {
  static let hostile = [
    "</headline></development><script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "]]> --> <![CDATA[ <!--",
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;&amp;&#0;&#x1F4A9;",
    "\\[a](term) \\\\ [",
    "[a](term)[b](in)[c](act 1 in fr) [d](link x)", "[[<p>]]", "[[<b/>]] [x]( y )",
    "a\u{0}b\u{1}\u{8}c\u{FFFE}d\u{202E}e",
    "one\r\ntwo\rthree\n\n four\t five", "e\u{301} \u{1F1EA}\u{1F1FA} Ελλάδα \u{2028}",
    "{{>content}} {number} %s $(x) `y`",
    "--data kept=\"1\" xmlns=\"urn:x\"", String(repeating: "long ", count: 2_000), " ", "=cmd|' /C calc'!A1",
  ]

  /// A form with a text in every field that there is.
  static func form(_ text: (String) -> String) -> SubmissionForm {
    var form = SubmissionForm()
    for (name, path) in SubmissionForm.fields where name != "kept-after" { form[keyPath: path] = text(name) }
    form.note = item("note", text)
    for (name, path) in ContactForm.parts { form.contact[keyPath: path] = item("contact-\(name)", text) }
    var development = DevelopmentForm()
    for (name, path) in DevelopmentForm.fields { development[keyPath: path] = text("d1-\(name)") }
    development.headline = item("d1-headline", text)
    development.stages = [item("d1-stage1", text), item("d1-stage2", text)]
    development.late = item("d1-late", text)
    development.figures = [item("d1-figure1", text)]
    var act: ActItem = item("d1-act1", text)
    act.titles = [item("d1-act1-title1", text), item("d1-act1-title2", text)]
    development.acts = [act]
    development.euActs = [item("d1-euact1", text)]
    development.sources = [item("d1-source1", text), item("d1-source2", text)]
    development.follows = [item("d1-follows1", text)]
    development.note = item("d1-note", text)
    form.developments = [development]
    return form
  }

  private static func item<Item: FormItem>(_ name: String, _ text: (String) -> String) -> Item {
    var item = Item()
    for (end, path) in Item.fields { item[keyPath: path] = text(end.isEmpty ? name : "\(name)-\(end)") }
    return item
  }

  /// What a field holds when its text has been in a file: no character that XML cannot have, white space folded.
  private static func expected(_ text: String) -> String {
    var allowed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar.value >= 0x20 {
      if scalar.value & 0xFFFE != 0xFFFE { allowed.append(scalar) }
    }
    return String(allowed).split { [" ", "\n", "\t", "\r", "\r\n"].contains($0) }.joined(separator: " ")
  }

  @Test(arguments: hostile)
  func everyFieldHoldsWhateverSomebodyTypes(_ text: String) throws {
    let check = try FilledFormTests.check.get()
    var form = Self.form { _ in text }
    form.developments[0].body = ""
    let file = SubmissionFile(form)
    let filled = try FilledForm(file.bytes, check: check).form
    let words = Self.expected(text)
    if words.isEmpty {
      #expect(filled.developments[0].headline.words.isEmpty)
    } else {
      var wanted = Self.form { _ in words }
      wanted.developments[0].body = filled.developments[0].body
      #expect(filled == wanted)
    }
    #expect(SubmissionFile(filled).bytes == SubmissionFile(try FilledForm(file.bytes, check: check).form).bytes)
  }

  @Test(arguments: hostile)
  func theTextHoldsWhateverSomebodyTypes(_ text: String) throws {
    let check = try FilledFormTests.check.get()
    var form = SubmissionForm()
    form.developments = [DevelopmentForm()]
    form.developments[0].body = "First.\n\(text)\nLast."
    let file = SubmissionFile(form)
    let filled = try FilledForm(file.bytes, check: check).form
    if text.hasPrefix("[[<p>") {
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("<p>&lt;p&gt;</p>"))
    } else {
      let allowed = form.developments[0].body.unicodeScalars.filter {
        $0.value >= 0x20 || $0 == "\n" || $0 == "\r" || $0 == "\t"
      }
      let plain = String(String.UnicodeScalarView(allowed.filter { $0.value & 0xFFFE != 0xFFFE }))
      #expect(MarkedText(filled.developments[0].body).words == MarkedText(plain).words)
    }
    #expect(
      SubmissionFile(filled).bytes
        == SubmissionFile(try FilledForm(SubmissionFile(filled).bytes, check: check).form).bytes)
  }

  @Test(arguments: hostile)
  func whatIsKeptCannotBreakTheFile(_ text: String) throws {
    var form = Self.form { _ in "a" }
    var kept = Kept()
    (kept.before, kept.attributes, kept.end) = (text, text, text)
    (form.kept, form.keptAfter, form.contact.kept, form.note.kept) = (kept, text, kept, kept)
    form.developments[0].kept = kept
    form.developments[0].bodyKept = kept
    form.developments[0].headline.kept = kept
    form.developments[0].stages[0].kept = kept
    form.developments[0].acts[0].titles[0].kept = kept
    let filled = try FilledForm(SubmissionFile(form).bytes, check: try FilledFormTests.check.get())
    #expect(filled.form.developments[0].headline.words == "a")
  }

  @Test func everyPlaceLeadsToItsField() throws {
    var number = 0
    var tokens: [String: String] = [:]
    let form = Self.form { name in
      number += 1
      let token = "token\(number)é"
      tokens[name] = token
      return token
    }
    let file = SubmissionFile(form)
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (name, token) in tokens {
      let line = try #require(lines.firstIndex { $0.contains("\(token)\"") || $0.contains("\(token)<") }, "\(name)")
      let column = try #require(lines[line].unicodeScalars.firstRange(of: token.unicodeScalars))
      let before = lines[line].unicodeScalars.distance(
        from: lines[line].unicodeScalars.startIndex, to: column.lowerBound)
      #expect(file.places.field(line: line + 1, column: before + 1) == name)
    }
    #expect(file.places.field(line: 1, column: 1) == nil)
    #expect(file.places.field(line: 9_999, column: 1) == nil)
  }

  @Test func aBlankValueHasAPlace() throws {
    var form = SubmissionForm()
    form.developments = [DevelopmentForm()]
    let file = SubmissionFile(form)
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    let line = try #require(lines.firstIndex { $0.contains("kind=\"\"") })
    let column = try #require(lines[line].firstRange(of: "kind=\""))
    let place = lines[line].distance(from: lines[line].startIndex, to: column.upperBound) + 1
    #expect(file.places.field(line: line + 1, column: place) == "d1-kind")
  }

  @Test(arguments: [
    ("10 March 2016", "2016-03-10"), ("march 2016", "2016-03"), ("2016", "2016"), ("1 Sept 2016", "2016-09-01"),
    ("2016-03-10", "2016-03-10"), ("30 February 2016", "30 February 2016"), ("10/3/2016", "10/3/2016"),
    ("10 Marz 2016", "10 Marz 2016"), (" 5  Jan  2016 ", "2016-01-05"),
  ])
  func datesInWordsBecomeDates(_ typed: String, _ written: String) {
    var form = SubmissionForm()
    form.developments = [DevelopmentForm()]
    form.developments[0].stages[0].date = typed
    #expect(String(decoding: SubmissionFile(form).bytes, as: UTF8.self).contains("date=\"\(written)\""))
  }

  @Test(arguments: [
    ("Minimum age of 24 set for family formation", "minimum-age-24-set-family-formation"),
    ("Łódź: “Straße” d’accueil ouverte à l'Îlot", "lodz-strasse-daccueil-ouverte-lilot"), ("Ελλάδα", "development-1"),
    ("", ""),
  ])
  func idsAreMadeOfHeadlines(_ headline: String, _ id: String) {
    var form = SubmissionForm()
    form.developments = [DevelopmentForm(), DevelopmentForm()]
    form.developments[0].headline.words = headline
    form.developments[1].headline.words = headline
    let ids = SubmissionFile(form).ids
    #expect(ids[0] == id)
    if id.hasPrefix("minimum") {
      #expect(ids[1] == "\(id)-2")
      #expect(SubmissionFile(form, taken: [id]).ids == ["\(id)-2", "\(id)-3"])
    }
  }

  @Test func theFileIsNamedAfterTheCountry() {
    var form = SubmissionForm()
    for (country, name) in [
      ("NO", "NO.xml"), ("", "submission.xml"), ("../x", "submission.xml"), ("no", "submission.xml"),
    ] {
      form.country = country
      #expect(form.fileName == name)
    }
  }
}
