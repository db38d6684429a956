import Model
import Text

extension HTMLWriter {
  /// Writes how the submissions will read in the bulletin.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - template: The template of an entry.
  mutating func previews(of page: FindingsPage, _ template: Template<EntryView.Slot> = Templates.own().entry) {
    markup("<section id=\"page-preview\">\n")
    heading(2, "How it will read in the bulletin")
    markup(
      "<p class=\"quiet\">Each entry stands under the heading that its edition has. Entries get their numbers when ")
    markup(
      "the issue is put together, and editors may move or merge them. Contact details and notes to the editors are ")
    markup("never published and do not appear here.</p>\n")
    var anchors: Set<String> = []
    let names = PathNames(page.report.files.map(\.path))
    for preview in page.report.previews {
      if page.onlyPreview != nil {
        self.preview(preview, level: 3, &anchors, template)
      } else {
        let title = [visible(names[preview.path]), preview.contributor].filter { !$0.isEmpty }
        element("<details class=\"submission\">\n<summary>", title.joined(separator: " · "), " ")
        element("<span class=\"quiet\">", preview.countInWords, "</span></summary>\n")
        self.preview(preview, level: 3, &anchors, template)
        markup("</details>\n")
      }
    }
    markup("</section>\n")
  }

  private mutating func preview(
    _ preview: SubmissionPreview, level: Int, _ anchors: inout Set<String>, _ template: Template<EntryView.Slot>
  ) {
    guard let issue = preview.issue else {
      markup(
        "<p class=\"unseen\">There is no preview: the file cannot be read as a whole, or does not say whose it is, ")
      return markup("until its errors are mended.</p>\n")
    }
    hidden(preview.hidden)
    if issue.entries.isEmpty {
      if preview.hidden.isEmpty { markup("<p class=\"quiet\">There is no entry to show.</p>\n") }
      return
    }
    let context = SectionsContext(issue, leadsToThemes: false)
    register = context.register
    markup("<div class=\"paper\">\n")
    if preview.isDraft { element("<p class=\"draft\"><strong>", Words.draft, "</strong></p>\n") }
    for section in issue.sections where !section.groups.isEmpty {
      heading(level, "\(section.number). \(section.heading)")
      for entry in section.groups.flatMap(\.entries) {
        if let proposal = preview.proposals[entry.development.id] { proposed(proposal) }
        write(template, EntryView(unnumbered(entry, &anchors), level: level + 1, in: context))
      }
    }
    nameNotes(issue.nameNotes)
    markup("</div>\n")
  }

  /// An entry as the preview shows it: its number is not known yet, and its anchor is the only one of its kind even
  /// where two files of one country are looked at together.
  private func unnumbered(_ entry: Entry, _ anchors: inout Set<String>) -> Entry {
    var entry = entry
    entry.number = ""
    let own = entry.anchor
    var copy = 1
    while !anchors.insert(entry.anchor).inserted {
      copy += 1
      entry.anchor = "\(own)-copy-\(copy)"
    }
    return entry
  }

  private mutating func proposed(_ theme: SubmissionPreview.ProposedTheme) {
    element("<p class=\"proposed\">The submission gives no theme here. The software proposes “", theme.label, "”")
    // No classifier is wholly sure, whatever its figure rounds to.
    let share = theme.confidence < 0.995 ? percent(theme.confidence) : "over 99%"
    markup(" and is \(share) sure; the editors decide.</p>\n")
  }

  /// Writes which developments are not shown, and why.
  private mutating func hidden(_ hidden: [SubmissionPreview.Hidden]) {
    guard !hidden.isEmpty else { return }
    let isOne = hidden.count == 1
    markup(
      "<div class=\"unseen\">\n<p>Not shown, since \(isOne ? "it has" : "they have") errors to be mended first:</p>\n<ul>\n"
    )
    for development in hidden {
      element("<li>", development.name.isEmpty ? "a development without a headline" : visible(development.name), " ")
      markup(
        "<span class=\"quiet\">(from line \(development.line) on, \(counted(development.errors, "error")))</span></li>\n"
      )
    }
    markup("</ul>\n</div>\n")
  }
}

extension SubmissionPreview {
  /// How much of it can be seen.
  fileprivate var countInWords: String {
    guard let issue else { return "no preview" }
    let count = issue.entries.count
    let shown = count == 1 ? "1 entry" : "\(count) entries"
    return hidden.isEmpty ? shown : "\(shown), \(hidden.count) not shown"
  }
}
