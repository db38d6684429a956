import Model

extension HTMLWriter {
  /// Writes who belongs to the network.
  mutating func contactPoints(of issue: CompiledIssue) {
    points(Words.members, issue.members)
    points(Words.observers, issue.observers)
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
  mutating func colophon(of issue: CompiledIssue) { colophon(issue.colophon, issue.nameNotes) }

  /// Writes paragraphs of a colophon and notes at names.
  mutating func colophon(_ words: [Paragraph], _ notes: [NameNote]) {
    paragraphs(words)
    for note in notes {
      element("<p><b>", note.name, "</b>: ")
      element("", note.words, "</p>\n")
    }
  }
}
