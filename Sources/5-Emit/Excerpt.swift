import Model
import Text

/// A line of a file as a report shows it: cut to a width around the place that it is about, nothing in it hidden.
///
/// Tabs stand as blanks up to the next stop, hidden characters as their numbers.
struct Excerpt: Equatable {
  /// What stands before the place.
  var before = ""
  /// The place itself; empty where it is the end of the line.
  var marked = ""
  /// What stands after the place.
  var after = ""
  /// Whether the line goes on to the left.
  var isCutLeft = false
  /// Whether the line goes on to the right.
  var isCutRight = false

  /// The line of a finding, cut around its place; `nil` where it has none.
  init?(of diagnostic: Diagnostic, width: Int) {
    guard let line = diagnostic.excerpt, let column = diagnostic.column, !line.isEmpty else { return nil }
    self.init(of: line, column: column - diagnostic.excerptStart, length: diagnostic.length, width: width)
    isCutLeft = isCutLeft || diagnostic.excerptStart > 0
  }

  /// A line, cut around a place.
  ///
  /// - Parameters:
  ///   - line: The line as its file has it.
  ///   - column: Where the place begins, in characters from 1.
  ///   - length: How many characters it takes.
  ///   - width: How many columns may be shown, without the marks of what was cut.
  init(of line: String, column: Int, length: Int, width: Int) {
    let cells = Excerpt.cells(of: line)
    let start = min(max(column - 1, 0), cells.count)
    let end = min(start + max(length, 0), cells.count)
    let shown = Excerpt.window(around: start..<end, in: cells, width: width)
    let place = start..<max(start, min(end, shown.upperBound))
    func text(_ range: Range<Int>) -> String { cells[range].reduce(into: "") { $0 += $1.text } }
    before = text(shown.lowerBound..<place.lowerBound)
    marked = text(place)
    after = text(place.upperBound..<max(place.upperBound, shown.upperBound))
    isCutLeft = shown.lowerBound > 0
    isCutRight = shown.upperBound < cells.count
  }

  /// A character of a line as it is shown, with the columns that it takes.
  private typealias Cell = (text: String, width: Int)

  private static let tabStop = 4

  private static func cells(of line: String) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    for scalar in line.unicodeScalars {
      let text: String
      if scalar == "\t" {
        text = String(repeating: " ", count: tabStop - column % tabStop)
      } else {
        text = visible(String(scalar))
      }
      let width = displayWidth(text)
      cells.append((text, width))
      column += width
    }
    return cells
  }

  /// The part of a line that is shown: all of it where it fits, else the place with as much on both sides as there is
  /// room for, and of a place that is too long its beginning.
  private static func window(around place: Range<Int>, in cells: [Cell], width: Int) -> Range<Int> {
    func columns(_ range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.width } }
    let total = columns(0..<cells.count)
    if total <= width { return 0..<cells.count }
    let room = max(width - columns(place), width / 6)
    // What the right side cannot use is the left side's.
    let right = columns(place.upperBound..<cells.count)
    var left = max(room / 2, room - right)
    var lower = place.lowerBound
    while lower > 0, cells[lower - 1].width <= left {
      lower -= 1
      left -= cells[lower].width
    }
    var rest = width
    var upper = lower
    while upper < cells.count, cells[upper].width <= rest {
      rest -= cells[upper].width
      upper += 1
    }
    return lower..<upper
  }
}
