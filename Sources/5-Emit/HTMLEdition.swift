import Model

/// The HTML edition of an issue: one page that stands alone and sends no request.
///
/// The order of its parts is that of the bulletin; the bytes depend on the issue alone.
public func htmlEdition(of issue: CompiledIssue) -> [UInt8] {
  var writer = HTMLWriter(register: EntryRegister(issue), capacity: 1 << 18)
  writer.openDocument(
    title: documentTitle(of: issue), style: Embedded.pageCSS + Embedded.entryCSS + Embedded.bulletinCSS)
  writer.masthead(of: issue)
  writer.contents(of: issue)
  writer.markup("<main id=\"page-main\">\n")
  if let note = issue.specialNote { writer.specialNote(note) }
  for section in issue.sections { writer.section(section) }
  writer.annex(issue.annex)
  writer.contactPoints(of: issue)
  writer.markup("</main>\n")
  writer.colophon(of: issue)
  writer.closeDocument()
  return writer.out.bytes
}

/// The title of the page, by which browsers and search engines list it.
private func documentTitle(of issue: CompiledIssue) -> String {
  (issue.isDraft ? "DRAFT: " : "") + issue.title + ", " + Words.edition(of: issue) + ": " + issue.period.words
}
