import Model

/// Reads the marks in a line.
struct MarkReader {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// What looks like a mark but is none.
  private(set) var unknown: [String] = []

  init(_ line: String) { scalars = Array(line.unicodeScalars) }

  /// The pieces of the line.
  mutating func pieces() -> [Inline] {
    var pieces: [Inline] = []
    var text = String.UnicodeScalarView()
    func flush() {
      if !text.isEmpty { pieces.append(.text(String(text))) }
      text.removeAll()
    }
    while place < scalars.count {
      if scalars[place] == "[", let (mark, end) = mark() {
        flush()
        pieces.append(mark)
        place = end
      } else {
        if scalars[place] == "\\", place + 1 < scalars.count, "\\[]()".unicodeScalars.contains(scalars[place + 1]) {
          place += 1
        }
        text.append(scalars[place])
        place += 1
      }
    }
    flush()
    return pieces
  }

  /// The mark that begins here, and where it ends; `nil` when there is none.
  private mutating func mark() -> (Inline, end: Int)? {
    guard let (words, next) = part(from: place + 1, to: "]", barring: "["), next < scalars.count, scalars[next] == "(",
      let (meaning, end) = part(from: next + 1, to: ")", barring: "(")
    else { return nil }
    let folded = foldedString(words[...])
    if !folded.isEmpty, let mark = inline(folded, foldedString(meaning[...])) { return (mark, end) }
    var written = String.UnicodeScalarView()
    written.append(contentsOf: scalars[place..<end])
    unknown.append(String(written))
    return nil
  }

  /// What stands up to a character, without backslashes, and where the next one stands.
  private func part(from start: Int, to close: Unicode.Scalar, barring open: Unicode.Scalar) -> (String, next: Int)? {
    var words = String.UnicodeScalarView()
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == close { return (String(words), index + 1) }
      if scalar == open { return nil }
      if scalar == "\\", index + 1 < scalars.count, "\\[]()".unicodeScalars.contains(scalars[index + 1]) { index += 1 }
      words.append(scalars[index])
      index += 1
    }
    return nil
  }

  private func inline(_ words: String, _ meaning: String) -> Inline? {
    if isWebAddress(meaning) { return .link(words, href: meaning) }
    var rest = meaning.split(separator: " ", omittingEmptySubsequences: false)[...]
    switch rest.popFirst() {
    case "stressed" where rest.isEmpty: return .emphasis(words)
    case "term" where rest.isEmpty: return .term(words)
    case "link": return .link(words, href: rest.joined(separator: " "))
    case "in" where rest.count <= 1: return .foreign(words, language: String(rest.first ?? ""))
    case "act":
      var language: String?
      if rest.count >= 2, rest[rest.endIndex - 2] == "in" {
        language = rest.popLast().map(String.init)
        rest = rest.dropLast()
      }
      let celex = rest.isEmpty ? nil : rest.joined(separator: " ")
      return .citation(words, celex: celex, language: language)
    default: return nil
    }
  }
}
