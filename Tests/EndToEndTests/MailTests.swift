import Foundation
import Testing

/// The issue as a message, which `compile --mail` writes.
@Suite struct MailTests {
  private static let mailing = """
    <mail><from name="EMN">bulletin@example.org</from><to name="Readers, all">readers@example.org</to></mail>
    """

  private func outputs(_ scratch: Scratch) throws -> [String] {
    let manifest = try #require(try scratch.files("output")["2015-Q4/manifest.json"])
    let values = try #require(try JSONSerialization.jsonObject(with: manifest) as? [String: Any])
    return try #require(values["outputs"] as? [[String: Any]]).compactMap { $0["name"] as? String }
  }

  @Test func isWrittenOnRequestAndNeverLeftBehind() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4"])
    let with = try Executable.run(["compile", "2015-Q4", "--mail"], in: scratch.url)
    #expect(with.status == 0 && with.output.contains("output/2015-Q4/bulletin.eml\n"), "\(with.errors)")
    #expect(try outputs(scratch) == ["bulletin.html", "bulletin.txt", "bulletin.eml", "report.html"])
    #expect(try Executable.run(["compile", "2015-Q4"], in: scratch.url).status == 0)
    #expect(try outputs(scratch) == ["bulletin.html", "bulletin.txt", "report.html"])
    #expect(try scratch.files("output")["2015-Q4/bulletin.eml"] == nil)
  }

  @Test func isAddressedAsTheIssueSaysAndTheEditionsAreNot() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4"])
    #expect(try Executable.run(["compile", "2015-Q4", "--mail"], in: scratch.url).status == 0)
    let before = try scratch.files("output/2015-Q4")
    try scratch.edit("inputs/2015-Q4/issue.xml") {
      $0.replacing("</colophon>", with: "</colophon>" + MailTests.mailing)
    }
    let outcome = try Executable.run(["compile", "2015-Q4", "--mail"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let message = try scratch.read("output/2015-Q4/bulletin.eml")
    #expect(message.contains("From: \"EMN\" <bulletin@example.org>\r\nTo: \"Readers, all\" <readers@example.org>\r\n"))
    let after = try scratch.files("output/2015-Q4")
    for name in ["bulletin.html", "bulletin.txt", "report.html"] { #expect(before[name] == after[name]) }
  }

  @Test func stopsAtAnAddressThatIsNone() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4"])
    try scratch.edit("inputs/2015-Q4/issue.xml") {
      $0.replacing("</colophon>", with: "</colophon><mail><to>a@example.org, b@example.org</to></mail>")
    }
    let outcome = try Executable.run(["compile", "2015-Q4", "--mail"], in: scratch.url)
    #expect(outcome.status == 1 && outcome.errors.contains("mail-address-malformed"))
    #expect(try scratch.files("output").isEmpty)
  }
}
