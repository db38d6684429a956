import Model

extension HTMLWriter {
  /// Writes who belongs to the network, and from whom the issue reports nothing.
  mutating func contactPoints(of issue: CompiledIssue) {
    let silence = Words.silence(of: issue)
    guard !issue.contactPoints.isEmpty || silence != nil else { return }
    markup("<section class=\"contact-points\" id=\"page-contact-points\">\n")
    heading(2, Words.contactPoints)
    points(Words.members, issue.members)
    points(Words.observers, issue.observers)
    if let silence { element("<p class=\"silence\">", silence, "</p>\n") }
    markup("</section>\n")
  }

  private mutating func points(_ words: String, _ points: [ContactPoint]) {
    guard !points.isEmpty else { return }
    heading(3, words)
    markup("<ul>\n")
    for point in points {
      element("<li><b>", point.name, "</b>")
      for (position, name) in point.ownNames.enumerated() {
        markup(position == 0 ? " (" : " / ")
        phrase(name)
      }
      markup(point.ownNames.isEmpty ? "</li>\n" : ")</li>\n")
    }
    markup("</ul>\n")
  }

  /// Writes how to reach the network, the disclaimer and the rights.
  mutating func colophon(of issue: CompiledIssue) {
    markup("<footer class=\"colophon\" id=\"page-colophon\">\n")
    heading(2, Words.colophon)
    paragraphs(issue.colophon)
    for note in issue.nameNotes {
      element("<p><b>", note.name, "</b>: ")
      element("", note.words, "</p>\n")
    }
    markup("</footer>\n")
  }
}
