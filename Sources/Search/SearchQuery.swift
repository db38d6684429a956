import Text

/// What somebody wants to find: words and phrases, all of which must occur.
///
/// Words are taken apart and folded as the archive's site does it. The last word may be the beginning of a longer one,
/// unless something stands behind it. A phrase, which the site does not know, stands in quotation marks.
public struct SearchQuery: Equatable, Sendable {
  /// A part of the query.
  enum Term: Equatable, Sendable {
    /// A word as it was written.
    case word(String)
    /// A word that may be the beginning of a longer one.
    case beginning(String)
    /// Words that follow each other, as they were written.
    case phrase([String])
  }

  /// The most words that count.
  static let most = 20

  /// What must occur.
  let terms: [Term]

  /// Whether nothing is sought.
  public var isEmpty: Bool { terms.isEmpty }

  /// A query as somebody writes it. Any text is one; what is neither word nor quotation mark only parts words.
  public init(_ text: String) {
    var terms: [Term] = []
    var left = Self.most
    let parts = Self.parts(of: text)
    for (number, part) in parts.enumerated() {
      let places = Self.words(of: part.text)
      let words = places.prefix(left).map(\.text)
      left -= words.count
      if part.isQuoted {
        if !words.isEmpty { terms.append(.phrase(words)) }
        continue
      }
      terms += words.map(Term.word)
      if number == parts.count - 1, let last = places.last, words.count == places.count,
        last.mayBeBeginning
      {
        terms[terms.count - 1] = .beginning(last.text)
      }
    }
    self.terms = terms
  }

  /// The query in the language of SQLite's full-text index (https://sqlite.org/fts5.html, 3.1).
  ///
  /// Every word stands in quotation marks; as a word has letters, digits and their marks only, nothing can break out.
  public var pattern: String {
    terms.map { term in
      switch term {
      case .word(let word): "\"\(word)\""
      case .beginning(let word): "(\"\(word)\" OR \"\(word)\" *)"
      case .phrase(let words): "\"\(words.joined(separator: " "))\""
      }
    }
    .joined(separator: " AND ")
  }

  /// A text cut at pairs of quotation marks, straight or curly. A mark without a partner is a blank like any other.
  private static func parts(of text: String) -> [(text: String, isQuoted: Bool)] {
    let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "„"]
    var pieces = text.unicodeScalars.split(omittingEmptySubsequences: false) { marks.contains($0) }.map(String.init)
    if pieces.count % 2 == 0 {
      let last = pieces.removeLast()
      pieces[pieces.count - 1] += " " + last
    }
    return pieces.enumerated().map { ($1, $0 % 2 == 1) }
  }

  private static func words(of text: String) -> [(text: String, mayBeBeginning: Bool)] {
    let bytes = Array(text.utf8)
    var words: [(String, Bool)] = []
    var reader = SearchWords()
    reader.eachPlace(in: text) { word, place in
      // As on the site, a single letter or digit of ASCII, once folded, is a word and no beginning.
      let mayBeBeginning = place.upperBound == bytes.count && word.beginning.utf8.count > 1
      words.append((String(decoding: bytes[place], as: UTF8.self), mayBeBeginning))
    }
    return words
  }
}
