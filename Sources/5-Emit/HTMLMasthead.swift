import Model

extension HTMLWriter {
  /// Writes the masthead: what it is, which edition, of which period, from when.
  mutating func masthead(of issue: CompiledIssue) {
    markup("<header class=\"masthead\">\n")
    if issue.isDraft { element("<p class=\"draft\"><strong>", Words.draft, "</strong></p>\n") }
    element("<p class=\"network\">", Words.network, "</p>\n")
    element("<h1>", issue.title, "</h1>\n")
    element("<p class=\"edition\"><span>", Words.edition(of: issue), "</span>\n")
    element("<span>", issue.period.words, "</span></p>\n")
    publication(of: issue)
    element("<p class=\"about\">", issue.about, "</p>\n</header>\n")
  }

  private mutating func publication(of issue: CompiledIssue) {
    guard issue.published != nil || issue.issn != nil else { return }
    markup("<p class=\"publication\">")
    if let published = issue.published {
      element("<span>", Words.publishedBefore(published), "")
      date(published)
      markup("</span>\n")
    }
    if let issn = issue.issn { element("<span>ISSN ", issn, "</span>") }
    markup("</p>\n")
  }

  /// Writes the contents: the themes and what follows them, as links.
  mutating func contents(of issue: CompiledIssue) {
    markup("<nav class=\"contents\" aria-labelledby=\"page-contents\">\n")
    heading(2, Words.contents, id: "page-contents")
    markup("<ul>\n")
    if let note = issue.specialNote { contentsLine("", note.headline, anchor: "page-note") }
    for section in issue.sections { contentsLine(String(section.number), section.heading, anchor: section.anchor) }
    if !issue.annex.isEmpty { contentsLine("", Words.annex, anchor: "page-annex") }
    if !issue.contactPoints.isEmpty { contentsLine("", Words.contactPoints, anchor: "page-contact-points") }
    contentsLine("", Words.colophon, anchor: "page-colophon")
    markup("</ul>\n</nav>\n")
  }

  private mutating func contentsLine(_ number: String, _ words: String, anchor: String) {
    markup("<li>")
    openLink(toAnchor: anchor)
    if !number.isEmpty { element("<span class=\"number\">", number, "</span> ") }
    element("<span>", words, "</span></a></li>\n")
  }

  /// Writes the note on the period's main event.
  mutating func specialNote(_ note: SpecialNote) {
    markup("<section class=\"note\" id=\"page-note\">\n")
    heading(2, note.headline)
    paragraphs(note.body)
    markup("</section>\n")
  }
}
