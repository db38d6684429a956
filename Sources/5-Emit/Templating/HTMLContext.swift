/// Follows HTML byte by byte, as far as a template's checks need it: where text ends and a tag begins, which value
/// stands in quotes, which elements are open.
struct HTMLContext {
  /// Where in HTML a byte stands.
  enum State: Equatable {
    case text, comment, declaration
    case tagName, tag
    case value(quote: UInt8)
    case bareValue
    /// Inside `<style>` or `<script>`.
    case code
  }

  /// An element that is open, and where its tag begins.
  struct OpenElement {
    let name: String
    let offset: Int
  }

  /// Where the next byte stands.
  private(set) var state = State.text
  /// The elements that are open, the innermost last.
  var open: [OpenElement] = []
  /// End tags that end nothing that is open, with what is open there.
  private(set) var strays: [(name: String, offset: Int, open: String?)] = []

  private var name: [UInt8] = []
  private var tagStart = 0
  private var closes = false
  private var closesItself = false
  private var dashes = 0

  /// Goes on by a byte.
  mutating func advance(_ byte: UInt8, at offset: Int) {
    switch state {
    case .text, .code: if byte == UInt8(ascii: "<") { openTag(at: offset) }
    case .tagName: nameGoesOn(byte, at: offset)
    case .tag: tagGoesOn(byte)
    case .value(let quote): if byte == quote { state = .tag }
    case .bareValue: bareValueGoesOn(byte)
    case .declaration:
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
      if dashes == 2 { state = .comment } else if byte == UInt8(ascii: ">") { state = .text }
    case .comment:
      if byte == UInt8(ascii: ">"), dashes >= 2 { state = .text }
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
    }
  }

  /// Takes a slot that stands for part of an element's name.
  mutating func advance(overNameSlot slot: String) {
    if state == .tagName { name += Array(slot.utf8) }
  }

  private mutating func openTag(at offset: Int) {
    tagStart = offset
    name = []
    closes = false
    closesItself = false
    state = .tagName
  }

  private mutating func nameGoesOn(_ byte: UInt8, at offset: Int) {
    switch byte {
    case UInt8(ascii: "/"):
      if name.isEmpty { closes = true } else { closesItself = true }
    case UInt8(ascii: "!"):
      if name.isEmpty { state = .declaration }
    case UInt8(ascii: ">"): closeTag()
    case _ where isSpace(byte):
      // A lone “<” in text is not a tag.
      state = name.isEmpty ? .text : .tag
    default: name.append(byte)
    }
    if state == .declaration { dashes = 0 }
  }

  private mutating func tagGoesOn(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): closeTag()
    case UInt8(ascii: "="): state = .bareValue
    case UInt8(ascii: "/"): closesItself = true
    default: break
    }
  }

  /// After the sign of equality: quotes open a value, and without them it ends at a blank.
  private mutating func bareValueGoesOn(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(quote: byte)
    case UInt8(ascii: ">"): closeTag()
    default: if isSpace(byte) { state = .tag }
    }
  }

  private mutating func closeTag() {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    state = ["style", "script"].contains(name) && !closes ? .code : .text
    if closes {
      if open.last?.name == name {
        open.removeLast()
      } else {
        strays.append((name, tagStart, open.last?.name))
        if let place = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(place...) }
      }
    } else if !closesItself && !voidElements.contains(name) {
      open.append(OpenElement(name: name, offset: tagStart))
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// The elements that have no end tag (HTML, 13.1.2).
private let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
]
