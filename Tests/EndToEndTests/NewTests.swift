import Foundation
import Testing

/// Files to be filled in: well-formed, kind while they are blank, valid once they are filled in.
@Suite struct NewTests {
  private func diagnostics(_ path: String, in scratch: Scratch) throws -> [[String: Any]] {
    let outcome = try Executable.run(["validate", path, "--format", "json"], in: scratch.url)
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return (answer?["files"] as? [[String: Any]])?.first?["diagnostics"] as? [[String: Any]] ?? []
  }

  /// Every finding points at something that stands empty.
  private func expectBlanksOnly(_ findings: [[String: Any]]) {
    #expect(!findings.isEmpty)
    for finding in findings {
      let line = finding["excerpt"] as? String ?? ""
      #expect(line.contains("=\"\"") || line.contains("></") || line.contains("<body>"), "\(finding)")
    }
  }

  @Test func makesASubmission() throws {
    let scratch = try Scratch()
    let path = "inputs/2016-Q1/NO.xml"
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "inputs/2016-Q1"), withIntermediateDirectories: true)
    let arguments = ["new", "submission", "--country", "NO", "--period", "2016-Q1", "-o", path]
    let made = try Executable.run(arguments, in: scratch.url)
    #expect(made.status == 0 && made.output == "\(path)\n", "\(made.errors)")
    let blank = try scratch.read(path)
    #expect(blank.contains("Norway") && blank.contains("January to March 2016") && !blank.contains("{"))
    for code in ["international-protection:", "case-law:", "in-force:", "took-place:"] { #expect(blank.contains(code)) }
    #expect(blank.split(separator: "\n").allSatisfy { $0.count <= 120 })
    expectBlanksOnly(try diagnostics(path, in: scratch))

    let again = try Executable.run(arguments, in: scratch.url)
    #expect(again.status == 2 && again.errors.contains("is there already"))
    #expect(try scratch.read(path) == blank)

    try scratch.edit(path) { filledSubmission($0) }
    let left = try diagnostics(path, in: scratch)
    #expect(left.isEmpty, "\(left)")
  }

  private func filledSubmission(_ blank: String) -> String {
    let body = """
      <p>A new act set the minimum age for family formation at 24 years for both partners from 1 January 2016. Until
      then the age had been 18 years. Exceptions could be made where both had married of their own free will.</p>
      """
    return blank.replacing(
      "<development id=\"\" kind=\"\" theme=\"\">", with: "<development id=\"a-b\" kind=\"policy\" theme=\"return\">"
    )
    .replacing("<headline></headline>", with: "<headline>Minimum age set for family formation</headline>")
    .replacing("<stage type=\"\" date=\"\"/>", with: "<stage type=\"in-force\" date=\"2016-01-01\"/>")
    .replacing("      <p></p>", with: body)
    .replacing(
      "<source href=\"\"></source>", with: "<source href=\"https://eur-lex.europa.eu/homepage.html\">The act</source>")
  }

  /// The optional parts, taken out of their comments, are well-formed and stand where they may.
  @Test func hasItsOptionalPartsInTheirPlaces() throws {
    for arguments in [["submission", "--country", "FR"], ["issue"]] {
      let blank = try Executable.run(["new"] + arguments + ["--period", "2022-Q4"]).output
      let used = blank.replacing(#/<!--\s*(<[^!](?:(?!-->)[\s\S])*?)\s*-->/#) { String($0.1) }
      #expect(used.count < blank.count)
      let outcome = try Executable.run(["validate", "-", "--format", "json"], input: Data(used.utf8))
      let rules = Set(outcome.output.matches(of: #/"rule": "([a-z-]+)"/#).map { String($0.1) })
      #expect(
        rules.isDisjoint(with: ["element-unexpected", "element-missing", "element-not-allowed", "end-tag-missing"]))
      #expect(!rules.contains { $0.hasPrefix("attribute-") }, "\(rules)")
    }
  }

  @Test(arguments: [
    ("2016-Q1", "edition=\"14\"", "<title>EMN Bulletin</title>"),
    ("2022-Q3", "edition=\"40\"", "<title>EMN Quarterly</title>"),
    ("2014-08_2014-11", "edition=\"\"", "<title>EMN Bulletin</title>"),
  ])
  func makesAnIssue(period: String, edition: String, title: String) throws {
    let scratch = try Scratch()
    let made = try Executable.run(["new", "issue", "--period", period])
    #expect(made.status == 0 && made.output.contains(edition) && made.output.contains(title))
    try scratch.write(made.output, "inputs/\(period)/issue.xml")
    expectBlanksOnly(try diagnostics("inputs/\(period)/issue.xml", in: scratch))
    try scratch.edit("inputs/\(period)/issue.xml") {
      $0.replacing("edition=\"\"", with: "edition=\"9\"")
        .replacing("<about></about>", with: "<about>What the bulletin is.</about>")
        .replacing("<p></p>\n  </colophon>", with: "<p>Whom to ask.</p>\n  </colophon>")
    }
    let left = try diagnostics("inputs/\(period)/issue.xml", in: scratch)
    #expect(left.isEmpty, "\(left)")
  }

  @Test(arguments: [
    ("GR", "“EL”"), ("Norwya", "“NO” (Norway)"), ("DK", "has never been part"), ("UA", "since 2 August 2022"),
    ("X", "“X” is not the code"),
  ])
  func refusesWhoDoesNotContribute(country: String, hint: String) throws {
    let outcome = try Executable.run(["new", "submission", "--country", country, "--period", "2016-Q1"])
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains(hint), "\(outcome.errors)")
  }

  @Test func takesNamesAndSmallLetters() throws {
    for country in ["no", "Norway", "norway"] {
      let outcome = try Executable.run(["new", "submission", "--country", country, "--period", "2016-Q1"])
      #expect(outcome.status == 0 && outcome.output.contains("country=\"NO\""))
    }
    #expect(try Executable.run(["new", "submission", "--country", "NO", "--period", "2016"]).status == 64)
  }
}
