import Model

extension CanonicalWriter {
  /// Writes words with their language when it is not English.
  mutating func value(_ phrase: Phrase) {
    object { json in
      json.member("words", phrase.words)
      json.member("language", phrase.language)
    }
  }

  /// Writes a source.
  mutating func value(_ source: Source) {
    object { json in
      json.member("title") { $0.value(source.title) }
      json.member("href", source.href)
    }
  }

  /// Writes a member that is a list of sources.
  mutating func member(_ key: StaticString, _ sources: [Source]) { member(key, sources) { $0.value($1) } }

  /// Writes a member that is words with their language.
  mutating func member(_ key: StaticString, _ phrase: Phrase) { member(key) { $0.value(phrase) } }

  /// Writes a member that is a list of words with their languages.
  mutating func member(_ key: StaticString, _ phrases: [Phrase]) { member(key, phrases) { $0.value($1) } }

  /// Writes a member that is a list of paragraphs.
  mutating func member(_ key: StaticString, _ paragraphs: [Paragraph]) { member(key, paragraphs) { $0.value($1) } }

  /// Writes a paragraph: its pieces, plain text as a string, marked words as an object.
  mutating func value(_ paragraph: Paragraph) { array(paragraph.pieces) { $0.value($1) } }

  private mutating func value(_ piece: Inline) {
    switch piece {
    case .text(let words): value(words)
    case .emphasis(let words): marked("emphasis", words) { _ in }
    case .foreign(let words, let language): marked("foreign", words) { $0.member("language", language) }
    case .link(let words, let href): marked("link", words) { $0.member("href", href) }
    case .citation(let words, let celex, let language):
      marked("citation", words) { json in
        json.member("celex", celex)
        json.member("language", language)
      }
    case .term(let words, let entry): marked("term", words) { $0.member("entry", entry) }
    }
  }

  private mutating func marked(_ mark: String, _ words: String, _ members: (inout CanonicalWriter) -> Void) {
    object { json in
      json.member("mark", mark)
      json.member("words", words)
      members(&json)
    }
  }
}
