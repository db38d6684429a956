import Model
import Reference

/// What can be chosen in a form for a submission, by code and in words.
public struct FormChoices: Sendable {
  /// Something that can be chosen.
  public struct Choice: Hashable, Sendable {
    /// Its code, as files have it.
    public var code: String
    /// Its name.
    public var label: String
    /// What it means, in a sentence; empty where the name says all.
    public var meaning: String
  }

  /// Who may submit: the Commission first, then countries by their English names.
  public let contributors: [Choice]
  /// The kinds of development.
  public let kinds: [Choice]
  /// The steps.
  public let stages: [Choice]
  /// The themes.
  public let themes: [Choice]
  /// How a development can relate to an act of the EU.
  public let relations: [Choice]

  /// The choices that the reference data of a workshop have.
  public init(_ workshop: Workshop) {
    let sentences = SchemaDocumentation(Schemas.submission).sentences
    let taxonomy = workshop.reference.taxonomy
    let network = workshop.reference.network
    kinds = taxonomy.kinds.map { kind in
      Choice(code: kind.code.rawValue, label: kind.label, meaning: sentences["Kind=\(kind.code.rawValue)"] ?? "")
    }
    stages = taxonomy.stages.map { stage in
      Choice(
        code: stage.code.rawValue, label: stage.label, meaning: sentences["StageType=\(stage.code.rawValue)"] ?? "")
    }
    themes = taxonomy.themes.map { Choice(code: $0.code.rawValue, label: $0.label, meaning: $0.summary) }
    relations = taxonomy.relations.map { Choice(code: $0.code.rawValue, label: $0.label, meaning: "") }
    contributors = network.contributors.filter { !$0.memberships.isEmpty }
      .map { Choice(code: $0.code.rawValue, label: $0.names.last?.name ?? $0.code.rawValue, meaning: "") }
      .sorted { left, right in
        let isUnion = (
          left.code == CountryCode.europeanUnion.rawValue, right.code == CountryCode.europeanUnion.rawValue
        )
        return isUnion.0 == isUnion.1 ? left.label < right.label : isUnion.0
      }
  }
}
