import Model

/// Marks terms of the glossary where a reader first meets them: once in each section, the special note being one.
///
/// Only plain text of bodies is looked at. Links, citations, words in another language and headlines stay as they are,
/// and marking changes no word.
struct GlossaryMarking {
  /// What the issue would say of each term, by the term's number; `nil` for one that its day did not know.
  private let entries: [GlossaryTerm?]
  private let isKnown: [Bool]
  private let forms: FormIndex
  /// The terms that the section at hand has had.
  private var isMarked: [Bool]
  /// The terms that the issue has had.
  private var isUsed: [Bool]

  init(entries: [GlossaryTerm?], _ forms: FormIndex) {
    self.entries = entries
    self.forms = forms
    isKnown = entries.map { $0 != nil }
    isMarked = isKnown.map { _ in false }
    isUsed = isMarked
  }

  /// The terms that are marked anywhere, in alphabetical order without regard to capitals.
  var explained: [GlossaryTerm] {
    zip(entries, isUsed).compactMap { entry, isUsed in isUsed ? entry : nil }
      .map { (key: $0.term.lowercased(), entry: $0) }
      .sorted { ($0.key, $0.entry.id) < ($1.key, $1.entry.id) }
      .map(\.entry)
  }

  mutating func mark(_ note: inout SpecialNote?) {
    startSection()
    guard var marked = note else { return }
    mark(&marked.body)
    note = marked
  }

  mutating func mark(_ section: inout Section) {
    startSection()
    for group in section.groups.indices {
      for entry in section.groups[group].entries.indices {
        mark(&section.groups[group].entries[entry].development.body)
      }
    }
  }

  private mutating func startSection() {
    for term in isMarked.indices { isMarked[term] = false }
  }

  private mutating func mark(_ body: inout [Paragraph]) {
    for place in body.indices {
      if let pieces = marked(body[place].pieces) { body[place].pieces = pieces }
    }
  }

  /// The pieces of a paragraph with their marks; `nil` when there is nothing to mark.
  private mutating func marked(_ pieces: [Inline]) -> [Inline]? {
    var result: [Inline]?
    for (place, piece) in pieces.enumerated() {
      switch piece {
      case .text(let words):
        let before = place > 0 ? pieces[place - 1].words.unicodeScalars.last : nil
        let after = place + 1 < pieces.count ? pieces[place + 1].words.unicodeScalars.first : nil
        if let split = split(words, after: before, before: after) {
          result = (result ?? Array(pieces[..<place])) + split
        } else {
          result?.append(piece)
        }
      case .term(let words, nil):
        guard let term = authorsTerm(words) else {
          result?.append(piece)
          continue
        }
        result = result ?? Array(pieces[..<place])
        // Only a section's first use is marked, whoever marks it.
        result?.append(isMarked[term] ? .text(words) : .term(words, entry: entries[term]?.id))
        note(term)
      default: result?.append(piece)
      }
    }
    return result
  }

  /// The number of the term that the author marked, when all its words are one.
  private func authorsTerm(_ words: String) -> Int? {
    var words = words
    let match = words.withUTF8 { bytes in
      forms.next(in: FormIndex.Passage(bytes: bytes), from: 0, where: isKnown).flatMap {
        $0.range == 0..<bytes.count ? $0 : nil
      }
    }
    return match?.term
  }

  /// Plain text in pieces, terms that the section has not had marked; `nil` when there is none.
  private mutating func split(_ text: String, after: Unicode.Scalar?, before: Unicode.Scalar?) -> [Inline]? {
    var text = text
    return text.withUTF8 { bytes in
      let passage = FormIndex.Passage(bytes: bytes, after: after, before: before)
      var pieces: [Inline] = []
      var start = 0
      var place = 0
      while let match = forms.next(in: passage, from: place, where: isKnown) {
        place = match.range.upperBound
        guard let term = match.term, !isMarked[term], let entry = entries[term] else { continue }
        note(term)
        if start < match.range.lowerBound { pieces.append(.text(string(bytes, start..<match.range.lowerBound))) }
        pieces.append(.term(string(bytes, match.range), entry: entry.id))
        start = match.range.upperBound
      }
      if pieces.isEmpty { return nil }
      if start < bytes.count { pieces.append(.text(string(bytes, start..<bytes.count))) }
      return pieces
    }
  }

  private mutating func note(_ term: Int) {
    isMarked[term] = true
    isUsed[term] = true
  }
}

private func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
  String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
}
