import Model

extension TextWriter {
  /// Writes the terms that the issue explains, each with its definition and source under an indent.
  mutating func glossary(_ terms: [GlossaryTerm], isDraft: Bool) {
    guard !terms.isEmpty else { return }
    open(Words.glossary, isDraft: isDraft)
    for term in terms {
      gap()
      say(term.term)
      flush(indent: Self.definitionIndent)
      say(term.definition)
      flush(lead: String(repeating: " ", count: Self.definitionIndent), indent: Self.definitionIndent)
      say(Words.label("Source", count: 1) + ": ")
      say(term.source.title.words, link: term.source.href)
      flush(lead: String(repeating: " ", count: Self.definitionIndent), indent: Self.definitionIndent + 2)
    }
    gap()
    gatheredLinks()
  }

  private static let definitionIndent = 4
}
