import Ingest
import Model
import Reference
import Testing
import Validate
import XML

/// The rules on the editors' decisions.
@Suite struct DecisionRuleTests {
  private static let known = [CountryCode("NO"): ["a", "b", "c", "d"], CountryCode("SE"): ["a", "b"]]

  private func findings(_ decisions: [String]) throws -> [Diagnostic] {
    let text = """
      <issue xmlns="urn:emn:bulletin:issue:1" edition="14" period="2016-Q1">
      <title>EMN Bulletin</title><about>The bulletin reports on migration.</about>
      <decisions>
      \(decisions.joined(separator: "\n"))
      </decisions>
      <colophon><p>The network can be reached through its contact points.</p></colophon>
      </issue>
      """
    let file = ingestIssue(Array(text.utf8), name: "issue.xml", schema: try XMLSchema(Schemas.issue))
    let validator = Validator(network: try ReferenceData.load().network, rules: RuleTable())
    return validator.validate(
      issue: file.content, places: file.places, reading: reading(file), setting: .init(),
      developments: DecisionRuleTests.known)
  }

  private static func merge(_ id: String, _ into: String) -> String {
    #"<merge country="NO" id="\#(id)" into="\#(into)">Why.</merge>"#
  }

  private static func place(_ id: String, _ before: String) -> String {
    #"<place country="NO" id="\#(id)" before="\#(before)">Why.</place>"#
  }

  private static func leaveOut(_ id: String) -> String { #"<leave-out country="NO" id="\#(id)">Why.</leave-out>"# }

  private static func theme(_ id: String, _ theme: String) -> String {
    #"<set-theme country="NO" id="\#(id)" theme="\#(theme)">Why.</set-theme>"#
  }

  static let idle: [(decisions: [String], line: Int, reason: String)] = [
    ([merge("a", "a")], 4, "merged into itself"), ([place("a", "a")], 4, "before itself"),
    ([merge("a", "b"), leaveOut("b")], 4, "leaves out “b”"), ([leaveOut("a"), merge("a", "b")], 5, "leaves out “a”"),
    ([place("a", "b"), leaveOut("b")], 4, "leaves out “b”"), ([place("a", "b"), leaveOut("a")], 4, "leaves out “a”"),
    ([merge("a", "b"), merge("a", "c")], 5, "“a” was merged into “b” before"),
    ([merge("a", "b"), merge("b", "a")], 5, "“a” was merged into “b” before"),
    ([merge("a", "b"), merge("b", "c"), merge("c", "a")], 6, "“a” was merged into “c” before"),
    ([place("a", "b"), merge("a", "b")], 4, "“a” and “b” were merged"),
    ([merge("a", "b"), merge("c", "b"), place("a", "c")], 6, "“a” and “c” were merged"),
    ([theme("a", "return"), theme("a", "integration")], 4, "sets the theme as well"),
  ]

  @Test(arguments: idle.indices) func findsWhatHasNoEffect(_ number: Int) throws {
    let expected = DecisionRuleTests.idle[number]
    let found = try findings(expected.decisions)
    #expect(found.map(\.rule) == ["decision-without-effect"], "\(expected)")
    let first = try #require(found.first)
    #expect(first.line == expected.line && first.message.contains(expected.reason), "\(expected): \(first.message)")
    #expect(first.severity == .error && !first.message.contains("{"))
  }

  static let effective: [[String]] = [
    [merge("a", "b"), merge("b", "c")], [merge("b", "c"), merge("a", "b")], [merge("a", "b"), place("c", "a")],
    [merge("a", "b"), place("a", "c")], [merge("a", "b"), merge("c", "a")], [theme("a", "return"), leaveOut("a")],
    [theme("a", "return"), theme("b", "return")], [place("a", "b"), place("b", "c"), place("d", "a")],
    [theme("a", "return"), merge("a", "b")],
    // The same ids in another country are other entries.
    [merge("a", "b"), #"<merge country="SE" id="b" into="a">Why.</merge>"#],
    [#"<leave-out country="SE" id="a">Why.</leave-out>"#, merge("a", "b")],
    // Nobody is misled when all of a country is left out.
    [merge("a", "b"), #"<leave-out country="NO">Why.</leave-out>"#],
  ]

  @Test(arguments: effective) func letsOthersPass(_ decisions: [String]) throws {
    #expect(try findings(decisions).map(\.rule) == [])
  }

  @Test func saysOnceThatAnEntryIsNotThere() throws {
    let twice = try findings([Self.merge("x", "a"), Self.merge("x", "a")])
    #expect(twice.map(\.rule) == ["decision-entry-unknown", "decision-entry-unknown"])
    let unknown = #"<leave-out country="FI" id="a">Why.</leave-out>"#
    #expect(try findings([unknown, Self.merge("a", "b")]).map(\.rule) == ["decision-country-unknown"])
  }
}
