import Model

/// The feed of issues, those that were published or corrected last first.
func issuesFeed(of archive: Archive, base: SiteBase?) -> SitePage {
  let newest = archive.issues.enumerated().map { (day: $0.element.lastDayKnown, place: $0.offset) }
    .sorted { ($1.day, $1.place) < ($0.day, $0.place) }.prefix(AtomFeed.longest).map { archive.issues[$0.place] }
  let dependencies = Set(newest.map { SiteDependency.issue($0.period) }).union([.issues])
  return SitePage(path: SitePath.issuesFeed, dependencies: dependencies) {
    let title = archive.issues.last?.title ?? SiteWords.archive
    return AtomFeed(
      name: "issues", title: title, author: title, page: SitePath.door, items: newest.map(item), base: base
    ).bytes
  }
}

/// The feed of the developments of one contributor or one theme: those that were published, corrected or withdrawn last
/// first. What was withdrawn stays, as a notice.
func developmentsFeed(_ gathering: Gathering, of archive: Archive, base: SiteBase?) -> SitePage {
  // A correction may have changed an entry or taken it away.
  let dependencies = archive.dependencies(ofNotesAt: gathering.entries)
    .union([gathering.dependency, .issues]).union(archive.correctedIssues)
  return SitePage(path: SitePath.feed(gathering.feedName), dependencies: dependencies) {
    let title = archive.issues.last?.title ?? SiteWords.archive
    let notices = archive.withdrawals.filter { gathering.subject.held($0) }.map { notice($0, in: archive) }
    let items = notices + archive.newest(gathering.entries).map { item(archive.entries[$0], in: archive) }
    let newest = items.enumerated().sorted { one, other in
      (other.element.updated, one.offset) < (one.element.updated, other.offset)
    }
    return AtomFeed(
      name: gathering.feedName, title: title + ": " + gathering.name, author: title,
      page: gathering.entries.isEmpty ? gathering.area.path : gathering.path,
      items: newest.prefix(AtomFeed.longest).map(\.element), base: base
    ).bytes
  }
}

extension Archive {
  /// The entries that changed last, as many as a feed has: the latest first, those of a day in the order of reading.
  fileprivate func newest(_ places: [Int]) -> [Int] {
    let dated = places.map { place in
      let archived = entries[place]
      return (day: issue(of: archived).lastDayKnown(of: archived.entry), issue: archived.issue, place: place)
    }
    return dated.sorted { ($1.day, $1.issue, $0.place) < ($0.day, $0.issue, $1.place) }
      .prefix(AtomFeed.longest).map(\.place)
  }
}

private func item(_ issue: CompiledIssue) -> AtomFeed.Item {
  var summary = [counted(issue.entryCount, "development") + "."]
  if let note = issue.specialNote { summary.append("Special note: " + sentence(note.headline)) }
  summary += issue.corrections.map(words)
  summary += issue.nameNotes.filter { $0.isDue(in: issue.specialNote?.headline ?? "") }.map(words)
  return AtomFeed.Item(
    path: SitePath.edition(of: issue.period), urn: issue.period.name, title: Phrase(Words.subject(of: issue)),
    published: issue.published.map { _ in issue.firstDayKnown }, updated: issue.lastDayKnown,
    summary: summary.joined(separator: " "))
}

private func item(_ archived: ArchivedEntry, in archive: Archive) -> AtomFeed.Item {
  let entry = archived.entry
  let issue = archive.issue(of: archived)
  let stages = entry.stages.enumerated().map { place, stage in
    Words.stage(stage.label, isFirst: place == 0) + " " + stage.date.words
  }
  let standing =
    [entry.countryName, archived.themeLabel, entry.kindLabel] + (stages.isEmpty ? [] : [stages.joined(separator: "; ")])
  let summary =
    (issue.isDraft ? [Words.draft + "."] : []) + [standing.joined(separator: " · ") + ".", place(of: issue)]
    + issue.corrections(of: entry).map(words) + issue.nameNotes(at: entry.development.headline).map(words)
  return AtomFeed.Item(
    path: archived.path, urn: archived.period.name + ":" + entry.anchor, title: entry.development.headline,
    published: issue.published.map { _ in issue.firstDayKnown }, updated: issue.lastDayKnown(of: entry),
    summary: summary.joined(separator: " "), theme: (entry.theme.rawValue, archived.themeLabel))
}

/// What a feed says in the place of an entry that was withdrawn.
private func notice(_ archived: ArchivedWithdrawal, in archive: Archive) -> AtomFeed.Item {
  let entry = archived.withdrawal
  let issue = archive.issues[archived.issue]
  let reasons = issue.corrections.filter { $0.date == entry.date }.map { sentence($0.reason) }
  let summary =
    [Words.withdrawn + PartialDate.day(entry.date).words + "."] + reasons + [place(of: issue)]
    + issue.nameNotes(at: entry.headline).map(words)
  return AtomFeed.Item(
    path: archived.path, urn: issue.period.name + ":" + entry.anchor,
    title: Phrase("Withdrawn: " + entry.headline.words),
    published: issue.published.map { _ in issue.firstDayKnown }, updated: max(issue.firstDayKnown, entry.date),
    summary: summary.joined(separator: " "),
    theme: entry.theme.map { ($0.rawValue, issue.label(of: $0) ?? $0.rawValue) })
}

private func place(of issue: CompiledIssue) -> String { Words.edition(of: issue) + ", " + issue.period.words + "." }

private func words(_ correction: Correction) -> String {
  "Corrected on " + PartialDate.day(correction.date).words + ": " + sentence(correction.reason)
}

private func words(_ note: NameNote) -> String { note.name + ": " + sentence(note.words) }

/// A text that ends as a sentence does.
private func sentence(_ text: String) -> String {
  guard let last = text.last, !".!?".contains(last) else { return text }
  return text + "."
}
