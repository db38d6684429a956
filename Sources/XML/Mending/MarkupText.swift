/// Bytes of a document with the questions that mending asks of them. Beyond the ends stand zeros.
struct MarkupText: Sendable {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  subscript(place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

  subscript(range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: 0..<count)], as: UTF8.self) }

  /// A range from a place on, inside the text.
  func clamped(_ place: Int, _ length: Int) -> Range<Int> {
    let start = min(max(place, 0), max(count - 1, 0))
    return start..<min(start + length, count)
  }

  func hasPrefix(_ prefix: String, at place: Int) -> Bool {
    guard place >= 0 else { return false }
    var index = place
    for byte in prefix.utf8 {
      guard index < count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// The next place of a string at or after a place.
  func next(_ string: String, from place: Int, before end: Int? = nil) -> Int? {
    let first = string.utf8.first ?? 0
    let end = min(end ?? count, count)
    var index = max(place, 0)
    while index < end {
      if bytes[index] == first, hasPrefix(string, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Where the end tag begins that ends at a place; `nil` when none does behind the start.
  func endTag(endingAt end: Int, from start: Int) -> Int? {
    guard let tag = last("<", before: end, from: start), hasPrefix("</", at: tag) else { return nil }
    return tag
  }

  /// The last place of a string that begins before a place, and not before another.
  func last(_ string: String, before place: Int, from start: Int = 0) -> Int? {
    let first = string.utf8.first ?? 0
    var index = min(place, count) - 1
    while index >= start {
      if bytes[index] == first, hasPrefix(string, at: index) { return index }
      index -= 1
    }
    return nil
  }

  /// The first place at or after a place whose byte is not a blank.
  func skipBlanks(_ place: Int) -> Int {
    var index = place
    while index < count, isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// The place after the last byte before a place that is not a blank.
  func trimBlanks(before place: Int) -> Int {
    var index = min(place, count)
    while index > 0, isBlank(bytes[index - 1]) { index -= 1 }
    return index
  }

  /// The end of the name that begins at a place.
  func nameEnd(_ place: Int) -> Int {
    var index = place
    while index < count, isNameByte(bytes[index]) { index += 1 }
    return index
  }

  /// The end of the line in which a place stands.
  func lineEnd(_ place: Int) -> Int {
    var index = max(place, 0)
    while index < count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// Where the tag begins in which, or right after which, a place stands.
  func tagStart(before place: Int) -> Int? { last("<", before: place) }

  /// Where an XML declaration at the beginning ends, or should: after its `>`, or before the next tag.
  var declarationEnd: Int? {
    guard ["<?xml", "<? xml", "<xml ", "<?XML", "<?Xml"].contains(where: { hasPrefix($0, at: 0) }) else { return nil }
    let close = next(">", from: 0).map { $0 + 1 } ?? count
    return min(close, next("<", from: 1) ?? count)
  }

  /// The blank of print that stands at a place, such as one that does not break, by its length in bytes.
  func oddBlank(at place: Int) -> Int? {
    let blanks = ["\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{200B}", "\u{FEFF}"]
    return blanks.first { hasPrefix($0, at: place) }?.utf8.count
  }

  /// The quotation mark of print that stands at a place, or one that is only meant as one, by its length in bytes.
  func curlyQuote(at place: Int) -> Int? {
    let marks = ["“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‹", "›", "″", "′", "＂", "`", "´"]
    return marks.first { hasPrefix($0, at: place) }?.utf8.count
  }

  /// The length of the character at a place, in bytes.
  func characterLength(_ place: Int) -> Int {
    var end = place + 1
    while end < count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return max(1, min(end, count) - place)
  }
}

func isNameStart(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
    UInt8(ascii: ":"),
    0x80...:
    true
  default: false
  }
}

/// Whether a byte may continue a name. Letters beyond ASCII count as part of one; blanks and marks of print, which begin
/// with a few bytes of their own, do not.
func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0xC2, 0xE2, 0xEF: false
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
  default: isNameStart(byte)
  }
}
