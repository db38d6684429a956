import Model

/// The page of one contributor or one theme: its entries by year and issue, the newest first.
func gatheringPage(_ gathering: Gathering, of archive: Archive) -> SitePage {
  let dependencies = archive.dependencies(ofThreadsOf: gathering.entries).union([gathering.dependency, .issues])
    .union(gathering.touching.map { .theme(archive.entries[$0].entry.theme) })
    .union(archive.dependencies(ofNotesAt: gathering.entries + gathering.touching))
  return SitePage(path: gathering.path, dependencies: dependencies) {
    let head = SiteHead(
      path: gathering.path, name: Phrase(gathering.name), area: gathering.area,
      feed: ("Developments: " + gathering.name, SitePath.feed(gathering.feedName)))
    var writer = HTMLWriter(register: EntryRegister(), capacity: gathering.entries.count << 9 + 1 << 14)
    writer.openSitePage(head)
    let years = Dictionary(grouping: gathering.entries) { archive.entries[$0].period.last.year }
    let order = years.keys.sorted(by: >)
    writer.gatheringLead(gathering, years: order, head)
    for year in order {
      writer.markup("<section>\n")
      writer.heading(2, String(year), id: "year-\(year)")
      writer.issues(years[year] ?? [], of: archive, gathering, head)
      writer.markup("</section>\n")
    }
    if !gathering.touching.isEmpty { writer.touching(gathering, of: archive, head) }
    writer.nameNotes(archive.nameNotes(at: gathering.entries + gathering.touching))
    writer.closeSitePage()
    return writer.out.bytes
  }
}

extension HTMLWriter {
  fileprivate mutating func gatheringLead(_ gathering: Gathering, years: [Int], _ head: SiteHead) {
    element("<p class=\"lead\">", counted(gathering.entries.count, "development"), "</p>\n<p class=\"remark\">")
    link(from: head, to: SitePath.feed(gathering.feedName), "Feed of new developments (Atom)")
    markup("</p>\n")
    guard years.count > 1 else { return }
    markup("<nav class=\"years\" aria-label=\"Years\">\n<ul>\n")
    for year in years {
      markup("<li>")
      openLink(toAnchor: "year-\(year)")
      markup("\(year)</a></li>\n")
    }
    markup("</ul>\n</nav>\n")
  }

  /// Writes the entries of a year, issue by issue.
  fileprivate mutating func issues(_ places: [Int], of archive: Archive, _ gathering: Gathering, _ head: SiteHead) {
    let byIssue = Dictionary(grouping: places) { archive.entries[$0].issue }
    for place in byIssue.keys.sorted(by: >) {
      let issue = archive.issues[place]
      markup("<h3>")
      link(from: head, to: SitePath.edition(of: issue.period), issue.period.words)
      element(" <span class=\"quiet\">", Words.edition(of: issue), "</span></h3>\n")
      if issue.isDraft { element("<p class=\"draft\">", Words.draft, "</p>\n") }
      markup("<ul class=\"entries\">\n")
      for entry in byIssue[place] ?? [] { item(entry, of: archive, gathering, head) }
      markup("</ul>\n")
    }
  }

  /// Writes the entries of other themes that touch a theme, the newest issue first.
  fileprivate mutating func touching(_ gathering: Gathering, of archive: Archive, _ head: SiteHead) {
    markup("<section>\n")
    heading(2, Words.seeAlso, id: "see-also")
    markup("<p>Developments that stand under other themes and touch this one too.</p>\n<ul class=\"entries\">\n")
    let byIssue = Dictionary(grouping: gathering.touching) { archive.entries[$0].issue }
    for archived in byIssue.keys.sorted(by: >).flatMap({ byIssue[$0] ?? [] }).map({ archive.entries[$0] }) {
      markup("<li>\n<p class=\"headline\">")
      openLink(from: head, to: archived.path)
      phrase(archived.entry.development.headline)
      element("</a></p>\n<p class=\"standing\">", archived.period.words, " · ")
      link(from: head, to: SitePath.country(archived.entry.country), archived.entry.countryName)
      markup(" · ")
      link(from: head, to: SitePath.theme(archived.entry.theme), archived.themeLabel)
      markup("</p>\n</li>\n")
    }
    markup("</ul>\n</section>\n")
  }

  private mutating func item(_ place: Int, of archive: Archive, _ gathering: Gathering, _ head: SiteHead) {
    let archived = archive.entries[place]
    markup("<li>\n<p class=\"headline\">")
    openLink(from: head, to: archived.path)
    phrase(archived.entry.development.headline)
    markup("</a></p>\n<p class=\"standing\">")
    kindAndStages(of: archived.entry)
    markup("</p>\n<p class=\"standing\">")
    switch gathering.subject {
    case .country: link(from: head, to: SitePath.theme(archived.entry.theme), archived.themeLabel)
    case .theme: link(from: head, to: SitePath.country(archived.entry.country), archived.entry.countryName)
    }
    if let thread = archive.thread(ofEntry: place) {
      markup(" · ")
      link(from: head, to: SitePath.thread(thread), "Time line of \(thread.steps.count) steps")
    }
    markup("</p>\n</li>\n")
  }

  /// Writes the kind of an entry and its steps with their dates.
  private mutating func kindAndStages(of entry: Entry) {
    element("<span class=\"kind\">", entry.kindLabel, "</span>")
    for (place, stage) in entry.stages.enumerated() {
      text((place == 0 ? " · " : "; ") + Words.stage(stage.label, isFirst: place == 0) + " ")
      date(stage.date)
    }
  }
}
