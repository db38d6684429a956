import Model
import Text
import XML

/// Readings that the vocabularies of submissions and issues share. All text comes out in Unicode's form NFC.
extension XMLElement {
  var words: String { normalised(text) }

  func words(_ attribute: String) -> String? {
    self[attribute].map { normalised($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  var language: String? { words("xml:lang") }

  var phrase: Phrase { Phrase(words, language: language) }

  func date(_ attribute: String) -> PartialDate? { self[attribute].flatMap { PartialDate($0) } }

  func country(_ attribute: String) -> CountryCode? { words(attribute).map { CountryCode($0) } }

  var source: Source { Source(title: phrase, href: words("href")) }

  /// The paragraphs inside, with the places of their pieces.
  func paragraphs() -> (paragraphs: [Paragraph], places: [[Int]]) {
    var paragraphs: [Paragraph] = []
    var places: [[Int]] = []
    for child in children("p") {
      let (paragraph, pieces) = child.paragraph()
      paragraphs.append(paragraph)
      places.append(pieces)
    }
    return (paragraphs, places)
  }

  /// A paragraph with mixed content. White space is folded over the borders of marks: a blank on both sides of one
  /// counts once.
  func paragraph() -> (Paragraph, [Int]) {
    var pieces: [Inline] = []
    var places: [Int] = []
    var endsBlank = true
    for item in content {
      switch item {
      case .text(let bytes):
        let text = folded(bytes, afterBlank: endsBlank)
        if text.isEmpty { continue }
        endsBlank = text.utf8.last == 0x20
        pieces.append(.text(normalised(text)))
        places.append(place)
      case .element(let child):
        pieces.append(child.inline)
        places.append(child.place)
        endsBlank = false
      }
    }
    trimEnd(of: &pieces)
    return (Paragraph(pieces), places)
  }

  private var inline: Inline {
    switch name {
    case "em": .emphasis(words)
    case "foreign": .foreign(words, language: language ?? "")
    case "link": .link(words, href: words("href") ?? "")
    case "cite": .citation(words, celex: words("celex"), language: language)
    case "term": .term(words)
    default: .text(words)
    }
  }
}

/// Folds runs of white space to one blank each; one at the beginning goes where a blank stands before it.
private func folded(_ bytes: ArraySlice<UInt8>, afterBlank: Bool) -> String {
  if isFolded(bytes, afterBlank: afterBlank) { return String(decoding: bytes, as: UTF8.self) }
  return String(unsafeUninitializedCapacity: bytes.count) { target in
    var count = 0
    var blank = afterBlank
    for byte in bytes {
      let isSpace = isBlank(byte)
      if isSpace && blank { continue }
      target[count] = isSpace ? 0x20 : byte
      count += 1
      blank = isSpace
    }
    return count
  }
}

/// Whether no run of white space needs folding, as in most texts.
private func isFolded(_ bytes: ArraySlice<UInt8>, afterBlank: Bool) -> Bool {
  bytes.withUnsafeBufferPointer { bytes in
    var previous: UInt8 = afterBlank ? 0x20 : 0
    for byte in bytes {
      if byte <= 0x20, byte != 0x20 || previous == 0x20 { return false }
      previous = byte
    }
    return true
  }
}

private func trimEnd(of pieces: inout [Inline]) {
  guard case .text(let last)? = pieces.last, last.utf8.last == 0x20 else { return }
  let trimmed = String(last.dropLast())
  if trimmed.isEmpty { pieces.removeLast() } else { pieces[pieces.count - 1] = .text(trimmed) }
}
