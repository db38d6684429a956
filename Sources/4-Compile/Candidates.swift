import Model

/// A development on its way into an issue.
struct Candidate {
  var country: CountryCode
  /// The theme under which it will stand.
  var theme: ThemeCode
  var development: Development
  /// Its place in its submission.
  var place: Int
}

/// An editors' wish that an entry stand right before another of the same country.
struct Placement {
  var country: CountryCode
  var id: String
  var before: String
}

/// The developments of all submissions, and what editors' decisions make of them.
///
/// A decision that names an entry which is not there has no effect: the checks of the file report it.
struct Candidates {
  /// What is left, in order of the countries' codes, then of the submission.
  private(set) var all: [Candidate] = []
  /// The wishes on order, in the file's order, with entries that were merged replaced by what they went into.
  private(set) var placements: [Placement] = []
  private var decided = DecidedEntries(leftOutBy: [])

  init(_ submissions: [Submission], themes: [DevelopmentReference: ThemeDecision]) {
    for submission in submissions.sorted(by: Candidates.precedes) {
      for (place, development) in submission.developments.enumerated() {
        let reference = DevelopmentReference(
          country: submission.country, period: submission.period, id: development.id)
        let theme = themes[reference]?.theme ?? development.theme ?? ThemeCode("general")
        all.append(Candidate(country: submission.country, theme: theme, development: development, place: place))
      }
    }
  }

  /// A country has one submission for a period; were there two, their first ids would set them in order.
  private static func precedes(_ left: Submission, _ right: Submission) -> Bool {
    (left.country, left.period, left.developments.first?.id ?? "")
      < (right.country, right.period, right.developments.first?.id ?? "")
  }

  /// Carries out the decisions on an issue of a period: first what is left out, then merges in the file's order, then
  /// placements. Themes were decided before.
  mutating func carryOut(_ decisions: [Decision], of period: Period) {
    decided = DecidedEntries(leftOutBy: decisions)
    all.removeAll { decided.isLeftOut($0.development.id, of: $0.country) }
    for decision in decisions {
      guard case .merge(let id, let into) = decision.action else { continue }
      merge(id, into: into, of: decision.country, in: period)
    }
    if decided.hasMerged { redirectReferences(in: period) }
    for decision in decisions {
      guard case .place(let id, let before) = decision.action else { continue }
      placements.append(
        Placement(
          country: decision.country, id: decided.goal(of: id, of: decision.country),
          before: decided.goal(of: before, of: decision.country)))
    }
  }

  /// The headlines of those that others of the same period follow.
  func headlines(followedIn period: Period) -> [DevelopmentReference: Phrase] {
    var headlines: [DevelopmentReference: Phrase] = [:]
    for candidate in all {
      for reference in candidate.development.follows where reference.period == period {
        headlines[reference] = index(reference.country, reference.id).map { all[$0].development.headline }
      }
    }
    return headlines
  }

  /// Who follows what was merged follows what it went into; nothing follows itself.
  private mutating func redirectReferences(in period: Period) {
    for place in all.indices {
      let candidate = all[place]
      if !candidate.development.follows.contains(where: { $0.period == period }) { continue }
      var follows: [DevelopmentReference] = []
      for var reference in candidate.development.follows {
        if reference.period == period { reference.id = decided.goal(of: reference.id, of: reference.country) }
        let isOwn = reference.period == period && reference.country == candidate.country
        if isOwn, reference.id == candidate.development.id { continue }
        follows.addMissing([reference])
      }
      all[place].development.follows = follows
    }
  }

  private mutating func merge(_ id: String, into other: String, of country: CountryCode, in period: Period) {
    guard let from = index(country, id), let target = index(country, decided.goal(of: other, of: country)),
      decided.merge(id, into: other, of: country) != nil
    else { return }
    all[target].absorb(all[from], in: period)
    all.remove(at: from)
  }

  private func index(_ country: CountryCode, _ id: String) -> Int? {
    all.firstIndex { $0.country == country && $0.development.id == id }
  }
}

extension Candidate {
  /// Takes in all that another entry has and this one has not. Headline, kind and theme stay; the other's theme becomes
  /// a further one, so that readers of that theme still find it. The steps of both stand in order of their dates, and
  /// nothing is late any more when one of them falls in the period.
  mutating func absorb(_ other: Candidate, in period: Period) {
    development.stages.addMissing(other.development.stages)
    development.stages = development.stages.enumerated()
      .sorted { ($0.element.date.earliest, $0.offset) < ($1.element.date.earliest, $1.offset) }
      .map(\.element)
    if development.stages.contains(where: { period.contains($0.date) }) { development.late = nil }
    development.body.addMissing(other.development.body)
    development.figures.addMissing(other.development.figures)
    development.acts.addMissing(other.development.acts)
    development.euActs.addMissing(other.development.euActs)
    development.sources.addMissing(other.development.sources)
    development.follows.addMissing(other.development.follows)
    development.furtherThemes.addMissing([other.theme] + other.development.furtherThemes)
    development.furtherThemes.removeAll { $0 == theme }
  }
}

extension Array where Element: Equatable {
  /// Adds what is not there yet, in order.
  fileprivate mutating func addMissing(_ others: [Element]) {
    for other in others where !contains(other) { append(other) }
  }
}
