import Model

/// What the parts of an edition need to know of the whole issue.
struct IssueContext {
  /// Where a theme of the list stands in the issue.
  struct ThemePlace {
    /// Its name for readers.
    let label: String
    /// The number of its section.
    let section: Int
    /// The id of its section's place in pages.
    let anchor: String
  }

  /// The issue.
  let issue: CompiledIssue
  /// Who reports how much where.
  let overview: Overview
  /// Where entries stand, for references from one to another.
  let register: EntryRegister
  private let places: [ThemeCode: ThemePlace]

  /// What there is to know of an issue.
  ///
  /// - Parameter leadsToThemes: Whether the page has the sections of the themes, so that entries can lead to them.
  init(_ issue: CompiledIssue, leadsToThemes: Bool = true) {
    self.issue = issue
    overview = Overview(issue)
    register = EntryRegister(issue)
    var places: [ThemeCode: ThemePlace] = [:]
    for section in issue.sections where leadsToThemes {
      for theme in section.themes {
        places[theme.code] = ThemePlace(label: theme.label, section: section.number, anchor: section.anchor)
      }
    }
    self.places = places
  }

  /// Where a theme stands; `nil` for a code that the edition does not know.
  func place(of theme: ThemeCode) -> ThemePlace? { places[theme] }

  /// The themes under which an entry could stand too, beside its own.
  func furtherPlaces(of entry: Entry) -> [ThemePlace] {
    entry.development.furtherThemes.filter { $0 != entry.theme }.compactMap { places[$0] }
  }
}
