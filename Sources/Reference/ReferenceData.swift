import XML

/// The reference data that every job needs: who contributes, what things are called, how editions are ordered.
///
/// The lexicon, the rules and the words of house style are loaded apart, by the jobs that need them.
public struct ReferenceData: Sendable {
  /// The contributors.
  public let network: Network
  /// The names of third countries.
  public let names: ThirdCountryNames
  /// The lists of codes.
  public let taxonomy: Taxonomy
  /// The editions' sections.
  public let sections: SectionPlans

  /// Loads what the executable carries.
  ///
  /// - Parameter newer: Newer files of an editor, whole, instead of those; each is checked against its schema first.
  public static func load(overriding newer: [ReferenceFile: [UInt8]] = [:]) throws(ReferenceError) -> ReferenceData {
    func document(_ file: ReferenceFile) throws(ReferenceError) -> XMLDocument {
      try file.document(overriding: newer[file])
    }
    let taxonomy = try Taxonomy(document(.taxonomy))
    let sections = try SectionPlans(document(.sections))
    try check(sections, taxonomy)
    return ReferenceData(
      network: try Network(document(.network)), names: try ThirdCountryNames(document(.names)), taxonomy: taxonomy,
      sections: sections)
  }

  /// Every edition must have a section for every theme, or entries would get lost.
  private static func check(_ sections: SectionPlans, _ taxonomy: Taxonomy) throws(ReferenceError) {
    for plan in sections.plans {
      for theme in plan.sections.flatMap(\.themes) where !taxonomy.contains(theme) {
        throw ReferenceError(.sections, "The taxonomy has no theme \(theme.rawValue).")
      }
      for theme in taxonomy.themes where plan.place(of: theme.code) == nil {
        throw ReferenceError(
          .sections, "In edition \(plan.fromEdition) no section has the theme \(theme.code.rawValue).")
      }
    }
  }

  /// The version of each file, in a fixed order.
  public var versions: [(file: ReferenceFile, version: String)] {
    [
      (.network, network.version), (.names, names.version), (.taxonomy, taxonomy.version),
      (.sections, sections.version),
    ]
  }
}
