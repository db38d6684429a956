import Model
import Text

/// What the filters of the search need to know of each development, and the choices that they offer.
struct SearchTable {
  /// A filter's choice: a code for addresses, a name for readers.
  struct Choice: Equatable {
    var code: String
    var label: String
  }

  /// What a filter looks at. The names are those of the address.
  enum Filter: String, CaseIterable {
    case country, year, kind, theme, stage, act
  }

  /// For each development, in order, which of the sets of codes is its own.
  struct Column {
    private(set) var sets: [String] = []
    private(set) var numbers: [Int] = []
    private var places: [String: Int] = [:]

    mutating func append(_ set: String) { numbers.append(place(of: set)) }

    /// Adds the developments of another column after those of this one.
    mutating func append(contentsOf other: Column) {
      let places = other.sets.map { place(of: $0) }
      numbers += other.numbers.map { places[$0] }
    }

    private mutating func place(of set: String) -> Int {
      if let place = places[set] { return place }
      places[set] = sets.count
      sets.append(set)
      return sets.count - 1
    }
  }

  /// The filters that have a column each; years follow from the periods.
  static let filters = Filter.allCases.filter { $0 != .year }

  /// The columns of the filters.
  var columns: [Filter: Column] = [:]
  /// The names of what the filters offer, by code: of several in the archive the newest.
  var labels: [Filter: [String: String]] = [:]
  /// The acts of the EU.
  var acts = SearchActs()
  /// The notes at names in the headlines.
  var notes: [NameNote] = []
  /// The periods, the newest first, each with the number of its developments.
  private(set) var periods: [(period: Period, count: Int)] = []

  /// A table of no developments.
  init() { for filter in Self.filters { columns[filter] = Column() } }

  /// The developments of an issue.
  init(_ issue: CompiledIssue) {
    self.init()
    for section in issue.sections {
      for theme in section.themes { name(.theme, theme.code.rawValue, theme.label) }
    }
    for section in issue.sections {
      for group in section.groups { for entry in group.entries { add(entry) } }
    }
    if !issue.nameNotes.isEmpty { notes = gathered(issue.entries.flatMap { issue.nameNotes(at: $0) }) }
  }

  /// Adds the developments of the issue of a period, which is older than those before.
  mutating func append(_ period: Period, _ issue: SearchTable) {
    periods.append((period, issue.columns[.country]?.numbers.count ?? 0))
    for (filter, column) in issue.columns { columns[filter]?.append(contentsOf: column) }
    for (filter, names) in issue.labels { labels[filter, default: [:]].merge(names) { newer, _ in newer } }
    acts.add(issue.acts)
    notes = gathered(issue.notes + notes)
  }

  private mutating func add(_ entry: Entry) {
    let development = entry.development
    name(.country, entry.country.rawValue, entry.countryName)
    name(.kind, development.kind.rawValue, Words.stage(entry.kindLabel, isFirst: true))
    for (stage, label) in zip(development.stages, entry.stageLabels) {
      name(.stage, stage.type.rawValue, Words.stage(label, isFirst: true))
    }
    let themes = [entry.theme] + development.furtherThemes.filter { $0 != entry.theme }
    columns[.country]?.append(entry.country.rawValue)
    columns[.kind]?.append(development.kind.rawValue)
    columns[.theme]?.append(themes.map(\.rawValue).joined(separator: " "))
    columns[.stage]?.append(Set(development.stages.map(\.type.rawValue)).sorted().joined(separator: " "))
    columns[.act]?.append(acts.add(development).joined(separator: " "))
  }

  private mutating func name(_ filter: Filter, _ code: String, _ label: String) {
    if labels[filter]?[code] == nil { labels[filter, default: [:]][code] = label }
  }

  /// What a filter offers: only what occurs.
  func choices(_ filter: Filter) -> [Choice] {
    switch filter {
    case .year:
      return Set(periods.flatMap { [$0.period.first.year, $0.period.last.year] }).sorted(by: >)
        .map { Choice(code: String($0), label: String($0)) }
    case .act: return acts.choices
    default:
      let used = Set((columns[filter]?.sets ?? []).flatMap { $0.split(separator: " ").map(String.init) })
      return used.map { Choice(code: $0, label: labels[filter]?[$0] ?? $0) }
        .sorted { ($0.label, $0.code) < ($1.label, $1.code) }
    }
  }
}
