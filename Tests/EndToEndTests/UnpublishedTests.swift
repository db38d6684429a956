import Foundation
import Testing

@Suite("What is followed and not published")
struct UnpublishedTests {
  private let secret = "SECRET headline of what is not published"

  /// Inputs in which a development of Norway follows the first one of another file, which has a headline of its own.
  private func scratch(following country: String, _ period: String) throws -> (scratch: Scratch, id: String) {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    let file = "inputs/\(period)/\(country).xml"
    let found = try #require(try scratch.read(file).firstMatch(of: /<development\s+id="([^"]+)"/))
    let id = String(found.1)
    try scratch.edit(file) {
      $0.replacing(/<headline>[^<]*<\/headline>/, with: "<headline>\(secret)</headline>", maxReplacements: 1)
    }
    try scratch.edit("inputs/2016-Q1/NO.xml") {
      $0.replacing(
        "</development>", with: "<follows country=\"\(country)\" period=\"\(period)\" id=\"\(id)\"/></development>",
        maxReplacements: 1)
    }
    return (scratch, id)
  }

  private func expectNoWord(_ scratch: Scratch) throws {
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 0 && outcome.errors.contains("[follow-up-unpublished]"), "\(outcome.errors)")
    for name in ["bulletin.html", "bulletin.txt"] {
      #expect(!(try scratch.read("output/2016-Q1/\(name)").contains("SECRET")), "\(name)")
    }
  }

  @Test("It is named while it is published", arguments: ["2015-Q4", "2016-Q1"])
  func published(period: String) throws {
    let (scratch, _) = try scratch(following: "SE", period)
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 0 && !outcome.errors.contains("follow-up-unpublished"), "\(outcome.errors)")
    #expect(try scratch.read("output/2016-Q1/bulletin.txt").contains("SECRET"))
  }

  @Test("A draft is not", arguments: ["2015-Q4", "2016-Q1"])
  func draft(period: String) throws {
    let (scratch, _) = try scratch(following: "SE", period)
    try scratch.edit("inputs/\(period)/SE.xml") { $0.replacing("status=\"final\"", with: "status=\"draft\"") }
    try expectNoWord(scratch)
  }

  @Test("What the editors left out is not", arguments: ["2015-Q4", "2016-Q1"], [true, false])
  func leftOut(period: String, isWhole: Bool) throws {
    let (scratch, id) = try scratch(following: "SE", period)
    let decision = "<leave-out country=\"SE\"\(isWhole ? "" : " id=\"\(id)\"")>A test.</leave-out>"
    try scratch.edit("inputs/\(period)/issue.xml") {
      $0.replacing("<colophon>", with: "<decisions>\(decision)</decisions><colophon>")
    }
    try expectNoWord(scratch)
  }

  @Test("The page of findings does not show a draft's headline either")
  func preview() throws {
    let (scratch, _) = try scratch(following: "SE", "2016-Q1")
    try scratch.edit("inputs/2016-Q1/SE.xml") { $0.replacing("status=\"final\"", with: "status=\"draft\"") }
    let outcome = try Executable.run(["validate", "inputs/2016-Q1/NO.xml", "--format", "html"], in: scratch.url)
    #expect(outcome.output.contains("<html") && !outcome.output.contains("SECRET"))
  }
}
