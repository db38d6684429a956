import Model

/// The index of threads, the one that was continued last first.
func threadsPage(of archive: Archive) -> SitePage {
  let firsts = archive.threads.map { $0.steps[0].entry }
  let dependencies = archive.dependencies(ofNotesAt: firsts).union([.everything])
  return SitePage(path: SitePath.threads, dependencies: dependencies) {
    let head = SiteHead(path: SitePath.threads, area: .threads)
    var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 15)
    writer.openSitePage(head)
    writer.markup("<p class=\"lead\">Developments that continue earlier ones, from proposal to force.</p>\n")
    if archive.threads.isEmpty {
      writer.markup("<p>No development continues another yet.</p>\n")
    } else {
      writer.markup("<ul class=\"entries\">\n")
      for thread in archive.threads.sorted(by: { archive.recency(of: $0) > archive.recency(of: $1) }) {
        writer.threadItem(thread, of: archive, head)
      }
      writer.markup("</ul>\n")
    }
    writer.nameNotes(archive.nameNotes(at: firsts))
    writer.closeSitePage()
    return writer.out.bytes
  }
}

/// The page of a thread: its steps in the order of time.
func threadPage(_ thread: FollowUpThread, of archive: Archive) -> SitePage {
  let places = thread.steps.map(\.entry)
  let entries = places.map { archive.entries[$0] }
  let dependencies = Set(entries.map { SiteDependency.country($0.entry.country) }).union([.issues])
    .union(archive.dependencies(ofNotesAt: places))
  return SitePage(path: SitePath.thread(thread), dependencies: dependencies) {
    let head = SiteHead(
      path: SitePath.thread(thread), name: entries[0].entry.development.headline, area: .threads)
    var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 14)
    writer.openSitePage(head)
    writer.element("<p class=\"lead\">", archive.summary(of: thread), "</p>\n<ol class=\"thread\">\n")
    for place in thread.steps.indices { writer.step(place, of: thread, archive, head) }
    writer.markup("</ol>\n")
    writer.nameNotes(archive.nameNotes(at: places))
    writer.closeSitePage()
    return writer.out.bytes
  }
}

extension Archive {
  /// What orders threads by their last steps: the issue, then the place in it.
  fileprivate func recency(of thread: FollowUpThread) -> Int { thread.steps.map(\.entry).max() ?? 0 }

  /// Who takes part in a thread, how long it is, and from when to when: `Norway: 3 steps, …`.
  fileprivate func summary(of thread: FollowUpThread) -> String {
    let entries = thread.steps.map { self.entries[$0.entry] }
    var countries: Set<CountryCode> = []
    // A country that has changed its name has the newest here, and at each step that of the day.
    let newest = Dictionary(entries.map { ($0.entry.country, $0.entry.countryName) }) { _, newer in newer }
    let names = entries.filter { countries.insert($0.entry.country).inserted }.compactMap { newest[$0.entry.country] }
    let periods = entries.map(\.period)
    let summary = Words.list(names) + ": " + counted(entries.count, "step")
    guard let first = periods.min(), let last = periods.max() else { return summary }
    return summary + ", " + span(first, last)
  }
}

extension HTMLWriter {
  fileprivate mutating func threadItem(_ thread: FollowUpThread, of archive: Archive, _ head: SiteHead) {
    let first = archive.entries[thread.steps[0].entry].entry
    markup("<li>\n<p class=\"headline\">")
    openLink(from: head, to: SitePath.thread(thread))
    phrase(first.development.headline)
    element("</a></p>\n<p class=\"standing\">", archive.summary(of: thread), "</p>\n</li>\n")
  }

  fileprivate mutating func step(_ place: Int, of thread: FollowUpThread, _ archive: Archive, _ head: SiteHead) {
    let step = thread.steps[place]
    let archived = archive.entries[step.entry]
    let issue = archive.issue(of: archived)
    markup("<li")
    id("step-\(place + 1)")
    markup(">\n<h2>")
    openLink(from: head, to: archived.path)
    phrase(archived.entry.development.headline)
    markup("</a></h2>\n<p class=\"standing\">")
    draftMark(of: issue)
    element("", issue.period.words + ", " + Words.edition(of: issue), " · ")
    link(from: head, to: SitePath.country(archived.entry.country), archived.entry.countryName)
    element(" · <span class=\"kind\">", archived.entry.kindLabel, "</span> · ")
    link(from: head, to: SitePath.theme(archived.entry.theme), archived.themeLabel)
    markup("</p>\n")
    stages(of: archived.entry)
    origins(of: step, in: thread, archive)
    markup("</li>\n")
  }

  private mutating func stages(of entry: Entry) {
    if entry.stages.isEmpty { return }
    markup("<ul class=\"stages\">\n")
    for stage in entry.stages {
      element("<li>", Words.stage(stage.label, isFirst: true), " ")
      date(stage.date)
      markup("</li>\n")
    }
    markup("</ul>\n")
  }

  /// Writes what a step continues.
  private mutating func origins(of step: FollowUpThread.Step, in thread: FollowUpThread, _ archive: Archive) {
    for place in step.predecessors {
      markup("<p class=\"standing\">Follows up ")
      openLink(toAnchor: "step-\(place + 1)")
      phrase(archive.entries[thread.steps[place].entry].entry.development.headline)
      markup("</a></p>\n")
    }
    for predecessor in step.missing {
      markup("<p class=\"standing\">Follows up ")
      phrase(predecessor.headline)
      element(" (", predecessor.reference.period.words, "), which the archive does not hold</p>\n")
    }
  }
}
