import Compile
import Model
import Properties
import Testing

@Suite("Whatever issue is put together")
struct IssuePropertyTests {
  private static let countries = ["NO", "FR", "DE", "EU", "EL", "UA"]

  /// An issue as it is published, with its canonical form.
  private struct Published: Equatable {
    let issue: CompiledIssue
    let form: [UInt8]
    let html: [UInt8]
    let text: [UInt8]
    let mail: [UInt8]
  }

  /// The files of an issue of some countries, each with texts by lot in its fields.
  private func files(by lots: inout Lots) -> (submissions: [[UInt8]], issue: [UInt8]) {
    var texts: [String] { (0..<40).map { _ in lots.text() } }
    let submissions = Self.countries.map { Fields(texts).submission(of: $0) }
    return (submissions, Fields(texts).issueFile)
  }

  private func published(_ submissions: [[UInt8]], _ file: [UInt8], by press: Press) throws -> Published {
    let issue = try #require(press.issue(file))
    let compiled = press.compile(issue, try submissions.map { try #require(press.submission($0)) })
    let editions = press.editions(of: compiled, for: issue)
    return Published(
      issue: compiled, form: canonicalForm(of: compiled), html: editions.html, text: editions.text, mail: editions.mail)
  }

  @Test("It is the same in whatever order its files come", arguments: 0..<8)
  func orderOfFiles(seed: Int) throws {
    let press = try Press()
    var lots = Lots(seed: 1_000 + seed)
    let (submissions, file) = files(by: &lots)
    let first = try published(submissions, file, by: press)
    #expect(first.issue.entryCount == submissions.count * Fields(["words"]).developments.count)
    for _ in 0..<4 {
      #expect(try published(submissions.shuffled(using: &lots), file, by: press) == first)
    }
  }

  @Test("It comes out again byte for byte", arguments: 0..<8)
  func again(seed: Int) throws {
    var lots = Lots(seed: 2_000 + seed)
    let (submissions, file) = files(by: &lots)
    #expect(try published(submissions, file, by: Press()) == published(submissions, file, by: Press()))
  }
}
