import Foundation
import Testing

@Suite struct EvaluateTests {
  private static let table = """
    id\tyear\ttitle\tdescription\tthemes
    a\t2016\tReadmission agreement signed\tThe readmission agreement covers forced return and removal.\treturn
    b\t2016\tVictims of trafficking protected\tVictims of trafficking in human beings may stay.\ttrafficking|vulnerable-groups
    c\t2016\tNaturalisation made easier\tNaturalisation and citizenship by descent.\tborders-visas

    """

  private func evaluate(_ table: String, _ arguments: [String] = []) throws -> Executable.Outcome {
    let scratch = try Scratch()
    try scratch.write(table, "table.tsv")
    return try Executable.run(["evaluate", "table.tsv"] + arguments, in: scratch.url)
  }

  @Test func countsWhatIsRight() throws {
    let outcome = try evaluate(EvaluateTests.table, ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(answer["count"] as? Int == 3)
    #expect(answer["accuracy"] as? Double == 0.6667)
    let themes = try #require(answer["themes"] as? [[String: Any]])
    let figures = Dictionary(uniqueKeysWithValues: themes.map { ($0["theme"] as? String ?? "", $0["f1"] as? Double) })
    #expect(figures == ["return": 1, "trafficking": 1, "citizenship": 0, "borders-visas": 0])
    #expect(answer["macroF1"] as? Double == 0.5)
    #expect((answer["microsecondsPerItem"] as? Double ?? 0) > 0)
  }

  @Test func givesTheTerminalNoOrders() throws {
    let taken = try evaluate(EvaluateTests.table.replacing("\nc\t", with: "\n\u{1B}[31mc\t"))
    #expect(taken.status == 0 && taken.output.contains("  <U+001B>[31mc: borders-visas taken for citizenship"))
    let refused = try evaluate(EvaluateTests.table.replacing("borders-visas", with: "\u{1B}]0;x\u{9B}"))
    #expect(refused.status == 1 && refused.errors.contains("“<U+001B>]0;x<U+009B>” is not a theme."))
  }

  @Test func saysWhatIsWrongWithATable() throws {
    let unknown = try evaluate(EvaluateTests.table.replacing("borders-visas", with: "visas"))
    #expect(unknown.status == 1 && unknown.errors.contains("Line 4: “visas” is not a theme."))
    let short = try evaluate(EvaluateTests.table + "d\t2016\n")
    #expect(short.status == 1 && short.errors.contains("Line 5: 2 columns"))
    #expect(try evaluate("id\ttitle\n").status == 1)
    #expect(try Executable.run(["evaluate", "nowhere.tsv"]).status == 2)
  }
}
