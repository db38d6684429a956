import Model

/// The report on an issue for its editor: who submitted, what was found, who decided each theme and why.
///
/// It is a page that stands alone, like the HTML edition, but is not for the public: it holds the editors' reasons.
public func editorsReport(_ report: IssueReport) -> [UInt8] {
  var writer = HTMLWriter(register: EntryRegister(report.issue), capacity: 1 << 18)
  let edition = report.issue.title + ", " + Words.edition(of: report.issue)
  writer.openDocument(title: "Editor's report: " + edition, style: Embedded.pageCSS + Embedded.reportCSS)
  writer.markup("<header class=\"masthead\">\n")
  writer.element("<p class=\"network\">", "For the editor, not for publication", "</p>\n")
  writer.element("<h1>", "Editor's report", "</h1>\n")
  writer.element("<p class=\"edition\"><span>", edition, "</span>\n")
  writer.element("<span>", report.issue.period.words, "</span></p>\n")
  if report.issue.isDraft { writer.element("<p class=\"draft\"><strong>", Words.draft, "</strong></p>\n") }
  writer.markup("</header>\n<main id=\"page-main\">\n")
  writer.overview(of: report)
  writer.contributors(report.contributors)
  writer.findings(report.files)
  writer.themes(of: report)
  writer.decisions(of: report)
  writer.markup("</main>\n")
  writer.closeDocument()
  return writer.out.bytes
}

extension HTMLWriter {
  /// Writes a table that may be wider than the page: the page scrolls it by itself, also from the keyboard.
  mutating func wideTable(_ caption: String, id anchor: String, columns: [String], rows: (inout HTMLWriter) -> Void) {
    markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
    attribute("aria-labelledby", anchor)
    markup(">\n<table>\n<caption")
    id(anchor)
    element(">", caption, "</caption>\n<thead><tr>")
    for column in columns { element("<th scope=\"col\">", column, "</th>") }
    markup("</tr></thead>\n<tbody>\n")
    rows(&self)
    markup("</tbody>\n</table>\n</div>\n")
  }

  /// Writes a table's cell that holds only words.
  mutating func cell(_ words: String) { element("<td>", words, "</td>") }

  /// Opens a section of the report.
  mutating func openPart(_ words: String) {
    markup("<section>\n")
    heading(2, words)
  }

  /// Closes a section of the report.
  mutating func closePart() { markup("</section>\n") }
}
