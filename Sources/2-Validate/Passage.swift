import Model

/// A text of a file with its words, for the rules on prose.
struct Passage {
  /// What part of a file a text is. Which rules look at it depends on that.
  enum Role: Sendable {
    case headline, body, figure, act, euAct, source, late, attribute
    /// A text of the file that tells something, such as the special note.
    case note
    /// A title or a label in the file.
    case title
    /// How to reach the network, disclaimer, rights.
    case colophon

    /// Whether it is the bulletin's own prose, to which house style applies.
    var isProse: Bool { self == .headline || self == .body || self == .note || self == .figure }
  }

  /// How a stretch of a text is marked.
  enum Mark: Sendable {
    case plain, foreign, link, citation
  }

  /// A stretch of text under one mark.
  struct Stretch {
    var end: Int
    var mark: Mark
  }

  let role: Role
  /// Where the start tag of the element begins that holds the text.
  let place: Int
  /// The text, white space folded.
  let text: [UInt8]
  /// The marks, in order.
  let stretches: [Stretch]
  /// Whether the whole text is in English.
  let isEnglish: Bool
  /// The text's words.
  let words: [Word]
  /// The words in it that house style knows, in order.
  let known: [ProseWords.Hit]
  /// The signs between the words.
  let signs: Signs

  /// A text without marks.
  init(_ phrase: String, _ role: Role, at place: Int, language: String? = nil, by known: ProseWords) {
    self.role = role
    self.place = place
    text = Array(phrase.utf8)
    isEnglish = language == nil || language?.hasPrefix("en") == true
    stretches = [Stretch(end: text.count, mark: isEnglish ? .plain : .foreign)]
    (words, self.known, signs) = Passage.words(of: text, stretches, by: known)
  }

  /// A paragraph with its marks.
  init(_ paragraph: Paragraph, _ role: Role, at place: Int, by known: ProseWords) {
    self.role = role
    self.place = place
    isEnglish = true
    var text: [UInt8] = []
    var stretches: [Stretch] = []
    for piece in paragraph.pieces {
      text += piece.words.utf8
      stretches.append(Stretch(end: text.count, mark: piece.mark))
    }
    self.text = text
    self.stretches = stretches
    (words, self.known, signs) = Passage.words(of: text, stretches, by: known)
  }

  private static func words(
    of text: [UInt8], _ stretches: [Stretch], by known: ProseWords
  ) -> ([Word], [ProseWords.Hit], Signs) {
    text.withUnsafeBufferPointer { text in
      var reader = WordReader(text: text, by: known)
      reader.read(stretches)
      let hits = known.hits(in: &reader.words, of: text)
      return (reader.words, hits, reader.signs)
    }
  }

  /// Calls a function with each meaning of the words that begin at an index, and with their number.
  func forEachMeaning(at index: Int, _ body: (ProseWords.Meaning, Int) -> Void) {
    guard words[index].shape.contains(.known) else { return }
    for hit in meanings(at: index) { body(hit.meaning, hit.count) }
  }

  /// What is known of the words that begin at an index.
  private func meanings(at index: Int) -> ArraySlice<ProseWords.Hit> {
    var (first, end) = (known.startIndex, known.endIndex)
    while first < end {
      let middle = (first + end) / 2
      if known[middle].index < index { first = middle + 1 } else { end = middle }
    }
    return known[first...].prefix { $0.index == index }
  }

  /// Whether a word has a meaning by itself.
  func has(_ meaning: ProseWords.Meaning, at index: Int) -> Bool {
    words[index].shape.contains(.known)
      && meanings(at: index).contains { $0.count == 1 && $0.meaning == meaning }
  }

  /// The words from one to another, as the text has them.
  func quoted(_ range: ClosedRange<Int>) -> String {
    String(decoding: text[words[range.lowerBound].start..<words[range.upperBound].end], as: UTF8.self)
  }

  /// A word as the text has it.
  func string(_ word: Word) -> String { String(decoding: text[word.start..<word.end], as: UTF8.self) }

  /// The byte before a word; a blank at the beginning.
  func byte(before word: Word) -> UInt8 { word.start > 0 ? text[word.start - 1] : 0x20 }

  /// The byte after a word; a blank at the end.
  func byte(after word: Word) -> UInt8 { word.end < text.count ? text[word.end] : 0x20 }

  /// Whether nothing but one given byte stands between a word and the next.
  func isJoined(_ index: Int, by byte: UInt8) -> Bool {
    index + 1 < words.count && words[index + 1].start == words[index].end + 1 && text[words[index].end] == byte
  }

  /// Whether nothing but one blank stands between a word and the next, be it one at which no line breaks.
  func isSpaced(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    let end = words[index].end
    return words[index + 1].start == end + blankLength(text, at: end)
  }

  /// Whether a word stands in a sentence's own words: neither quoted nor in another language, a link or a citation.
  func isOwn(_ word: Word) -> Bool { !word.shape.contains(.quoted) && !word.shape.contains(.marked) }
}

extension Inline {
  fileprivate var mark: Passage.Mark {
    switch self {
    case .text, .emphasis, .term: .plain
    case .foreign: .foreign
    case .link: .link
    case .citation(_, _, let language): language == nil ? .citation : .foreign
    }
  }
}
