import Threads

/// The reference data of all jobs: who contributes, what things are called, how editions are ordered.
///
/// Each file is read when it is first asked for. The lexicon, the rules and the words of house style are loaded apart,
/// by the jobs that need them.
public struct ReferenceData: Sendable {
  private let lazyNetwork: Lazy<Network>
  private let lazyNames: Lazy<ThirdCountryNames>
  private let lazyTaxonomy: Lazy<Taxonomy>
  private let lazySections: Lazy<SectionPlans>

  /// The contributors.
  public var network: Network { lazyNetwork.value }
  /// The names of third countries.
  public var names: ThirdCountryNames { lazyNames.value }
  /// The lists of codes.
  public var taxonomy: Taxonomy { lazyTaxonomy.value }
  /// The editions' sections.
  public var sections: SectionPlans { lazySections.value }

  /// The data that the executable carries.
  ///
  /// - Parameter newer: Newer files of an editor, whole, instead of those; each is checked against its schema first.
  /// - Throws: `ReferenceError` with what is wrong with a newer file.
  public static func load(overriding newer: [ReferenceFile: [UInt8]] = [:]) throws(ReferenceError) -> ReferenceData {
    let data = ReferenceData(
      lazyNetwork: try .reading(.network, overriding: newer[.network], Network.init),
      lazyNames: try .reading(.names, overriding: newer[.names], ThirdCountryNames.init),
      lazyTaxonomy: try .reading(.taxonomy, overriding: newer[.taxonomy], Taxonomy.init),
      lazySections: try .reading(.sections, overriding: newer[.sections], SectionPlans.init))
    if newer[.taxonomy] != nil || newer[.sections] != nil { try data.check() }
    return data
  }

  /// Checks that the sections go with the taxonomy.
  ///
  /// - Throws: `ReferenceError` with what does not.
  public func check() throws(ReferenceError) { try ReferenceData.check(sections, taxonomy) }

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
