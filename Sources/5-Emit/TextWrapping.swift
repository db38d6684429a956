import Text

/// Breaks a paragraph into lines of at most 72 columns.
///
/// Lines break at blanks only. A longer link stands whole, alone on its line; any other longer word is cut. A line
/// never begins with `From ` and is never a lone full stop, which mail programs would change or end a message at
/// (RFC 4155, RFC 5321 4.5.2).
struct TextWrapping {
  /// The columns that a line may take.
  static let width = 72

  private let indent: Int
  private var column = 0
  private var isFresh: Bool
  /// Whether words written from the right have been opened and not closed.
  private var isTurned = false
  /// The columns of the widest line.
  private(set) var widest = 0

  /// A paragraph whose first line begins at a column, after what already stands there, and the others at the indent.
  private init(indent: Int, column: Int) {
    self.indent = indent
    self.column = column
    isFresh = true
  }

  /// Writes a paragraph and returns the columns of its widest line.
  ///
  /// - Parameters:
  ///   - lead: What opens the first line, with the blanks after it; it is ASCII.
  ///   - indent: The column at which the other lines begin.
  @discardableResult
  static func write(_ flow: [UInt8], lead: String, indent: Int, to out: inout OutputBuffer) -> Int {
    guard !lead.isEmpty || flow.contains(where: { !isBlank($0) }) else { return 0 }
    var wrapping = TextWrapping(indent: indent, column: lead.utf8.count)
    out.append(lead)
    flow.withUnsafeBufferPointer { wrapping.place(all: $0, to: &out) }
    out.endLine()
    return wrapping.widest
  }

  private mutating func place(all bytes: UnsafeBufferPointer<UInt8>, to out: inout OutputBuffer) {
    var start = 0
    while start < bytes.count {
      if isBlank(bytes[start]) {
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, !isBlank(bytes[end]) { end += 1 }
      place(bytes[start..<end], to: &out)
      start = end
    }
  }

  private mutating func place(_ word: Word, to out: inout OutputBuffer) {
    let width = columns(of: word)
    let blank = isFresh ? 0 : 1
    if column + blank + width <= Self.width {
      return put(word, width, to: &out)
    }
    // A line for a link that no line can hold has not even an indent, as programs take the whole line for the link.
    let isLong = isLink(word) && indent + width > Self.width
    if !isFresh || column > indent || isLong { breakLine(to: &out, indent: isLong ? 0 : indent) }
    if isLong {
      put(word, width, to: &out)
      breakLine(to: &out, indent: indent)
    } else if column + width <= Self.width {
      put(word, width, to: &out)
    } else {
      cut(word, to: &out)
    }
  }

  private mutating func put(_ word: Word, _ width: Int, to out: inout OutputBuffer) {
    if isFresh, column == 0, isHarmful(word) { column = pad(1, &out) }
    if !isFresh {
      out.append(byte: 0x20)
      column += 1
    }
    out.append(UnsafeBufferPointer(rebasing: word), where: { bit($0 == NameBinding.boundBlank) }) { out, _ in
      out.append(byte: 0x20)
    }
    column += width
    widest = max(widest, column)
    isFresh = false
    noteTurn(word)
  }

  /// Notes whether a word opens or closes words written from the right.
  private mutating func noteTurn(_ word: Word) {
    guard word.contains(Isolate.lead) else { return }
    var place = word.startIndex
    while place < word.endIndex {
      if word[place...].starts(with: Isolate.opening) { isTurned = true }
      if word[place...].starts(with: Isolate.closing) { isTurned = false }
      place += 1
    }
  }

  /// Cuts a word that no line can hold between two of its characters.
  private mutating func cut(_ word: Word, to out: inout OutputBuffer) {
    for character in String(decoding: word, as: UTF8.self) {
      Array(character.utf8).withUnsafeBufferPointer { bytes in
        let width = columns(of: bytes[...])
        if column + width > Self.width { breakLine(to: &out, indent: indent) }
        // The pieces of a word have no blank between them.
        isFresh = true
        put(bytes[...], width, to: &out)
      }
    }
  }

  private mutating func breakLine(to out: inout OutputBuffer, indent: Int) {
    // Each line is a paragraph of its own to what shows it, so the turn ends and begins anew.
    if isTurned { out.append(contentsOf: Isolate.closing) }
    out.endLine()
    column = 0
    column = pad(indent, &out)
    if isTurned { out.append(contentsOf: Isolate.opening) }
    isFresh = true
  }

  private func pad(_ count: Int, _ out: inout OutputBuffer) -> Int {
    for _ in 0..<count { out.append(byte: 0x20) }
    return count
  }

}

/// A word among the bytes of its paragraph.
private typealias Word = Slice<UnsafeBufferPointer<UInt8>>

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Whether a word is a link, or a permalink as the text edition shows it: cut in two, neither would lead anywhere.
private func isLink(_ word: Word) -> Bool {
  word.starts(with: "https://".utf8) || word.starts(with: "http://".utf8)
    || word.first == UInt8(ascii: "#") && word.dropFirst().allSatisfy(isAnchorByte)
}

private func isAnchorByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
  default: false
  }
}

/// Whether a line must not begin with a word: mail programs take `From` at a line's start for a new message and a
/// lone full stop for the end of one.
private func isHarmful(_ word: Word) -> Bool {
  word.elementsEqual("From".utf8) || word.elementsEqual(".".utf8) || word.starts(with: "From\u{1F}".utf8)
}

/// The columns of a word. Letters of Latin, Greek and Cyrillic are counted without being decoded.
private func columns(of word: Word) -> Int {
  var count = 0
  for byte in word {
    switch byte {
    case 0x1F..<0x80, 0xC3...0xCB, 0xCE...0xD1: count += 1
    case 0x80..<0xC0: continue
    default:
      let blanks = word.count { $0 == NameBinding.boundBlank }
      return displayWidth(String(decoding: word, as: UTF8.self)) + blanks
    }
  }
  return count
}
