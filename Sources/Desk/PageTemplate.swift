import Text

/// A page of the desk, or a part of one, read from a file of HTML.
///
/// `{{check-title}}` stands for a text of the file of texts; `{{>name}}` for HTML that the desk puts there; `{{<name}}` for
/// a part that several pages share. All are settled when the desk opens, as far as they can be.
struct PageTemplate: Sendable {
  private enum Piece: Sendable {
    case literal([UInt8])
    case slot(String)
  }

  private let pieces: [Piece]

  /// The parts that several pages have: what is shown of a check.
  private static let shared = [
    (name: "findings", html: Embedded.partFindingsHTML), (name: "listing", html: Embedded.partListingHTML),
    (name: "mending", html: Embedded.partMendingHTML),
  ]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - source: The file's text.
  ///   - texts: The words for its texts.
  ///   - values: What the names in braces in those words stand for.
  /// - Throws: `DeskError` when it names a text that there is not, or leaves braces open.
  init(_ source: String, texts: Texts, values: [String: String] = [:]) throws(DeskError) {
    var pieces: [Piece] = []
    var literal = OutputBuffer()
    var rest = Self.shared.reduce(source) { $0.replacing("{{<\($1.name)}}", with: $1.html) }[...]
    while let opening = rest.firstRange(of: "{{") {
      literal.append(String(rest[..<opening.lowerBound]))
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else {
        throw DeskError("A template of the desk leaves braces open.")
      }
      let name = String(rest[opening.upperBound..<closing.lowerBound])
      rest = rest[closing.upperBound...]
      if name.hasPrefix(">") {
        pieces += [.literal(literal.bytes), .slot(String(name.dropFirst()))]
        literal = OutputBuffer()
      } else {
        guard texts[name] != nil else { throw DeskError("A template of the desk asks for the text “\(name)”.") }
        literal.append(escaped: texts.text(name, values))
      }
    }
    literal.append(String(rest))
    self.pieces = pieces + [.literal(literal.bytes)]
  }

  /// The page with HTML in its slots.
  ///
  /// - Parameter parts: The HTML by the names of the slots; a slot without any stays empty.
  func filled(_ parts: [String: [UInt8]] = [:]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(parts.values.reduce(1 << 12) { $0 + $1.count })
    for piece in pieces {
      switch piece {
      case .literal(let bytes): out += bytes
      case .slot(let name): out += parts[name] ?? []
      }
    }
    return out
  }
}

/// Words from outside as HTML.
func escaped(_ words: String) -> [UInt8] {
  var buffer = OutputBuffer(capacity: words.utf8.count + 16)
  buffer.append(escaped: words)
  return buffer.bytes
}
