/// A piece of a paragraph: plain text or marked words. Marks do not nest.
public enum Inline: Hashable, Sendable {
  /// Plain text; white space is folded to single blanks.
  case text(String)
  /// Stressed words.
  case emphasis(String)
  /// Words in another language, with its BCP 47 tag.
  case foreign(String, language: String)
  /// Words that lead to a page.
  case link(String, href: String)
  /// A legal act named in the text, with its CELEX number where it has one.
  case citation(String, celex: String?, language: String?)
  /// A term, with the id of its entry in the glossary; `nil` for one that the glossary does not explain.
  case term(String, entry: String? = nil)

  /// The words, without their mark.
  public var words: String {
    switch self {
    case .text(let words), .emphasis(let words), .foreign(let words, _), .link(let words, _),
      .citation(let words, _, _), .term(let words, _):
      words
    }
  }
}

/// A paragraph of a body or a note.
public struct Paragraph: Hashable, Sendable {
  /// The pieces, in reading order.
  public var pieces: [Inline]

  /// A paragraph of the given pieces.
  public init(_ pieces: [Inline]) { self.pieces = pieces }

  /// The paragraph's text without marks.
  public var words: String { pieces.map(\.words).joined() }
}

/// Words that may be in another language than English.
public struct Phrase: Hashable, Sendable {
  /// The words, white space folded.
  public var words: String
  /// The BCP 47 tag of their language; `nil` for English.
  public var language: String?

  /// Words in a language; without one they are English.
  public init(_ words: String, language: String? = nil) {
    self.words = words
    self.language = language
  }
}

/// The number of words in a text, counted as word processors do: runs of characters between white space.
public func wordCount(_ text: String) -> Int {
  var text = text
  return text.withUTF8 { bytes in
    var count = 0
    var inside = false
    for byte in bytes {
      let blank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !blank && !inside { count += 1 }
      inside = !blank
    }
    return count
  }
}
