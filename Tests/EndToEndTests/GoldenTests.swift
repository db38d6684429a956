import Foundation
import Testing

/// The editions of two issues as they were last looked at and found good. A change to one is a decision: `make golden`
/// writes them anew, and the commit says why.
@Suite struct GoldenTests {
  static let folder = "Tests/EndToEndTests/Golden"

  @Test(arguments: ["2016-Q1", "2022-Q4"], ["bulletin.html", "bulletin.txt"])
  func isAsItWasFoundGood(_ period: String, _ name: String) throws {
    let scratch = try Scratch()
    #expect(try Executable.run(["compile", period, "--output", scratch.url.path]).status == 0)
    let golden = try String(
      contentsOf: Executable.package.appending(path: "\(GoldenTests.folder)/\(period)/\(name)"), encoding: .utf8)
    let now = try scratch.read("\(period)/\(name)")
    let difference = zip(golden.split(separator: "\n"), now.split(separator: "\n")).first { $0 != $1 }
    #expect(golden == now, "first difference: \(difference.map { "\($0.0) → \($0.1)" } ?? "in length")")
  }
}
