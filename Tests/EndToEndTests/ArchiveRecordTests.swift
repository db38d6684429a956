import Foundation
import Testing

@Suite("What was published comes out again, or what differs is told")
struct ArchiveRecordTests {
  private let scratch: Scratch

  /// Two issues, of which the second is on record as published.
  init() throws {
    scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    #expect(try bulletin("archive", "accept", "2016-Q1").status == 0)
  }

  private func bulletin(_ arguments: String...) throws -> Executable.Outcome {
    try Executable.run(arguments, in: scratch.url)
  }

  private func change(_ path: String, _ piece: String, to other: String) throws {
    let text = try scratch.read(path)
    let place = try #require(text.firstRange(of: piece), "\(path) has \(piece)")
    try scratch.write(text.replacingCharacters(in: place, with: other), path)
  }

  /// What verifying says when something differs.
  private func differences() throws -> String {
    let outcome = try bulletin("archive", "verify")
    #expect(outcome.status == 1)
    return outcome.output
  }

  @Test("The package's own issues are on record, and come out as they were published")
  func own() throws {
    let outcome = try Executable.run(["archive", "verify"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = allPeriods.map { "\($0): comes out as it was published, byte for byte.\n" }
    #expect(outcome.output == lines.joined())
  }

  @Test("Nothing has changed: it comes out byte for byte; an issue that is not on record is passed over")
  func unchanged() throws {
    let outcome = try bulletin("archive", "verify")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2016-Q1: comes out as it was published, byte for byte."))
    #expect(outcome.output.contains("2015-Q4: is not recorded as published"))
    #expect(try bulletin("archive", "accept", "2016-Q1").output.contains("is on record already, and nothing differs"))
  }

  @Test("A changed headline is told with both headlines, and nothing is recorded without a reason")
  func headline() throws {
    let before = try scratch.read("inputs/2016-Q1/published.json")
    try change("inputs/2016-Q1/NO.xml", "<headline>", to: "<headline>New: ")
    let told = try differences()
    #expect(
      told.contains("#no-") && told.contains("the headline was “Refugee status")
        && told.contains("is now “New: Refugee"))
    #expect(try bulletin("archive", "accept", "2016-Q1").status == 1)
    #expect(try bulletin("archive", "accept", "2016-Q1", "--restyle").status == 1)
    #expect(try scratch.read("inputs/2016-Q1/published.json") == before)
  }

  @Test("A changed date and a changed text are told")
  func dateAndText() throws {
    try change("inputs/2016-Q1/NO.xml", "date=\"2016-01-01\"", to: "date=\"2016-01-02\"")
    try change("inputs/2016-Q1/SE.xml", "<p>", to: "<p>Changed. ")
    let told = try differences()
    #expect(told.contains("the date was “") && told.contains("2016-01-02”"))
    #expect(told.contains("the text, figures, acts or sources of"))
  }

  @Test("A theme that the submission changes is told, and the issue keeps the one it was published with")
  func theme() throws {
    let page = { try scratch.read("output/2016-Q1/bulletin.txt") }
    #expect(try bulletin("compile", "2016-Q1").status == 0)
    let before = try page()
    try change("inputs/2016-Q1/NO.xml", " theme=\"international-protection\"", to: " theme=\"trafficking\"")
    #expect(
      try differences().contains("the theme was “international-protection”, and the inputs now say “trafficking”"))
    #expect(try bulletin("compile", "2016-Q1").status == 0)
    #expect(try page() == before)
    #expect(try bulletin("archive", "accept", "2016-Q1", "--correct", "Wrong theme.", "--on", "2016-06-01").status == 0)
    #expect(try bulletin("archive", "verify").status == 0)
    #expect(try bulletin("compile", "2016-Q1").status == 0)
    #expect(try page() != before)
  }

  @Test("Products take the themes of what was published from its record")
  func products() throws {
    let factsheet = ["factsheet", "NO", "--from", "2016-Q1", "--to", "2016-Q1"]
    let page = { try scratch.read("output/factsheet-NO-2016-Q1-2016-Q1/factsheet.txt") }
    #expect(try Executable.run(factsheet, in: scratch.url).status == 0)
    let before = try page()
    try change("inputs/2016-Q1/NO.xml", " theme=\"international-protection\"", to: " theme=\"trafficking\"")
    #expect(try Executable.run(factsheet, in: scratch.url).status == 0)
    #expect(try page() == before)
    try FileManager.default.removeItem(at: scratch.url.appending(path: "inputs/2016-Q1/published.json"))
    #expect(try Executable.run(factsheet, in: scratch.url).status == 0)
    #expect(try page() != before)
  }

  @Test("A changed date of membership is told; reference data of a newer version do not move a published issue")
  func member() throws {
    let own = try String(
      contentsOf: Executable.package.appending(path: "Sources/Reference/Data/network.xml"), encoding: .utf8)
    let moved = own.replacing("role=\"observer\" from=\"2011-01-01\"", with: "role=\"observer\" from=\"2017-01-01\"")
    #expect(moved != own)
    try scratch.write(moved, "inputs/reference/network.xml")
    // Norway submitted: that it was not in the network then is an error, so the editors leave it out.
    let issue = try scratch.read("inputs/2016-Q1/issue.xml")
    let decision = "<decisions><leave-out country=\"NO\">Not in the network.</leave-out></decisions>"
    try scratch.write(issue.replacing("<colophon>", with: decision + "<colophon>"), "inputs/2016-Q1/issue.xml")
    #expect(try differences().contains("Contact points: “Norway (observer)” is no longer in the list."))
    try scratch.write(issue, "inputs/2016-Q1/issue.xml")

    let newer = moved.replacing("version=\"2026-11\"", with: "version=\"2099-01\"")
    #expect(newer != moved)
    try scratch.write(newer, "inputs/reference/network.xml")
    #expect(try bulletin("archive", "verify").status == 0)
  }

