import Model

/// The feed of issues.
func issuesFeed(of archive: Archive, base: SiteBase?) -> SitePage {
  let newest = archive.issues.suffix(AtomFeed.longest).reversed()
  let dependencies = Set(newest.map { SiteDependency.issue($0.period) }).union([.issues])
  return SitePage(path: SitePath.issuesFeed, dependencies: dependencies) {
    let title = archive.issues.last?.title ?? SiteWords.archive
    return AtomFeed(
      name: "issues", title: title, author: title, page: SitePath.door, items: newest.map(item), base: base
    ).bytes
  }
}

/// The feed of the developments of one contributor or one theme.
func developmentsFeed(_ gathering: Gathering, of archive: Archive, base: SiteBase?) -> SitePage {
  SitePage(path: SitePath.feed(gathering.feedName), dependencies: [gathering.dependency, .issues]) {
    let title = archive.issues.last?.title ?? SiteWords.archive
    let byIssue = Dictionary(grouping: gathering.entries) { archive.entries[$0].issue }
    let newest = byIssue.keys.sorted(by: >).flatMap { byIssue[$0] ?? [] }.prefix(AtomFeed.longest)
    return AtomFeed(
      name: gathering.feedName, title: title + ": " + gathering.name, author: title, page: gathering.path,
      items: newest.map { item(archive.entries[$0], in: archive) }, base: base
    ).bytes
  }
}

private func item(_ issue: CompiledIssue) -> AtomFeed.Item {
  var summary = counted(issue.entries.count, "development") + "."
  if let note = issue.specialNote { summary += " Special note: " + note.headline }
  return AtomFeed.Item(
    path: SitePath.edition(of: issue.period), urn: issue.period.name, title: Phrase(Words.subject(of: issue)),
    updated: issue.firstDayKnown, summary: summary)
}

private func item(_ archived: ArchivedEntry, in archive: Archive) -> AtomFeed.Item {
  let entry = archived.entry
  let issue = archive.issue(of: archived)
  let stages = entry.stages.enumerated().map { place, stage in
    Words.stage(stage.label, isFirst: place == 0) + " " + stage.date.words
  }
  let standing =
    [entry.countryName, archived.themeLabel, entry.kindLabel] + (stages.isEmpty ? [] : [stages.joined(separator: "; ")])
  return AtomFeed.Item(
    path: archived.path, urn: archived.period.name + ":" + entry.anchor, title: entry.development.headline,
    updated: issue.firstDayKnown,
    summary: (issue.isDraft ? Words.draft + ". " : "") + standing.joined(separator: " · ") + ". "
      + Words.edition(of: issue) + ", " + issue.period.words + ".",
    theme: (entry.theme.rawValue, archived.themeLabel))
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
}
