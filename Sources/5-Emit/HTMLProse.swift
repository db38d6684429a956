import Model

extension HTMLWriter {
  /// Writes paragraphs with their marks.
  mutating func paragraphs(_ paragraphs: [Paragraph]) {
    for paragraph in paragraphs {
      markup("<p>")
      for piece in paragraph.pieces { inline(piece) }
      markup("</p>\n")
    }
  }

  /// Writes a piece of a paragraph.
  private mutating func inline(_ piece: Inline) {
    switch piece {
    case .text(let words): text(words)
    case .emphasis(let words): element("<em>", words, "</em>")
    case .foreign(let words, let language): phrase(Phrase(words, language: language), element: "i")
    case .link(let words, let href): link(Phrase(words), to: href)
    case .citation(let words, let celex, let language):
      link(Phrase(words, language: language), to: celex.map(eurLexLink), element: "cite")
    case .term(let words, let entry): term(words, entry: entry)
    }
  }

  /// Writes a term of the glossary, which leads to its explanation where the page has one.
  private mutating func term(_ words: String, entry: String?) {
    guard let entry, hasGlossary else { return element("<span class=\"term\">", words, "</span>") }
    markup("<a class=\"term\" href=\"#term-")
    text(entry)
    element("\">", words, "</a>")
  }
}
