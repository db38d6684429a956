import Model

/// All issues with what connects them: the contributors, the themes, the threads of follow-ups.
struct Archive: Sendable {
  /// The issues, in the order of their periods.
  let issues: [CompiledIssue]
  /// The entries of all issues, in the order of the issues and of reading.
  let entries: [ArchivedEntry]
  /// The threads, in the order of their first steps.
  let threads: [FollowUpThread]
  /// The contributors that have entries: the EU first, then by name.
  let countries: [Gathering]
  /// The themes that have entries, in the order of the newest plan that has them.
  let themes: [Gathering]
  /// The entries that were withdrawn, in the order of the issues.
  let withdrawals: [ArchivedWithdrawal]
  /// For entries whose headlines use names with a note, the notes.
  let notes: [Int: [NameNote]]
  private let threadOfEntry: [Int: Int]

  init(_ issues: [CompiledIssue]) {
    self.issues = issues
    let entries = issues.enumerated().flatMap { place, issue in
      let labels = Dictionary(issue.sections.flatMap(\.themes)) { first, _ in first }
      return issue.entries.map { ArchivedEntry($0, issue: place, in: issue, themeLabel: labels[$0.theme]) }
    }
    self.entries = entries
    withdrawals = issues.enumerated().flatMap { place, issue in
      issue.withdrawn.map { ArchivedWithdrawal($0, issue: place, in: issue) }
    }
    var notes: [Int: [NameNote]] = [:]
    for (place, archived) in entries.enumerated() {
      let found = issues[archived.issue].nameNotes(at: archived.entry)
      if !found.isEmpty { notes[place] = found }
    }
    self.notes = notes
    threads = followUpThreads(of: entries)
    var threadOfEntry: [Int: Int] = [:]
    for (place, thread) in threads.enumerated() {
      for step in thread.steps { threadOfEntry[step.entry] = place }
    }
    self.threadOfEntry = threadOfEntry
    countries = Gathering.countries(of: entries)
    themes = Gathering.themes(of: entries, inOrderOf: issues)
  }

  /// The thread that an entry belongs to.
  func thread(ofEntry place: Int) -> FollowUpThread? { threadOfEntry[place].map { threads[$0] } }

  /// The issue of an entry.
  func issue(of entry: ArchivedEntry) -> CompiledIssue { issues[entry.issue] }

  /// What a page depends on that leads from entries to their threads: who takes part in these may change their names.
  func dependencies(ofThreadsOf places: [Int]) -> Set<SiteDependency> {
    var dependencies: Set<SiteDependency> = []
    for thread in places.compactMap(thread(ofEntry:)) {
      for step in thread.steps { dependencies.insert(.country(entries[step.entry].entry.country)) }
    }
    return dependencies
  }
}

/// An entry and where it stands in the archive.
struct ArchivedEntry: Sendable {
  /// What the issue prints.
  @Shared var entry: Entry
  /// The place of its issue in the archive, from 0.
  let issue: Int
  /// The period of its issue.
  let period: Period
  /// The name of its theme, as its issue has it.
  let themeLabel: String

  init(_ entry: Entry, issue place: Int, in issue: CompiledIssue, themeLabel: String?) {
    _entry = Shared(wrappedValue: entry)
    self.issue = place
    period = issue.period
    self.themeLabel = themeLabel ?? entry.theme.rawValue
  }

  /// Its address for good.
  var reference: DevelopmentReference {
    DevelopmentReference(country: entry.country, period: period, id: entry.development.id)
  }

  /// The place in the HTML edition, from the folder of the site.
  var path: String { SitePath.edition(of: period) + "#" + entry.anchor }

  /// The first day that its first step may mean; the period's where it has no step.
  var firstDay: Day { entry.development.stages.map(\.date.earliest).min() ?? period.first }
}

/// The time from one period to another in words: `October 2015 to December 2022`.
func span(_ first: Period, _ last: Period) -> String {
  let ends = [first.first, last.last].map { PartialDate.month(year: $0.year, month: $0.month).iso }
  return Period(ends.joined(separator: "_"))?.words ?? first.words
}
