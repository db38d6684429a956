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

  /// A paragraph with mixed content, and the place of each piece. White space is folded over the borders of marks: a
  /// blank on both sides of one counts once, and stands beside the mark.
  func paragraph() -> (Paragraph, [Int]) {
    var pieces: [Inline] = []
    var places: [Int] = []
    var endsBlank = true
    // Whether that blank is a mark's own, and is still to be written behind it.
    var owesBlank = false
    for item in content {
      switch item {
      case .text(let bytes):
        let text = folded(bytes, afterBlank: endsBlank)
        if text.isEmpty { continue }
        endsBlank = text.utf8.last == 0x20
        pieces.append(.text(normalised(owesBlank ? " " + text : text)))
        places.append(place)
        owesBlank = false
      case .element(let child):
        let mark = child.inline
        let edges = child.blankEdges
        if owesBlank || edges.leading && !endsBlank { addBlank(to: &pieces, &places, at: place) }
        pieces.append(mark)
        places.append(child.place)
        let isEmpty = mark.words.isEmpty
        endsBlank = edges.trailing || isEmpty && endsBlank
        owesBlank = edges.trailing && !isEmpty
      }
    }
    trimEnd(of: &pieces, &places)
    return (Paragraph(pieces), places)
  }

  /// Whether the text of a mark begins with a blank, and whether it ends with one. Marks do not nest.
  private var blankEdges: (leading: Bool, trailing: Bool) {
    let inside = content
    var edges = (leading: false, trailing: false)
    if case .text(let bytes)? = inside.first, let byte = bytes.first { edges.leading = isBlank(byte) }
    if case .text(let bytes)? = inside.last, let byte = bytes.last { edges.trailing = isBlank(byte) }
    return edges
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

/// Adds a blank to the text at the end; behind a mark, as a piece of its own.
private func addBlank(to pieces: inout [Inline], _ places: inout [Int], at place: Int) {
  if case .text(let last)? = pieces.last {
    pieces[pieces.count - 1] = .text(last + " ")
  } else {
    pieces.append(.text(" "))
    places.append(place)
  }
}

private func trimEnd(of pieces: inout [Inline], _ places: inout [Int]) {
  guard case .text(let last)? = pieces.last, last.utf8.last == 0x20 else { return }
  let trimmed = String(last.dropLast())
  if trimmed.isEmpty {
    pieces.removeLast()
    places.removeLast()
  } else {
    pieces[pieces.count - 1] = .text(trimmed)
  }
}
