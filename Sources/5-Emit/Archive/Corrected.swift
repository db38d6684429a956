import Model

/// An entry that was withdrawn and where it stood in the archive.
struct ArchivedWithdrawal: Sendable {
  /// What is left of the entry.
  let withdrawal: Withdrawal
  /// The place of its issue in the archive, from 0.
  let issue: Int
  /// The place of the notice in the HTML edition, from the folder of the site: where the entry stood.
  let path: String

  init(_ withdrawal: Withdrawal, issue place: Int, in issue: CompiledIssue) {
    self.withdrawal = withdrawal
    self.issue = place
    path = SitePath.edition(of: issue.period) + "#" + withdrawal.anchor
  }
}

extension Gathering.Subject {
  /// Whether an entry that was withdrawn belonged here.
  func held(_ archived: ArchivedWithdrawal) -> Bool {
    switch self {
    case .country(let code): archived.withdrawal.country == code
    case .theme(let code): archived.withdrawal.theme == code
    }
  }
}

extension Archive {
  /// What a page depends on that tells of corrections: the issues that have any.
  var correctedIssues: Set<SiteDependency> {
    Set(issues.filter { !$0.corrections.isEmpty }.map { .issue($0.period) })
  }

  /// The contributors and themes of which nothing is left but notices: their pages are gone, their feeds stay.
  var emptied: [Gathering] {
    var emptied: [Gathering] = []
    for archived in withdrawals.reversed() {
      let issue = issues[archived.issue]
      let code = archived.withdrawal.country
      let name = issue.contactPoints.first { $0.country == code }?.name ?? code.rawValue
      emptied.append(Gathering(subject: .country(code), name: name, entries: []))
      guard let theme = archived.withdrawal.theme else { continue }
      emptied.append(Gathering(subject: .theme(theme), name: issue.label(of: theme) ?? theme.rawValue, entries: []))
    }
    var known = Set((countries + themes).map(\.path))
    return emptied.filter { known.insert($0.path).inserted }
  }
}

extension CompiledIssue {
  /// The day on which it can be taken to have been published: the date of publication as far as it is known, but no
  /// day before the period's end; without a date that end.
  var firstDayKnown: Day {
    switch published {
    case .day(let day): day
    case .some(let date): max(date.earliest, period.last)
    case nil: period.last
    }
  }

  /// The day of its last correction, or that on which it can be taken to have been published.
  var lastDayKnown: Day { max(firstDayKnown, corrections.map(\.date).max() ?? firstDayKnown) }

  /// The corrections that changed an entry or added it, the oldest first.
  func corrections(of entry: Entry) -> [Correction] { corrections.filter { $0.entries.contains(entry.anchor) } }

  /// The day on which an entry last changed.
  func lastDayKnown(of entry: Entry) -> Day {
    max(firstDayKnown, corrections(of: entry).map(\.date).max() ?? firstDayKnown)
  }

  /// The name of a theme, where one of its sections has it.
  func label(of theme: ThemeCode) -> String? {
    for section in sections { for (code, label) in section.themes where code == theme { return label } }
    return nil
  }
}
