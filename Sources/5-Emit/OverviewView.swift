import Model

/// The matrix of contributors and sections as the template `overview.html` shows it.
struct OverviewView: TemplateView {
  enum Slot: String, TemplateSlot {
    case count, countWords, contributors, contributorsWords
    case columns, columnAnchor, columnNumber, columnHeading, columnTotal
    case rows, rowAnchor, rowName, rowTotal
    case cells, filled, cellAnchor, cellCount, cellShade

    var sort: SlotSort {
      switch self {
      case .count, .contributors, .columnNumber, .columnTotal, .rowTotal, .cellCount, .cellShade: .number
      case .columns, .rows, .cells, .filled: .part
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .columnAnchor, .columnNumber, .columnHeading, .columnTotal: .columns
      case .rowAnchor, .rowName, .rowTotal, .cells: .rows
      case .filled: .cells
      case .cellAnchor, .cellCount, .cellShade: .filled
      default: nil
      }
    }
  }

  private let context: SectionsContext
  private var column = 0
  private var row = 0
  private var cell = 0

  /// The matrix of an issue.
  init(_ context: SectionsContext) { self.context = context }

  private var rows: [Overview.Row] { context.overview.rows }
  private var sections: [Section] { context.sections }
  private var total: Int { context.overview.totals.reduce(0, +) }

  func count(of part: Slot) -> Int {
    switch part {
    case .columns, .cells: sections.count
    case .rows: rows.count
    case .filled: rows[row].cells[cell].isEmpty ? 0 : 1
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    switch part {
    case .columns: column = position
    case .rows: row = position
    case .cells: cell = position
    default: break
    }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    case .count: writer.number(total)
    case .countWords: writer.text(counted(total, "development"))
    case .contributors: writer.number(rows.count)
    case .contributorsWords: writer.text(counted(rows.count, "contributor"))
    case .columnAnchor: writer.text(sections[column].anchor)
    case .columnNumber: writer.number(sections[column].number)
    case .columnHeading: writer.text(sections[column].heading)
    case .columnTotal: writer.number(context.overview.totals[column])
    case .rowAnchor: writer.countryAnchor(rows[row].country)
    case .rowName: writer.text(rows[row].name)
    case .rowTotal: writer.number(rows[row].count)
    case .cellAnchor: writer.text(anchor(of: sections[cell], for: rows[row].country))
    case .cellCount: writer.number(rows[row].cells[cell].count)
    case .cellShade: writer.number(shade(of: rows[row].cells[cell].count))
    case .columns, .rows, .cells, .filled: break
    }
  }

  private func anchor(of section: Section, for country: CountryCode) -> String {
    section.groups.first { $0.country == country }?.anchor ?? section.anchor
  }

  /// One of four shades, the darker the more; the number stands in the cell, so nothing depends on the shade.
  private func shade(of count: Int) -> Int { min(4, count) }
}

extension HTMLWriter {
  /// Writes the id of a contributor's place in the index by country.
  mutating func countryAnchor(_ country: CountryCode) {
    markup("country-")
    text(country.rawValue.lowercased())
  }
}
