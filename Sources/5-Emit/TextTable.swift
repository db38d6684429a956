import Text

/// A table of the text edition: words at the left, then a period where values differ in theirs, a number, a bar.
///
/// Decimal points stand under one another; words that do not fit their column go on below.
struct TextTable {
  /// A row of a table.
  struct Row {
    /// Of whom or where.
    var words: String
    /// The period; empty where there is none.
    var period: String
    /// The number, its digits in groups.
    var number: String
  }

  private static let indent = 2
  private static let widestBar = 36

  private let rows: [Row]
  private let bars: [Double?]?
  private let whole: Int
  private let fraction: Int
  private let periods: Int
  private let words: Int
  private let bar: Int

  /// A table of rows and, where there are any, the lengths of their bars as shares of the longest.
  init(rows: [Row], bars: [Double?]?) {
    self.rows = rows.map { Row(words: harmless($0.words), period: harmless($0.period), number: harmless($0.number)) }
    self.bars = bars
    whole = rows.map { parts(of: $0.number).whole.utf8.count }.max() ?? 0
    fraction = rows.map { parts(of: $0.number).fraction.utf8.count }.max() ?? 0
    periods = rows.map { $0.period.isEmpty ? 0 : displayWidth($0.period) + 2 }.max() ?? 0
    let room = TextWrapping.width - Self.indent - 2 - periods - whole - fraction
    let widest = self.rows.map { displayWidth($0.words) }.max() ?? 0
    // Words leave bars a third of what there is.
    words = min(widest, max(12, bars == nil ? room : room * 2 / 3))
    bar = max(0, min(Self.widestBar, room - words - 2))
  }

  /// Writes the rows through a writer.
  func write(to writer: inout TextWriter) {
    for (position, row) in rows.enumerated() {
      let lines = folded(row.words)
      for line in lines.dropLast() { writer.tableLine([line], indent: Self.indent) }
      let last = lines.last ?? ""
      let share = bars.flatMap { $0.indices.contains(position) ? $0[position] : nil }
      writer.tableLine([last, values(of: row, after: displayWidth(last), share)], indent: Self.indent)
    }
  }

  private func values(of row: Row, after column: Int, _ share: Double?) -> String {
    let (whole, fraction) = parts(of: row.number)
    var line = blanks(words - column + 2)
    if periods > 0 { line += row.period + blanks(periods - displayWidth(row.period)) }
    line += blanks(self.whole - whole.utf8.count) + whole + fraction
    guard let share else { return line }
    return line + blanks(self.fraction - fraction.utf8.count + 2) + textBar(share, width: bar)
  }

  /// Words in lines that fit their column; those after the first are set in.
  private func folded(_ text: String) -> [String] {
    if displayWidth(text) <= words { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      for piece in pieces(String(word)) {
        if line.isEmpty {
          line = piece
        } else if displayWidth(line) + 1 + displayWidth(piece) <= words {
          line += " " + piece
        } else {
          lines.append(line)
          line = "  " + piece
        }
      }
    }
    return lines + [line]
  }

  /// A word in pieces that fit the column with its indent.
  private func pieces(_ word: String) -> [String] {
    guard displayWidth(word) > words - 2 else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if displayWidth(piece + String(character)) > words - 2 {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }
}

/// A numeral in two parts: what stands before the decimal point, and the point with what follows.
private func parts(of number: String) -> (whole: Substring, fraction: Substring) {
  let point = number.firstIndex(of: ".") ?? number.endIndex
  return (number[..<point], number[point...])
}

/// A bar of block characters, exact to the eighth of a column. What is more than nothing shows.
///
/// - Parameters:
///   - share: The length as a share of the longest bar, from 0 to 1.
///   - width: The columns of the longest bar.
func textBar(_ share: Double, width: Int) -> String {
  guard share > 0, share.isFinite, width > 0 else { return "" }
  let eighths = max(1, Int((min(share, 1) * Double(width * 8)).rounded()))
  let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
  return String(repeating: "█", count: eighths / 8) + rest
}
