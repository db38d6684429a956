import Model

/// Words in the canonical form, with their language when it is not English.
func value(_ phrase: Phrase) -> JSONValue {
  .object([("words", .string(phrase.words)), ("language", .string(phrase.language))])
}

/// A source in the canonical form.
func value(_ source: Source) -> JSONValue {
  .object([("title", value(source.title)), ("href", .string(source.href))])
}

/// A paragraph in the canonical form: its pieces, plain text as a string, marked words as an object.
func value(_ paragraph: Paragraph) -> JSONValue { .list(paragraph.pieces) { value($0) } }

private func value(_ piece: Inline) -> JSONValue {
  switch piece {
  case .text(let words): .string(words)
  case .emphasis(let words): .object([("mark", .string("emphasis")), ("words", .string(words))])
  case .foreign(let words, let language):
    .object([("mark", .string("foreign")), ("words", .string(words)), ("language", .string(language))])
  case .link(let words, let href):
    .object([("mark", .string("link")), ("words", .string(words)), ("href", .string(href))])
  case .citation(let words, let celex, let language):
    .object([
      ("mark", .string("citation")), ("words", .string(words)), ("celex", .string(celex)),
      ("language", .string(language)),
    ])
  case .term(let words, let entry):
    .object([("mark", .string("term")), ("words", .string(words)), ("entry", .string(entry))])
  }
}
