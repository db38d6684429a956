import Model
import XML

/// The stable lists of codes with their words: themes, kinds, stages, kinds of output and relations to EU law.
public struct Taxonomy: Sendable {
  /// A theme of the list.
  public struct Theme: Hashable, Sendable {
    /// Its code.
    public let code: ThemeCode
    /// Its name for readers.
    public let label: String
    /// What belongs to it, in one sentence.
    public let summary: String
  }

  /// The version of the file.
  public let version: String
  /// The themes, in the list's order.
  public let themes: [Theme]
  /// The kinds of development with their words.
  public let kinds: [(code: Kind, label: String)]
  /// The stages with their words.
  public let stages: [(code: StageType, label: String)]
  /// The kinds of output with their words.
  public let outputs: [(code: Output.Kind, label: String)]
  /// The relations to EU law with their words.
  public let relations: [(code: EUAct.Relation, label: String)]

  private let themePlaces: [ThemeCode: Int]
  private let kindLabels: [Kind: String]
  private let stageLabels: [StageType: String]

  /// The lists as a document of `taxonomy.xml` has them.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.taxonomy
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    let themes = try Taxonomy.themes(root)
    self.themes = themes
    kinds = try Taxonomy.labels("kind", root)
    stages = try Taxonomy.labels("stage", root)
    outputs = try Taxonomy.labels("output", root)
    relations = try Taxonomy.labels("relation", root)
    themePlaces = Dictionary(uniqueKeysWithValues: themes.enumerated().map { ($0.element.code, $0.offset) })
    kindLabels = Dictionary(uniqueKeysWithValues: kinds.map { ($0.code, $0.label) })
    stageLabels = Dictionary(uniqueKeysWithValues: stages.map { ($0.code, $0.label) })
  }

  private static func themes(_ root: XMLElement) throws(ReferenceError) -> [Theme] {
    let file = ReferenceFile.taxonomy
    var themes: [Theme] = []
    for element in root.children("theme") {
      let code = ThemeCode(try file.attribute("code", of: element))
      guard !themes.contains(where: { $0.code == code }) else {
        throw ReferenceError(file, "The theme \(code.rawValue) stands in it twice.")
      }
      themes.append(Theme(code: code, label: try file.attribute("label", of: element), summary: element.text))
    }
    guard !themes.isEmpty else { throw ReferenceError(file, "It has no themes.") }
    return themes
  }

  private static func labels<Code: RawRepresentable<String> & CaseIterable & Hashable>(
    _ name: String, _ root: XMLElement
  ) throws(ReferenceError) -> [(code: Code, label: String)] {
    let file = ReferenceFile.taxonomy
    var labels: [(code: Code, label: String)] = []
    for element in root.children(name) {
      let code: Code = try file.choice("code", of: element)
      guard !labels.contains(where: { $0.code == code }) else {
        throw ReferenceError(file, "The \(name) \(code.rawValue) stands in it twice.")
      }
      labels.append((code, try file.attribute("label", of: element)))
    }
    for code in Code.allCases where !labels.contains(where: { $0.code == code }) {
      throw ReferenceError(file, "The \(name) \(code.rawValue) is missing.")
    }
    return labels
  }

  /// Whether the list has a theme.
  public func contains(_ theme: ThemeCode) -> Bool { themePlaces[theme] != nil }

  /// A theme of the list by its code.
  public func theme(_ code: ThemeCode) -> Theme? { themePlaces[code].map { themes[$0] } }

  /// A theme's place in the list's order, from 0.
  public func place(of theme: ThemeCode) -> Int? { themePlaces[theme] }

  /// A theme in words; for an unknown code, the code itself.
  public func label(of theme: ThemeCode) -> String { self.theme(theme)?.label ?? theme.rawValue }

  /// A kind of development in words.
  public func label(of kind: Kind) -> String { kindLabels[kind] ?? kind.rawValue }

  /// A stage in words.
  public func label(of stage: StageType) -> String { stageLabels[stage] ?? stage.rawValue }

  /// A kind of output in words.
  public func label(of output: Output.Kind) -> String {
    outputs.first { $0.code == output }?.label ?? output.rawValue
  }

  /// A relation to EU law in words.
  public func label(of relation: EUAct.Relation) -> String {
    relations.first { $0.code == relation }?.label ?? relation.rawValue
  }
}
