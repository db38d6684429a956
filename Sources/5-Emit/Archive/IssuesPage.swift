import Model

/// The site's door: the index of issues, the newest first.
func issuesPage(of archive: Archive) -> SitePage {
  SitePage(path: SitePath.door, dependencies: [.issues]) {
    var head = SiteHead(path: SitePath.door, area: .issues)
    if !archive.issues.isEmpty { head.feed = ("New issues", SitePath.issuesFeed) }
    var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 15)
    writer.openSitePage(head)
    writer.introduction(of: archive, head)
    let years = Dictionary(grouping: archive.issues) { $0.period.last.year }
    for year in years.keys.sorted(by: >) {
      writer.markup("<section>\n")
      writer.heading(2, String(year), id: "year-\(year)")
      writer.markup("<ul class=\"issues\">\n")
      for issue in (years[year] ?? []).reversed() { writer.issueItem(issue, head) }
      writer.markup("</ul>\n</section>\n")
    }
    writer.closeSitePage()
    return writer.out.bytes
  }
}

extension HTMLWriter {
  fileprivate mutating func introduction(of archive: Archive, _ head: SiteHead) {
    guard let first = archive.issues.first, let last = archive.issues.last else {
      return element("<p>", SiteWords.none, "</p>\n")
    }
    markup("<p class=\"lead\">")
    text(counted(archive.issues.count, "issue") + " with " + counted(archive.entries.count, "development"))
    text(": " + span(first.period, last.period))
    markup(".</p>\n<p>All developments stand by ")
    link(from: head, to: SitePath.countries, "country")
    markup(", by ")
    link(from: head, to: SitePath.themes, "theme")
    markup(" and, where one continues another, as ")
    link(from: head, to: SitePath.threads, "time lines")
    markup(". ")
    link(from: head, to: SitePath.issuesFeed, "A feed")
    markup(" tells of new issues. For research there are ")
    link(from: head, to: SitePath.developments, "all developments as JSON Lines")
    markup(" and the ")
    link(from: head, to: SitePath.issueSchema, "schema of the data")
    markup(".</p>\n")
  }

  fileprivate mutating func issueItem(_ issue: CompiledIssue, _ head: SiteHead) {
    markup("<li>\n<h3>")
    link(
      from: head, to: SitePath.edition(of: issue.period),
      issue.title + ", " + Words.edition(of: issue) + ": " + issue.period.words)
    markup("</h3>\n<p class=\"standing\">")
    draftMark(of: issue)
    if let published = issue.published {
      markup(Words.publishedBefore(published))
      date(published)
      markup(" · ")
    }
    text(counted(issue.entryCount, "development"))
    markup(" · ")
    link(from: head, to: SitePath.text(of: issue.period), "text")
    markup(" · ")
    link(from: head, to: SitePath.json(of: issue.period), "data (JSON)")
    markup("</p>\n</li>\n")
  }

  /// Says of a draft that it is one.
  mutating func draftMark(of issue: CompiledIssue) {
    if issue.isDraft { element("<strong class=\"mark\">", Words.draft, "</strong> · ") }
  }
}
