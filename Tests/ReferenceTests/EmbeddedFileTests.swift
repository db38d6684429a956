import Model
import Reference
import Testing
import XML

@Suite("The reference data that the executable carries")
struct EmbeddedFileTests {
  @Test("Every file meets its schema", arguments: ReferenceFile.allCases)
  func meetsSchema(file: ReferenceFile) throws {
    let reading = XMLReader.read(Array(file.text.utf8), schema: try XMLSchema(file.schema))
    #expect(reading.problems.isEmpty, "\(reading.problems)")
  }

  @Test("Every file can be loaded")
  func loads() throws {
    #expect(try ReferenceData.load().versions.count == 4)
    #expect(try !Lexicon.load().themes.isEmpty)
    try ReferenceData.load().check()
    let table = RuleTable()
    #expect(table.rules.count > 100 && table.rule("no-such-rule") == nil)
    // Each rule is found by itself as it stands among the others.
    for rule in table.rules { #expect(table.rule(rule.id) == rule) }
    try Glossary.load().check()
    let style = try Style.load()
    #expect(Style.List.allCases.allSatisfy { !style.terms($0).isEmpty })
    #expect(!style.steps.isEmpty && !style.completed.isEmpty && !style.characters.isEmpty)
  }

  @Test("The lists of the schemas for contributors are those of the taxonomy")
  func schemasAgree() throws {
    let taxonomy = try ReferenceData.load().taxonomy
    let submission = try enumerations(Schemas.submission)
    let issue = try enumerations(Schemas.issue)
    let themes = taxonomy.themes.map(\.code.rawValue)
    #expect(submission["Theme"] == themes)
    #expect(issue["Theme"] == themes)
    #expect(submission["Kind"] == taxonomy.kinds.map(\.code.rawValue))
    #expect(submission["StageType"] == taxonomy.stages.map(\.code.rawValue))
    #expect(submission["EURelation"] == taxonomy.relations.map(\.code.rawValue))
    #expect(issue["OutputType"] == taxonomy.outputs.map(\.code.rawValue))
  }

  @Test("The lexicon knows no theme but those of the taxonomy, in their order")
  func lexiconThemes() throws {
    let taxonomy = try ReferenceData.load().taxonomy
    let places = try Lexicon.load().themes.map { taxonomy.place(of: $0.code) ?? -1 }
    #expect(places == places.sorted())
    #expect(!places.contains(-1))
  }

  @Test("A newer file takes the place of the executable's own")
  func override() throws {
    let newer = ReferenceFile.network.text.replacing("2026-11", with: "2027-01")
    let data = try ReferenceData.load(overriding: [.network: Array(newer.utf8)])
    #expect(data.network.version == "2027-01")
  }

  @Test("A newer file that does not meet its schema is refused")
  func brokenOverride() {
    let broken = ReferenceFile.taxonomy.text.replacing("<kind code", with: "<sort code")
    #expect(throws: ReferenceError.self) {
      try ReferenceData.load(overriding: [.taxonomy: Array(broken.utf8)])
    }
    #expect(throws: ReferenceError.self) { try ReferenceData.load(overriding: [.sections: Array("<a".utf8)]) }
  }

  private func enumerations(_ schema: String) throws -> [String: [String]] {
    let root = try #require(XMLReader.read(Array(schema.utf8)).document.root)
    var lists: [String: [String]] = [:]
    for type in root.children("simpleType") {
      guard let name = type["name"], let restriction = type.child("restriction") else { continue }
      lists[name] = restriction.children("enumeration").compactMap { $0["value"] }
    }
    return lists
  }
}
