import Model
import Text

/// The text of a development as people type it: a paragraph a line, marked words in brackets with their mark behind
/// them.
///
/// `[family reunification](term)`, `[Directive 2013/33/EU](act 32013L0033)`, `[parcours](in fr)`, `[only](stressed)`,
/// `[their page](https://example.org/)`. What is no such mark stands for itself, as does a character behind a
/// backslash. A line `[[<…>]]` is XML that is kept word for word.
public struct MarkedText: Hashable, Sendable {
  /// A line of it.
  public enum Block: Hashable, Sendable {
    /// A paragraph with its marks.
    case paragraph(Paragraph)
    /// XML that is kept as it stands.
    case verbatim(String)
  }

  /// The lines that are not empty.
  public var blocks: [Block] = []
  /// What looks like a mark but is none.
  public var unknownMarks: [String] = []

  /// Reads a text as it was typed.
  public init(_ text: String) {
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }) {
      let words = foldedString(line)
      if words.isEmpty { continue }
      if words.hasPrefix("[[<"), words.hasSuffix(">]]") {
        blocks.append(.verbatim(String(words.dropFirst(2).dropLast(2))))
        continue
      }
      var reader = MarkReader(words)
      blocks.append(.paragraph(Paragraph(reader.pieces())))
      unknownMarks += reader.unknown
    }
  }

  /// The words without marks, a paragraph a line.
  public var words: String {
    blocks.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.words
      case .verbatim(let xml): wordsOutsideTags(xml)
      }
    }.joined(separator: "\n")
  }

  /// A paragraph as people type it; `nil` where it holds something for which there is no mark.
  public static func line(_ paragraph: Paragraph) -> String? {
    var line = ""
    for piece in paragraph.pieces { line += typed(piece) }
    if line.hasPrefix("[[<") { line = "\\" + line }
    // Whatever cannot be told from something else is left to those who keep it as it stands.
    let read = MarkedText(line)
    return read.blocks == [.paragraph(paragraph)] ? line : nil
  }

  /// XML as a line of its own, its white space folded.
  public static func line(verbatim xml: String) -> String { "[[\(foldedString(xml[...]))]]" }

  private static func typed(_ piece: Inline) -> String {
    switch piece {
    case .text(let words): escapedText(words)
    case .emphasis(let words): mark(words, "stressed")
    case .foreign(let words, let language): mark(words, language.isEmpty ? "in" : "in \(language)")
    case .link(let words, let href): mark(words, isWebAddress(href) ? href : "link \(href)")
    case .citation(let words, let celex, let language):
      mark(words, "act" + (celex.map { " \($0)" } ?? "") + (language.map { " in \($0)" } ?? ""))
    case .term(let words, _): mark(words, "term")
    }
  }

  private static func mark(_ words: String, _ meaning: String) -> String {
    "[\(escaped(words, "\\[]"))](\(escaped(meaning, "\\()")))"
  }

  private static func escaped(_ words: String, _ special: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      if special.unicodeScalars.contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A bracket in a text needs a backslash only where a mark could be read.
  private static func escapedText(_ words: String) -> String {
    guard words.utf8.contains(UInt8(ascii: "\\")) || words.contains("](") else { return words }
    return escaped(words, "\\[")
  }
}

/// Whether a text begins as addresses of the web do.
func isWebAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

/// White space folded: none at the ends, inner runs as one blank.
func foldedString(_ text: Substring) -> String {
  var result = ""
  var isPending = false
  for scalar in text.unicodeScalars {
    if scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) {
      isPending = !result.isEmpty
      continue
    }
    if isPending { result.unicodeScalars.append(" ") }
    isPending = false
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// The words of XML, without its tags.
private func wordsOutsideTags(_ xml: String) -> String {
  var result = ""
  var isInTag = false
  for character in xml {
    if character == "<" { isInTag = true }
    if !isInTag { result.append(character) }
    if character == ">" { isInTag = false }
  }
  return result
}
