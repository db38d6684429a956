/// Finds the parts of a start tag in a document's source, for findings that point at an attribute or at content.
public enum StartTag {
  /// Where the value of an attribute stands, without its quotation marks; `nil` when the tag has no such attribute.
  ///
  /// - Parameters:
  ///   - name: The attribute's name as written, such as `href` or `xml:lang`.
  ///   - place: Where the start tag begins in the source.
  public static func value(of name: String, in source: [UInt8], at place: Int) -> Range<Int>? {
    var scanner = Scanner(source: source, at: place)
    while let attribute = scanner.nextAttribute() {
      if source[attribute.name].elementsEqual(name.utf8) { return attribute.value }
    }
    return nil
  }

  /// Where the name of an attribute stands; `nil` when the tag has no such attribute.
  public static func name(of name: String, in source: [UInt8], at place: Int) -> Range<Int>? {
    var scanner = Scanner(source: source, at: place)
    while let attribute = scanner.nextAttribute() {
      if source[attribute.name].elementsEqual(name.utf8) { return attribute.name }
    }
    return nil
  }

  /// Where the content of an element begins: the first byte after its start tag that is not blank.
  public static func content(in source: [UInt8], at place: Int) -> Int {
    var index = end(in: source, at: place)
    while index < source.count, isBlank(source[index]) { index += 1 }
    return min(index, max(source.count - 1, 0))
  }

  /// Where a start tag ends, after its `>`.
  public static func end(in source: [UInt8], at place: Int) -> Int {
    var scanner = Scanner(source: source, at: place)
    while scanner.nextAttribute() != nil {}
    var index = scanner.index
    while index < source.count, source[index] != UInt8(ascii: ">") { index += 1 }
    return min(index + 1, source.count)
  }

  /// The attributes of a start tag, in their order: where their names and their values stand, these without quotation
  /// marks.
  public static func attributes(in source: [UInt8], at place: Int) -> [(name: Range<Int>, value: Range<Int>)] {
    var scanner = Scanner(source: source, at: place)
    var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    while let attribute = scanner.nextAttribute() { attributes.append(attribute) }
    return attributes
  }

  struct Scanner {
    let source: [UInt8]
    var index: Int

    init(source: [UInt8], at place: Int) {
      self.source = source
      index = place + 1
      while index < source.count, !isBlank(source[index]), !ends(source[index]) { index += 1 }
    }

    mutating func nextAttribute() -> (name: Range<Int>, value: Range<Int>)? {
      skipBlanks()
      let name = index
      while index < source.count, source[index] != UInt8(ascii: "="), !isBlank(source[index]), !ends(source[index]) {
        index += 1
      }
      let nameEnd = index
      skipBlanks()
      guard index < source.count, source[index] == UInt8(ascii: "=") else { return nil }
      index += 1
      skipBlanks()
      guard index < source.count, source[index] == UInt8(ascii: "\"") || source[index] == UInt8(ascii: "'") else {
        return nil
      }
      let quote = source[index]
      let value = index + 1
      index = value
      while index < source.count, source[index] != quote { index += 1 }
      defer { index += 1 }
      return (name..<nameEnd, value..<index)
    }

    private mutating func skipBlanks() {
      while index < source.count, isBlank(source[index]) { index += 1 }
    }

    private func ends(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") }
  }
}
