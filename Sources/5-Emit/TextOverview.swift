import Model
import Text

extension TextWriter {
  /// Writes the issue at a glance: how many developments each contributor has in each section.
  mutating func overview(isDraft: Bool) {
    guard !context.overview.rows.isEmpty else { return }
    open(Words.overview, isDraft: isDraft)
    gap()
    say(Words.overviewColumns)
    flush()
    gap()
    matrix(context.overview, sections: context.sections.map(\.number))
  }

  /// Writes the index by country: the numbers of each contributor's entries, across the sections.
  mutating func countries(isDraft: Bool) {
    guard !context.overview.rows.isEmpty else { return }
    open(Words.countries, isDraft: isDraft)
    gap()
    for row in context.overview.rows {
      sayBound(row.name + ":")
      for (position, entry) in row.entries.enumerated() {
        say(position == 0 ? " " : ", ")
        say(entry.number)
      }
      flush(indent: 2)
    }
  }

  private mutating func matrix(_ overview: Overview, sections: [Int]) {
    let widest = (overview.totals + sections).map { String($0).utf8.count }.max() ?? 1
    let total = String(overview.totals.reduce(0, +))
    let last = max(total.utf8.count, Words.total.utf8.count) + 2
    let room = TextWrapping.width - sections.count * (widest + 1) - last
    let names = (overview.rows.map(\.name) + [Words.total]).map { displayWidth(harmless($0)) }.filter { $0 <= room }
    let columns = Columns(name: names.max() ?? 0, count: widest + 1, total: last)
    matrixRow("", sections.map(String.init), Words.total, columns)
    for row in overview.rows {
      let cells = row.cells.map { $0.isEmpty ? "·" : String($0.count) }
      matrixRow(row.name, cells, String(row.count), columns)
    }
    matrixRow(Words.total, overview.totals.map { $0 == 0 ? "·" : String($0) }, total, columns)
  }

  /// The columns that the parts of a row take.
  private struct Columns {
    var name: Int
    var count: Int
    var total: Int
  }

  /// Writes a row; a name that is too long for its column stands on a line of its own.
  private mutating func matrixRow(_ name: String, _ cells: [String], _ total: String, _ columns: Columns) {
    var width = displayWidth(harmless(name))
    sayBound(name)
    if width > columns.name {
      flush()
      width = 0
    }
    var line = blanks(columns.name - width)
    for cell in cells { line += blanks(columns.count - displayWidth(cell)) + cell }
    line += blanks(columns.total - total.utf8.count) + total
    sayBound(line)
    flush()
  }
}

/// So many blanks, none when there is no room.
func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
