import Model
import Pipeline
import Testing

/// A check of bytes at hand says what `validate` says of the same file.
@Suite struct SubmissionCheckTests {
  static let workshop = Result { try Workshop(inputs: nil) }

  @Test(arguments: ["submission", "broken", "issue", "other"]) func agreesWithValidate(_ sort: String) throws {
    let workshop = try Self.workshop.get()
    let submission = ModelFile.submission("NO", Period("2016-Q1")).bytes
    let bytes: [UInt8] =
      switch sort {
      case "submission": submission
      case "broken": Array(String(decoding: submission, as: UTF8.self).replacing("kind=", with: "sort=").utf8)
      case "issue": ModelFile.issue(Period("2016-Q1")).bytes
      default: Array("<letter/>".utf8)
      }
    let scratch = try ScratchFolder()
    try scratch.write(bytes, "desk/NO.xml")
    let outcome = try SubmissionCheck(workshop: workshop).check(bytes, title: "NO.xml", fileName: "NO.xml")
    #expect(outcome.file.diagnostics.map(\.rule) == (try scratch.validate("desk/NO.xml")))
    #expect(outcome.source == bytes)
    #expect((outcome.preview != nil) == ["submission", "broken"].contains(sort))
  }
}
