import Model
import Text

/// Results as a terminal shows them: for each development its issue, country, kind and stages, its headline, a part of
/// its text, and where it stands; then how many there are.
///
/// - Parameters:
///   - results: The results.
///   - site: The path of the archive's folder, with which the paths begin.
///   - isBold: Whether the terminal shows what was sought in bold.
public func resultsAsText(_ results: SearchResults, site: String, isBold: Bool) -> [UInt8] {
  var writer = ResultsText(isBold: isBold)
  for found in results.shown { writer.write(found, site: site) }
  writer.summarise(results)
  return writer.buffer.bytes
}

private struct ResultsText {
  var buffer = OutputBuffer()
  let isBold: Bool

  /// The columns of a line; a longer word stands alone.
  private static let width = 80
  /// The columns of an excerpt: a text that is shown without words sought in it is cut where it is longer.
  private static let longest = 240

  mutating func write(_ found: FoundDevelopment, site: String) {
    let steps = found.stages.enumerated().map { place, step in
      let words = "\(label(step.stage)) \(PartialDate(step.date)?.words ?? step.date)"
      return place == 0 ? words : words.lowercasedFirst
    }
    let standing = [found.period, found.countryName, label(found.kind), steps.joined(separator: "; ")]
    wrap([MarkedText(standing.filter { !$0.isEmpty }.joined(separator: " · "))], indent: "")
    wrap(found.headline, indent: "")
    wrap(shortened(found.excerpt), indent: "    ")
    buffer.append("    \(visible("\(site)/\(found.period)/bulletin.html#\(found.anchor)"))\n\n")
  }

  mutating func summarise(_ results: SearchResults) {
    switch (results.count, results.shown.count) {
    case (0, _) where results.unfilteredCount > 0:
      buffer.append("Nothing found with these filters; without them, \(developments(results.unfilteredCount)).\n")
    case (0, _) where !results.isRanked: buffer.append("Nothing found with these filters.\n")
    case (0, _): buffer.append("Nothing found. Try fewer or shorter words, or another spelling.\n")
    case (let count, let shown) where count == shown: buffer.append("\(developments(count)).\n")
    case (let count, 1):
      buffer.append("\(developments(count)), the \(results.isRanked ? "best" : "newest") of them shown.\n")
    case (let count, let shown):
      buffer.append("\(developments(count)), the \(results.isRanked ? "best" : "newest") \(shown) of them shown.\n")
    }
  }

  private func developments(_ count: Int) -> String { count == 1 ? "1 development" : "\(count) developments" }

  /// A code as readers know it: `in-force` as `In force`.
  private func label(_ code: String) -> String {
    let words = code.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func shortened(_ excerpt: [MarkedText]) -> [MarkedText] {
    guard let only = excerpt.first, excerpt.count == 1, !only.isMatch, only.text.count > Self.longest else {
      return excerpt
    }
    let cut = only.text.prefix(Self.longest)
    return [MarkedText(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "…")]
  }

  /// Writes a text in lines that fit, in which no character does anything to the terminal.
  private mutating func wrap(_ pieces: [MarkedText], indent: String) {
    var column = 0
    for word in words(of: pieces) {
      let width = word.reduce(0) { $0 + displayWidth($1.text) }
      if column > 0, column + 1 + width > Self.width {
        buffer.newline()
        column = 0
      }
      buffer.append(column == 0 ? indent : " ")
      column += (column == 0 ? displayWidth(indent) : 1) + width
      for piece in word { buffer.append(piece.isMatch && isBold ? "\u{1B}[1m\(piece.text)\u{1B}[0m" : piece.text) }
    }
    if column > 0 { buffer.newline() }
  }

  /// A text as its words, which blanks part; a word may be sought in part.
  private func words(of pieces: [MarkedText]) -> [[MarkedText]] {
    var words: [[MarkedText]] = [[]]
    for piece in pieces {
      let parts = piece.text.unicodeScalars.split(omittingEmptySubsequences: false) {
        $0.properties.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}"
      }
      for (number, part) in parts.enumerated() {
        if number > 0 { words.append([]) }
        if !part.isEmpty { words[words.count - 1].append(MarkedText(visible(String(part)), isMatch: piece.isMatch)) }
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
