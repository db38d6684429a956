import Model
import XML

extension Passage {
  /// The place in the source of a byte of the text; the beginning of the text where it cannot be told.
  ///
  /// A text differs from its source: white space is folded, characters may stand as references, marks and comments may
  /// stand in between. So the source is read along with the text until the byte is reached.
  func anchor(_ offset: Int, in source: [UInt8]) -> Anchor { anchors([offset], in: source)[0] }

  /// The places in the source of bytes of the text, beside these; the source is read once for all of them.
  func anchors(_ offsets: [Int], in source: [UInt8]) -> [Anchor] {
    var anchors = Array(repeating: Anchor.content(place), count: offsets.count)
    guard source.indices.contains(place) else { return anchors }
    // The offset that is met next stands at the end.
    var waiting = offsets.indices.sorted { offsets[$0] > offsets[$1] }
    /// Gives all offsets before a place in the text their place in the source.
    func settle(before end: Int, _ index: Int) {
      while let next = waiting.last, offsets[next] < end {
        anchors[next] = .offset(index)
        waiting.removeLast()
      }
    }
    var reader = ContentReader(source: source, index: StartTag.content(in: source, at: place))
    var produced = 0
    var isBlankPending = false
    while !waiting.isEmpty, let (bytes, index) = reader.next() {
      if bytes.isEmpty {
        isBlankPending = produced > 0
        continue
      }
      if isBlankPending, produced < text.count, text[produced] == 0x20 {
        produced += 1
        settle(before: produced, index)
      }
      isBlankPending = false
      guard produced + bytes.count <= text.count, text[produced..<produced + bytes.count].elementsEqual(bytes) else {
        return anchors
      }
      produced += bytes.count
      settle(before: produced, index)
    }
    return anchors
  }
}

/// Reads the text of an element from the source, character by character, with the place of each.
private struct ContentReader {
  let source: [UInt8]
  var index: Int
  private var depth = 0
  private var isVerbatim = false

  init(source: [UInt8], index: Int) {
    self.source = source
    self.index = index
  }

  /// The bytes of the next character, none for white space, and where it stands; `nil` at the element's end.
  mutating func next() -> (bytes: [UInt8], place: Int)? {
    while index < source.count {
      let here = index
      let byte = source[index]
      if isVerbatim {
        if skip("]]>") {
          isVerbatim = false
          continue
        }
      } else if byte == UInt8(ascii: "<") {
        guard passMarkup() else { return nil }
        continue
      } else if byte == UInt8(ascii: "&") {
        return reference().map { ($0, here) }
      }
      index += 1
      if isBlank(byte) { return ([], here) }
      while index < source.count, source[index] & 0xC0 == 0x80 { index += 1 }
      return (Array(source[here..<index]), here)
    }
    return nil
  }

  /// Goes past what is no text; `false` at the end tag of the element itself.
  private mutating func passMarkup() -> Bool {
    if skip("<![CDATA[") {
      isVerbatim = true
    } else if skip("<!--") {
      pass("-->")
    } else if skip("<?") {
      pass("?>")
    } else if skip("</") {
      depth -= 1
      pass(">")
    } else {
      var quote: UInt8?
      while index < source.count, quote != nil || source[index] != UInt8(ascii: ">") {
        if source[index] == quote {
          quote = nil
        } else if quote == nil, source[index] == UInt8(ascii: "\"") || source[index] == UInt8(ascii: "'") {
          quote = source[index]
        }
        index += 1
      }
      if index > 0, source[index - 1] != UInt8(ascii: "/") { depth += 1 }
      index += 1
    }
    return depth >= 0
  }

  private mutating func skip(_ mark: String) -> Bool {
    guard index + mark.utf8.count <= source.count, source[index...].starts(with: mark.utf8) else { return false }
    index += mark.utf8.count
    return true
  }

  private mutating func pass(_ mark: String) {
    while index < source.count, !skip(mark) { index += 1 }
  }

  /// The character that a reference stands for; `nil` for one that is not known.
  private mutating func reference() -> [UInt8]? {
    guard let end = source[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: source[index + 1..<end], as: UTF8.self)
    index = end + 1
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let scalar = number.flatMap({ Unicode.Scalar($0) }) else { return nil }
      return scalar.value < 0x80 && isBlank(UInt8(scalar.value)) ? [] : Array(String(Character(scalar)).utf8)
    }
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    return known[name].map { Array($0.utf8) }
  }
}
