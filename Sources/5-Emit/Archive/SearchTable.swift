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
    private(set) var numbers = SearchNumbers()
    private var places: [String: Int] = [:]

    mutating func append(_ codes: [String]) {
      let set = codes.joined(separator: " ")
      let place = places[set] ?? sets.count
      if place == sets.count {
        places[set] = place
        sets.append(set)
      }
      numbers.append(place)
    }
  }

  /// The columns of the filters; years follow from the periods.
  private(set) var columns: [Filter: Column] = [:]
  /// The names of what the filters offer, by code: of several in the archive the newest.
  private var labels: [Filter: [String: String]] = [:]
  private var acts = SearchActs()
  /// The periods, the newest first, each with the number of its developments.
  let periods: [(period: Period, count: Int)]

  /// The developments of issues, the newest of which comes first.
  init(_ issues: [CompiledIssue]) {
    periods = issues.map { ($0.period, $0.entryCount) }
    for filter in Filter.allCases where filter != .year { columns[filter] = Column() }
    for issue in issues {
      for section in issue.sections {
        for theme in section.themes { name(.theme, theme.code.rawValue, theme.label) }
      }
      for section in issue.sections {
        for group in section.groups { for entry in group.entries { add(entry) } }
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    let development = entry.development
    name(.country, entry.country.rawValue, entry.countryName)
    name(.kind, development.kind.rawValue, Words.stage(entry.kindLabel, isFirst: true))
    for (stage, label) in zip(development.stages, entry.stageLabels) {
      name(.stage, stage.type.rawValue, Words.stage(label, isFirst: true))
    }
    let themes = [entry.theme] + development.furtherThemes.filter { $0 != entry.theme }
    columns[.country]?.append([entry.country.rawValue])
    columns[.kind]?.append([development.kind.rawValue])
    columns[.theme]?.append(themes.map(\.rawValue))
    columns[.stage]?.append(Set(development.stages.map(\.type.rawValue)).sorted())
    columns[.act]?.append(acts.add(development))
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

/// The acts of the EU that developments make, transpose, apply or cite, with the names that they go by.
struct SearchActs {
  /// How a name came up: a name that a submission gives to an EU act says more than words in a text.
  private enum Standing: Int { case cited, title, named }

  private var names: [String: [String: (standing: Standing, count: Int)]] = [:]

  /// Takes note of a development's acts.
  ///
  /// - Returns: Their CELEX numbers in order.
  mutating func add(_ development: Development) -> [String] {
    var found: Set<String> = []
    func isOfTheUnion(_ celex: String) -> Bool {
      // Sector 3 is legislation of the EU; sector 7, where national acts stand, is none.
      celex.hasPrefix("3") && !celex.contains { $0.isWhitespace }
    }
    func add(_ celex: String?, _ name: String?, _ standing: Standing, to acts: inout SearchActs) {
      guard let celex, isOfTheUnion(celex) else { return }
      found.insert(celex)
      let known = acts.names[celex, default: [:]][name ?? celex]
      let best = known.map { $0.standing.rawValue > standing.rawValue ? $0.standing : standing } ?? standing
      acts.names[celex, default: [:]][name ?? celex] = (best, (known?.count ?? 0) + 1)
    }
    for act in development.euActs { add(act.celex, act.name, .named, to: &self) }
    for act in development.acts { add(act.celex, act.titles.first?.words, .title, to: &self) }
    for case .citation(let words, let celex, _) in development.body.flatMap(\.pieces) {
      add(celex, words, .cited, to: &self)
    }
    return found.sorted()
  }

  /// The acts by name: the name most used, the shorter of two.
  var choices: [SearchTable.Choice] {
    names.map { celex, names in
      let best = names.min { left, right in
        let (a, b) = (left.value, right.value)
        return (-a.standing.rawValue, -a.count, left.key.utf8.count, left.key)
          < (-b.standing.rawValue, -b.count, right.key.utf8.count, right.key)
      }
      let name = best?.key ?? celex
      return SearchTable.Choice(code: celex, label: name == celex ? celex : "\(name) (\(celex))")
    }
    .sorted { ($0.label, $0.code) < ($1.label, $1.code) }
  }
}
