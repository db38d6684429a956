/// A paragraph as a form shows it: marks of the text as they stand in a file, all other signs as they are read.
struct MarkedParagraph {
  /// As a form shows it.
  let shown: String
  /// As it stands in a file.
  let source: String

  /// The marks that a paragraph may have; what else looks like markup is words.
  private static let marks = ["em", "foreign", "link", "cite", "term"]
  private static let entities: [String: Unicode.Scalar] = ["lt": "<", "gt": ">", "quot": "\"", "apos": "'", "amp": "&"]

  /// A paragraph as it stands in a file.
  init(source: String) {
    self.source = source
    shown = Self.pieces(of: source).map { piece in piece.isMark ? piece.text : Self.read(piece.text) }.joined()
  }

  /// A paragraph as somebody wrote it into a form.
  init(shown: String) {
    self.shown = shown
    source = Self.pieces(of: shown).map { piece in
      piece.isMark ? piece.text : String(decoding: escaped(piece.text), as: UTF8.self)
    }.joined()
  }

  /// Words of a file as they are read: each reference to a character is that character.
  private static func read(_ words: String) -> String {
    var read = String.UnicodeScalarView()
    var rest = words.unicodeScalars[...]
    while let opening = rest.firstIndex(of: "&") {
      read.append(contentsOf: rest[..<opening])
      rest = rest[opening...].dropFirst()
      let name = rest.prefix { $0 != ";" && $0 != "&" }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let character = character(named: String(name)) {
        read.append(character)
        rest = rest[name.endIndex...].dropFirst()
      } else {
        read.append("&")
      }
    }
    read.append(contentsOf: rest)
    return String(read)
  }

  /// The character for which a reference stands, such as `amp`, `#8220` or `#x2013`; a blank for all white space, which
  /// is folded in a text. `nil` for what is no reference.
  private static func character(named name: String) -> Unicode.Scalar? {
    if let character = entities[name] { return character }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x")
    guard let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
      let character = Unicode.Scalar(number)
    else { return nil }
    return ["\t", "\n", "\r"].contains(character) ? " " : character
  }

  /// The marks, comments and runs of words of a text, in order.
  private static func pieces(of text: String) -> [(text: String, isMark: Bool)] {
    var pieces: [(text: String, isMark: Bool)] = []
    var words = text.startIndex
    var position = text.startIndex
    while let opening = text[position...].firstIndex(of: "<") {
      position = text.index(after: opening)
      guard let end = endOfMark(in: text[opening...]) else { continue }
      pieces += [(String(text[words..<opening]), false), (String(text[opening..<end]), true)]
      (words, position) = (end, end)
    }
    return pieces + [(String(text[words...]), false)]
  }

  /// Where the mark or the comment ends with which a text begins; `nil` where it begins with neither.
  private static func endOfMark(in text: Substring) -> String.Index? {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>")] where text.hasPrefix(opening) {
      return text.firstRange(of: closing)?.upperBound
    }
    let name = text.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0 == ":" }
    guard marks.contains(String(name.split(separator: ":").last ?? "")) else { return nil }
    return text.firstIndex(of: ">").map { text.index(after: $0) }
  }
}
