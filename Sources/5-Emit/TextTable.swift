import Text

/// A table of the text edition: words at the left, one or two columns of short values at the right.
///
/// Numbers end under one another; words that do not fit their column go on below.
struct TextTable {
  /// The rows: words, a period where there is one, a number.
  var rows: [(words: String, period: String, number: String)]

  /// Writes the rows through a writer.
  func write(to writer: inout TextWriter) {
    let numbers = rows.map { displayWidth($0.number) }.max() ?? 0
    let periods = rows.map { displayWidth($0.period) }.max() ?? 0
    let right = numbers + 2 + (periods > 0 ? periods + 2 : 0)
    let widest = rows.map { displayWidth($0.words) }.max() ?? 0
    let left = max(12, min(widest, TextWrapping.width - right))
    for row in rows {
      let lines = folded(row.words, width: left)
      for (position, words) in lines.enumerated() {
        var line = words
        if position == lines.count - 1 {
          line += blanks(left - displayWidth(words) + 2)
          if periods > 0 { line += row.period + blanks(periods - displayWidth(row.period) + 2) }
          line += blanks(numbers - displayWidth(row.number)) + row.number
        }
        writer.tableLine(line)
      }
    }
  }

  private func folded(_ words: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words.split(separator: " ") {
      for piece in pieces(String(word), width: width) {
        if line.isEmpty {
          line = piece
        } else if displayWidth(line) + 1 + displayWidth(piece) <= width {
          line += " " + piece
        } else {
          lines.append(line)
          line = "  " + piece
        }
      }
    }
    return lines + [line]
  }

  /// A word in pieces that fit a column with its indent.
  private func pieces(_ word: String, width: Int) -> [String] {
    guard displayWidth(word) > width - 2 else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if displayWidth(piece) + displayWidth(String(character)) > width - 2 {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
