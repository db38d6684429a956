import XML

/// Writes XML, indented, and notes which of its bytes stand for which field.
struct XMLPrinter {
  /// The bytes written so far.
  private(set) var bytes: [UInt8] = []
  /// What stands for which field, in the order of the text.
  private(set) var places: [FieldPlaces.Place] = []
  private var open: [String] = []

  /// An attribute of a start tag, with the field that it stands for.
  struct Attribute {
    var name: String
    var value: String
    var field: String?
    /// Whether it stands there even when it has no value.
    var isNeeded = false
  }

  /// Writes a line of its own as it stands.
  mutating func line(_ text: String) {
    for _ in open { append("  ") }
    append(text)
    append("\n")
  }

  /// Writes what is kept, if anything.
  mutating func kept(_ text: String, for field: String) {
    if isBlankText(text) { return }
    noting(field) { $0.line(text) }
  }

  /// Writes an element with elements in it.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - attributes: Its attributes.
  ///   - kept: Further attributes, as they stand.
  ///   - field: The field or part that it stands for.
  ///   - content: Writes what is in it.
  mutating func element(
    _ name: String, _ attributes: [Attribute] = [], kept: String = "", field: String,
    _ content: (inout XMLPrinter) -> Void
  ) {
    noting(field) { printer in
      printer.indent()
      printer.startTag(name, attributes, kept)
      printer.append(">\n")
      printer.open.append(name)
      content(&printer)
      printer.open.removeLast()
      printer.indent()
      printer.append("</\(name)>\n")
    }
  }

  /// Writes an element with words in it; `nil` for one without content.
  mutating func element(
    _ name: String, _ attributes: [Attribute] = [], kept: String = "", field: String, words: String?
  ) {
    noting(field) { printer in
      printer.indent()
      printer.startTag(name, attributes, kept)
      if let words {
        printer.append(">")
        printer.text(foldedString(words[...]))
        printer.append("</\(name)>\n")
      } else {
        printer.append("/>\n")
      }
    }
  }

  /// Writes an element within a line of text.
  mutating func inline(_ name: String, _ attributes: [Attribute] = [], words: String) {
    startTag(name, attributes, "")
    append(">")
    text(foldedString(words[...]))
    append("</\(name)>")
  }

  /// Writes a line that consists of a tag, what is in it, and the end tag.
  mutating func lineElement(_ name: String, _ content: (inout XMLPrinter) -> Void) {
    indent()
    append("<\(name)>")
    content(&self)
    append("</\(name)>\n")
  }

  /// Writes text; what XML cannot hold at all is left out.
  mutating func text(_ words: String) { append(escaping: words, isValue: false) }

  /// Notes that what is written meanwhile stands for a field.
  mutating func noting(_ field: String, _ write: (inout XMLPrinter) -> Void) {
    let start = bytes.count
    write(&self)
    places.append(FieldPlaces.Place(range: start..<bytes.count, field: field))
  }

  private mutating func startTag(_ name: String, _ attributes: [Attribute], _ kept: String) {
    append("<\(name)")
    for attribute in attributes where attribute.isNeeded || !isBlankText(attribute.value) {
      append(" \(attribute.name)=\"")
      if let field = attribute.field {
        noting(field) { $0.append(escaping: foldedString(attribute.value[...]), isValue: true) }
      } else {
        append(escaping: foldedString(attribute.value[...]), isValue: true)
      }
      append("\"")
    }
    if !isBlankText(kept) { append(" \(kept)") }
  }

  private mutating func indent() { for _ in open { append("  ") } }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  private mutating func append(escaping words: String, isValue: Bool) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where isValue: append("&quot;")
      case _ where !isXMLCharacter(scalar): break
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}

/// Whether XML can hold a character (XML 1.0, 2.2).
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}
