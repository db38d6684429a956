import Desk
import Foundation
import Model
import Pipeline
import Testing

/// From a file to the form and back.
@Suite struct FilledFormTests {
  static let inputs = TextsTests.folder.deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "inputs")
  static let check = Result { try SubmissionCheck(workshop: try Workshop(inputs: nil)) }

  static let files: [String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: inputs.path)) ?? []
    return paths.filter { $0.hasSuffix(".xml") && !$0.hasSuffix("issue.xml") && !$0.contains("reference") }.sorted()
  }()

  private func filled(_ text: String) throws -> FilledForm {
    try FilledForm(Array(text.utf8), check: try Self.check.get())
  }

  private func written(_ form: SubmissionForm) -> String { String(decoding: SubmissionFile(form).bytes, as: UTF8.self) }

  @Test func thereAreFilesToTry() { #expect(Self.files.count > 100) }

  @Test(arguments: files)
  func everySubmissionGoesThroughTheForm(_ path: String) throws {
    let bytes = Array(try Data(contentsOf: Self.inputs.appending(path: path)))
    let check = try Self.check.get()
    let filled = try FilledForm(bytes, check: check)
    #expect(filled.losses.isEmpty)
    let file = SubmissionFile(filled.form)
    #expect(try CanonicalXML.lines(of: file.bytes) == CanonicalXML.lines(of: bytes))
    #expect(check.submission(in: file.bytes) == check.submission(in: bytes))
    #expect(try FilledForm(file.bytes, check: check).form == filled.form)
    let name = String(path.suffix(6))
    let before = check.check(bytes, title: name, fileName: name)
    let after = check.check(file.bytes, title: name, fileName: name)
    #expect(after.file.diagnostics.map(\.rule) == before.file.diagnostics.map(\.rule))
    #expect(after.preview?.issue == before.preview?.issue)
  }

  @Test func keepsWhatItHasNoFieldFor() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <?editor hint="1"?>
      <!-- above -->
      <submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="2016-Q1" status="final" \
      xmlns:x="urn:x" x:schema="a &amp; b">
        <!-- the contact -->
        <contact>
          <!-- who -->
          <organisation>NCP</organisation>
          <fax>12</fax>
        </contact>
        <!-- one of
             two lines -->
        <development id="a-b" kind="legislative" colour="red">
          <!-- short -->
          <headline xml:space="preserve">Reception centres closed</headline>
          <headline>Another</headline>
          <stage type="adopted" date="2016-01-01" place="x"/>
          <body>
            <!-- first -->
            <p>Plain words.</p>
            <p>With a <!-- hidden --> comment.</p>
            <p>With <b>bold</b> words and <em x:y="1">more</em>.</p>
            <p/>
          </body>
          <act number="1">
            <!-- its name -->
            <title>Act</title>
            <!-- no more -->
          </act>
          <!-- at the end -->
        </development>
        <x:other>1 &lt; 2</x:other>
      </submission>
      <!-- below -->

      """
    let filled = try filled(text)
    #expect(filled.losses.isEmpty)
    let file = SubmissionFile(filled.form)
    #expect(try CanonicalXML.lines(of: file.bytes) == CanonicalXML.lines(of: Array(text.utf8)))
    #expect(try FilledForm(file.bytes, check: try Self.check.get()).form == filled.form)
    #expect(written(filled.form).contains("<!-- one of\n       two lines -->"))
  }

  @Test func saysWhatItCannotTakeOver() throws {
    let text = CheckTests.submission
    let marked = try filled(text.replacing("Minimum age", with: "<b>Minimum</b> age"))
    #expect(marked.losses == [.markup])
    #expect(marked.form.developments[0].headline.words == "Minimum age of 24 set for family formation")
    let commented = try filled(text.replacing("Minimum age", with: "Minimum<!-- sic --> age"))
    #expect(commented.losses == [.moved])
    #expect(commented.form.developments[0].headline.kept.before == "<!-- sic -->")
  }

  @Test func readsWhatIsWrongAsItStands() throws {
    let text = CheckTests.submission.replacing("2016-01-01", with: "1 Jan 16").replacing("legislative", with: "law")
    let form = try filled(text).form
    #expect(form.developments[0].stages[0].date == "1 Jan 16")
    #expect(form.developments[0].kind == "law")
    #expect(written(form) == text)
  }

  @Test func leavesWhatIsNoSubmissionToTheCheck() {
    let broken = CheckTests.submission.replacing("</headline>", with: "</headlin>")
    #expect(throws: FilledForm.Obstacle.unreadable) { try filled(broken) }
    #expect(throws: FilledForm.Obstacle.unreadable) { try filled("") }
    #expect(throws: FilledForm.Obstacle.otherKind) { try filled("<issue xmlns=\"urn:emn:bulletin:issue:1\"/>") }
    let many = String(repeating: "<development id=\"a\"/>", count: 101)
    let long = "<submission xmlns=\"urn:emn:bulletin:submission:1\">\(many)</submission>"
    #expect(throws: FilledForm.Obstacle.tooLong) { try filled(long) }
  }

  @Test func theFileToFillInGoesThroughTheForm() throws {
    let template = try Workshop(inputs: nil).newSubmission(of: "NO", period: try #require(Period("2016-Q1")))
    let filled = try FilledForm(template, check: try Self.check.get())
    #expect(filled.losses.isEmpty)
    let comments = try CanonicalXML.lines(of: template).filter { $0.hasPrefix("<!--") }
    #expect(try CanonicalXML.lines(of: SubmissionFile(filled.form).bytes).filter { $0.hasPrefix("<!--") } == comments)
  }
}
