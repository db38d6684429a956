import Foundation
import Testing

@Suite struct ClassifyTests {
  private static func submission(theme: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="2016-Q1" status="final">
      <contact><organisation>National Contact Point</organisation><email>contact-point@example.org</email></contact>
      <development id="a" kind="agreement" \(theme)>
        <headline>Readmission agreement signed with a third country</headline>
        <stage type="signed" date="2016-02-10"/>
        <body><p>The readmission agreement obliged both states to take back their own nationals who stayed on the
        territory of the other without permission, and to decide on each request for readmission within fifteen
        days.</p></body>
        <source>A source</source>
      </development>
    </submission>
    """
  }

  private func lexicon() throws -> String {
    let file = Executable.package.appending(path: "Sources/Reference/Data/lexicon.xml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func answer(_ arguments: [String], in scratch: Scratch) throws -> [String: Any] {
    let outcome = try Executable.run(arguments + ["--format", "json"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func explainsADecisionAndItsRunnerUp() throws {
    let scratch = try Scratch()
    try scratch.write(ClassifyTests.submission(theme: ""), "NO.xml")
    let answer = try answer(["classify", "NO.xml"], in: scratch)
    let development = try #require((answer["developments"] as? [[String: Any]])?.first)
    #expect(development["theme"] as? String == "return" && development["certainty"] as? String == "sure")
    let evidence = try #require(development["evidence"] as? [[String: Any]])
    #expect(evidence.contains { $0["rule"] as? String == "readmission" && $0["field"] as? String == "headline" })
    let runnerUp = try #require((development["alternatives"] as? [[String: Any]])?.first)
    #expect(runnerUp["evidence"] != nil)
  }

  @Test func doubtsAWrongThemeWithoutChangingIt() throws {
    let scratch = try Scratch()
    try scratch.write(ClassifyTests.submission(theme: "theme=\"citizenship\""), "NO.xml")
    let answer = try answer(["classify", "NO.xml"], in: scratch)
    let development = try #require((answer["developments"] as? [[String: Any]])?.first)
    #expect(development["theme"] as? String == "citizenship" && development["disputed"] as? Bool == true)
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.write(ClassifyTests.submission(theme: "theme=\"citizenship\""), "inputs/2016-Q1/NO.xml")
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("[theme-disputed]") && outcome.errors.contains("“return”"))
    #expect(try scratch.read("output/2016-Q1/report.html").contains("theme-disputed"))
    #expect(try Executable.run(["compile", "2016-Q1", "--strict"], in: scratch.url).status == 1)
  }

  @Test func comparesTwoLexicons() throws {
    let scratch = try Scratch()
    try scratch.write(ClassifyTests.submission(theme: ""), "NO.xml")
    let pattern = try Regex("version=\"[0-9]+\" headline")
    let other = try lexicon().replacing(pattern, with: "version=\"999\" headline")
      .replacing(
        try Regex("<theme code=\"citizenship\" prior=\"[^\"]*\""), with: "<theme code=\"citizenship\" prior=\"4\"")
    try scratch.write(other, "other.xml")
    let same = try answer(["classify", "NO.xml", "--compare", "other.xml"], in: scratch)
    #expect(same["to"] as? String == "999" && same["count"] as? Int == 1)
    #expect((same["differences"] as? [Any])?.isEmpty == true)
    let without = try Executable.run(["classify", "NO.xml", "--compare"], in: scratch.url)
    #expect(without.status == 2 && without.errors.contains("lexicon.xml to compare with"))
    try scratch.write(other.replacing(">readmission<", with: ">readmixion<"), "inputs/reference/lexicon.xml")
    let newer = try Executable.run(["classify", "NO.xml", "--compare"], in: scratch.url)
    #expect(newer.status == 0 && newer.output.contains("version 999"))
    // Somebody's own file of that name, beside inputs that have none.
    let named = ["classify", "NO.xml", "--compare", "inputs/reference/lexicon.xml", "--inputs", "elsewhere"]
    let own = try answer(named, in: scratch)
    #expect(own["to"] as? String == "999" && own["count"] as? Int == 1)
  }

  @Test func measuresAFolderByItsDeclaredThemes() throws {
    let scratch = try Scratch()
    try scratch.write(ClassifyTests.submission(theme: "theme=\"return\""), "inputs/2016-Q1/NO.xml")
    let answer = try answer(["evaluate", "inputs"], in: scratch)
    #expect(answer["count"] as? Int == 1 && answer["accuracy"] as? Double == 1)
    let band = try #require((answer["calibration"] as? [[String: Any]])?.first)
    #expect(band["count"] as? Int == 1 && (band["meanConfidence"] as? Double ?? 0) > 0.9)
    #expect((answer["confusion"] as? [[String: Any]])?.first?["proposed"] as? String == "return")
    let text = try Executable.run(["evaluate", "inputs"], in: scratch.url).output
    #expect(text.contains("Right theme (rows), proposed theme (columns)") && text.contains("0.95 to 1.00"))
  }
}