  @Test("A version that nobody has is told by its name; one of before is at hand")
  func versions() throws {
    try change("inputs/2016-Q1/published.json", "\"names\": \"2026-12\"", to: "\"names\": \"2026-11\"")
    #expect(try bulletin("compile", "2016-Q1").status == 0)
    #expect(try scratch.read("output/2016-Q1/manifest.json").contains("\"names\": \"2026-11\""))
    try change("inputs/2016-Q1/published.json", "\"names\": \"2026-11\"", to: "\"names\": \"1999-01\"")
    let outcome = try bulletin("archive", "verify")
    #expect(outcome.status == 2 && outcome.errors.contains("version 1999-01 of names.xml"))
  }

  @Test("A changed template is a new look of the same content, which a restyling records")
  func template() throws {
    let own = try bulletin("new", "template", "entry.html").output
    try scratch.write(own.replacing("class=\"standing\"", with: "class=\"steps\""), "inputs/templates/entry.html")
    let told = try differences()
    #expect(told.contains("Only the look changed, by other templates") && told.contains("The content is as published."))
    #expect(try bulletin("archive", "accept", "2016-Q1", "--restyle").status == 0)
    #expect(try bulletin("archive", "verify").status == 0)
    #expect(try scratch.read("inputs/2016-Q1/published.json").contains("\"replacedBy\": \"restyling\""))
  }

  @Test(
    "A correction is dated in both editions, a withdrawn entry leaves a notice under its id, digests of before stay")
  func correction() throws {
    let old = try scratch.read("inputs/2016-Q1/published.json")
    let digest = try #require(old.firstMatch(of: /"content": "([0-9a-f]{64})"/)).1
    let issue = try scratch.read("inputs/2016-Q1/issue.xml")
    let decision =
      "<decisions><leave-out country=\"NO\" id=\"refugee-status-home-visits\">Wrong.</leave-out></decisions>"
    try scratch.write(issue.replacing("<colophon>", with: decision + "<colophon>"), "inputs/2016-Q1/issue.xml")
    #expect(try differences().contains("is no longer there"))
    #expect(try bulletin("archive", "accept", "2016-Q1", "--correct", "Norway withdrew an entry.").status == 64)
    #expect(
      try bulletin("archive", "accept", "2016-Q1", "--correct", "Norway withdrew an entry.", "--on", "2016-06-01")
        .status == 0)
    #expect(try bulletin("archive", "verify").status == 0)
    #expect(try bulletin("compile", "2016-Q1").status == 0)
    let page = try scratch.read("output/2016-Q1/bulletin.html")
    #expect(page.contains("<p id=\"no-refugee-status-home-visits\">"))
    #expect(page.contains("<time datetime=\"2016-06-01\">1 June 2016</time>: Norway withdrew an entry."))
    let text = try scratch.read("output/2016-Q1/bulletin.txt")
    #expect(text.contains("1 June 2016: Norway withdrew an entry.") && text.contains("withdrawn on 1 June 2016"))
    #expect(try scratch.read("inputs/2016-Q1/published.json").contains(digest))
  }

  @Test("A correction that changes nothing, or is of a day that cannot be, is not recorded")
  func emptyCorrection() throws {
    let before = try scratch.read("inputs/2016-Q1/published.json")
    func correct(on day: String) throws -> Executable.Outcome {
      try bulletin("archive", "accept", "2016-Q1", "--correct", "A mistake.", "--on", day)
    }
    let nothing = try correct(on: "2016-06-01")
    #expect(nothing.status == 1 && nothing.output.contains("there is nothing to correct."))
    let own = try bulletin("new", "template", "entry.html").output
    try scratch.write(own.replacing("class=\"standing\"", with: "class=\"steps\""), "inputs/templates/entry.html")
    let look = try correct(on: "2016-06-01")
    #expect(look.status == 1 && look.output.contains("“accept --restyle” records the new look."))
    try FileManager.default.removeItem(at: scratch.url.appending(path: "inputs/templates"))
    try change("inputs/2016-Q1/NO.xml", "<headline>", to: "<headline>New: ")
    let early = try correct(on: "2016-03-30")
    #expect(early.status == 1 && early.output.contains("its period ends on 31 March 2016"))
    #expect(try scratch.read("inputs/2016-Q1/published.json") == before)
    #expect(try correct(on: "2016-06-01").status == 0)
    try change("inputs/2016-Q1/NO.xml", "<headline>New: ", to: "<headline>")
    let backwards = try correct(on: "2016-05-31")
    #expect(backwards.status == 1 && backwards.output.contains("was corrected on 1 June 2016 already"))
    #expect(try correct(on: "2016-06-01").status == 0)
    #expect(try bulletin("archive", "verify").status == 0)
  }

  @Test("A record that is damaged is told, and nothing is taken for published")
  func damaged() throws {
    try scratch.write("{\"format\": 1", "inputs/2016-Q1/published.json")
    let outcome = try bulletin("compile", "2016-Q1")
    #expect(outcome.status == 2 && outcome.errors.contains("published.json"))
  }
}
