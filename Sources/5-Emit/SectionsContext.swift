import Model

/// What entries, and what is drawn from them, need to know of all the sections that they stand among.
struct SectionsContext {
  /// Where a theme of the list stands.
  struct ThemePlace {
    /// Its name for readers.
    let label: String
    /// The number of its section.
    let section: Int
    /// The id of its section's place in pages.
    let anchor: String
  }

  /// The sections, in order.
  let sections: [Section]
  /// Who reports how much where.
  let overview: Overview
  /// Where entries stand, for references from one to another.
  let register: EntryRegister
  private let places: [ThemeCode: ThemePlace]

  /// What there is to know of sections.
  ///
  /// - Parameters:
  ///   - sections: The sections, in order.
  ///   - period: The period of all entries that name none themselves.
  ///   - leadsToThemes: Whether the page has the sections of the themes, so that entries can lead to them.
  init(_ sections: [Section], period: Period?, leadsToThemes: Bool = true) {
    self.sections = sections
    overview = Overview(sections)
    register = EntryRegister(sections, period: period)
    var places: [ThemeCode: ThemePlace] = [:]
    for section in sections where leadsToThemes {
      for theme in section.themes {
        places[theme.code] = ThemePlace(label: theme.label, section: section.number, anchor: section.anchor)
      }
    }
    self.places = places
  }

  /// What there is to know of an issue's sections.
  init(_ issue: CompiledIssue, leadsToThemes: Bool = true) {
    self.init(issue.sections, period: issue.period, leadsToThemes: leadsToThemes)
  }

  /// What there is to know of a product's sections.
  init(_ product: CompiledProduct) { self.init(product.sections, period: nil) }

  /// All entries, in reading order.
  var entries: [Entry] { sections.flatMap { $0.groups.flatMap(\.entries) } }

  /// The themes of other sections under which an entry could stand too.
  func furtherPlaces(of entry: Entry) -> [ThemePlace] {
    let home = places[entry.theme]?.section
    return entry.development.furtherThemes.compactMap { places[$0] }.filter { $0.section != home }
  }
}
