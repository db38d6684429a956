import Model

/// The plain text edition of an issue: UTF-8, lines of at most 72 columns, links gathered at the end of each section.
///
/// It says what the HTML edition says, in the same order; the bytes depend on the issue alone.
public func textEdition(of issue: CompiledIssue) -> [UInt8] {
  var writer = TextWriter(issue)
  writer.masthead(of: issue)
  if let note = issue.specialNote {
    writer.open(note.headline, isDraft: issue.isDraft)
    writer.paragraphs(note.body)
    writer.gatheredLinks()
  }
  writer.corrections(of: issue)
  writer.overview(isDraft: issue.isDraft)
  for section in issue.sections { writer.section(section, isDraft: issue.isDraft) }
  writer.countries(isDraft: issue.isDraft)
  writer.annex(issue.annex, isDraft: issue.isDraft)
  writer.glossary(issue.glossary, isDraft: issue.isDraft)
  writer.contactPoints(of: issue)
  writer.colophon(issue.colophon, issue.nameNotes, isDraft: issue.isDraft)
  writer.end()
  return writer.out.bytes
}

extension TextWriter {
  /// Opens a section: its heading and, in a draft, the mark.
  mutating func open(_ words: String, isDraft: Bool) {
    gap()
    heading(words, underline: "=")
    if isDraft { line(Words.draft) }
  }

  /// Writes what was corrected after publication, and what was withdrawn.
  mutating func corrections(of issue: CompiledIssue) {
    guard !issue.corrections.isEmpty else { return }
    open(Words.corrections, isDraft: issue.isDraft)
    for correction in issue.corrections {
      gap()
      sayBound(PartialDate.day(correction.date).words)
      say(": " + correction.reason)
      flush()
    }
    for entry in issue.withdrawn {
      gap()
      say(entry.headline.words + ". " + Words.withdrawn)
      sayBound(PartialDate.day(entry.date).words)
      say(".")
      flush()
    }
  }

  /// Writes how to reach the network, the disclaimer, the rights, and notes at names.
  mutating func colophon(_ words: [Paragraph], _ notes: [NameNote], isDraft: Bool) {
    open(Words.colophon, isDraft: isDraft)
    paragraphs(words + notes.map { Paragraph([.text("\($0.name): \($0.words)")]) })
    gatheredLinks()
  }

  /// Writes paragraphs with their marks, with an empty line between them.
  mutating func paragraphs(_ paragraphs: [Paragraph], indent: Int = 0) {
    for paragraph in paragraphs {
      gap()
      for piece in paragraph.pieces { inline(piece) }
      flush(lead: String(repeating: " ", count: indent), indent: indent)
    }
  }

  private mutating func inline(_ piece: Inline) {
    switch piece {
    case .text(let words), .foreign(let words, _), .term(let words, _): say(words)
    case .emphasis(let words):
      say("*")
      say(words)
      say("*")
    case .link(let words, let href): say(words, link: href)
    case .citation(let words, let celex, _): say(words, link: celex.map(eurLexLink))
    }
  }
}
