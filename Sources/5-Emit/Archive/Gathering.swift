import Model

/// The entries of one contributor or of one theme, across all issues.
struct Gathering: Sendable {
  /// By what entries are gathered.
  enum Subject: Sendable {
    case country(CountryCode)
    case theme(ThemeCode)
  }

  /// Whose entries they are.
  let subject: Subject
  /// The name of the contributor or the theme, as the newest of its entries has it.
  let name: String
  /// The places of its entries in the archive, oldest first.
  let entries: [Int]
  /// The places of the entries that stand under another theme and touch this one too, oldest first.
  var touching: [Int] = []

  /// The contributors, the EU first, then by name.
  static func countries(of entries: [ArchivedEntry]) -> [Gathering] {
    let groups = Dictionary(grouping: entries.indices) { entries[$0].entry.country }
    let all = groups.map { country, places in
      Gathering(subject: .country(country), name: entries[places[places.count - 1]].entry.countryName, entries: places)
    }
    return all.sorted { $0.sortKey < $1.sortKey }
  }

  /// The themes, in the order in which the newest issue that has them in its sections has them.
  static func themes(of entries: [ArchivedEntry], inOrderOf issues: [CompiledIssue]) -> [Gathering] {
    let groups = Dictionary(grouping: entries.indices) { entries[$0].entry.theme }
    var order: [ThemeCode] = []
    var known: Set<ThemeCode> = []
    for theme in issues.reversed().flatMap({ $0.sections.flatMap(\.themeCodes) }) where known.insert(theme).inserted {
      order.append(theme)
    }
    // A theme without a section stands last, so that no entry gets lost.
    order += groups.keys.filter { !known.contains($0) }.sorted { $0.rawValue < $1.rawValue }
    let touching = touching(entries)
    return order.compactMap { theme in
      guard let places = groups[theme], let newest = places.last else { return nil }
      return Gathering(
        subject: .theme(theme), name: entries[newest].themeLabel, entries: places, touching: touching[theme] ?? [])
    }
  }

  private static func touching(_ entries: [ArchivedEntry]) -> [ThemeCode: [Int]] {
    var touching: [ThemeCode: [Int]] = [:]
    for (place, archived) in entries.enumerated() {
      for theme in Set(archived.entry.development.furtherThemes) where theme != archived.entry.theme {
        touching[theme, default: []].append(place)
      }
    }
    return touching
  }

  /// The path of its page.
  var path: String {
    switch subject {
    case .country(let code): SitePath.country(code)
    case .theme(let code): SitePath.theme(code)
    }
  }

  /// What names it in feeds: `country-no`, `theme-return`.
  var feedName: String {
    switch subject {
    case .country(let code): "country-" + code.rawValue.lowercased()
    case .theme(let code): "theme-" + code.rawValue
    }
  }

  /// What its pages depend on.
  var dependency: SiteDependency {
    switch subject {
    case .country(let code): .country(code)
    case .theme(let code): .theme(code)
    }
  }

  /// The part of the site that its page belongs to.
  var area: SiteArea {
    switch subject {
    case .country: .countries
    case .theme: .themes
    }
  }

  private var sortKey: (Int, String) {
    if case .country(.europeanUnion) = subject { return (0, name) }
    return (1, name)
  }
}
