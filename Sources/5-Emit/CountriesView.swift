import Model

/// The index by country as the template `countries.html` shows it: what each contributor reports, across the sections.
struct CountriesView: TemplateView {
  enum Slot: String, TemplateSlot {
    case countries, countryAnchor, countryCode, countryName, countryCount
    case items, itemAnchor, itemNumber, itemHeadline

    var sort: SlotSort {
      switch self {
      case .countries, .items: .part
      case .countryCount: .number
      case .itemHeadline: .markup
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .countryAnchor, .countryCode, .countryName, .countryCount, .items: .countries
      case .itemAnchor, .itemNumber, .itemHeadline: .items
      default: nil
      }
    }

    var isIndispensable: Bool { [.countryAnchor, .itemAnchor].contains(self) }
  }

  private let rows: [(row: Overview.Row, entries: [Entry])]
  private var country = 0
  private var item = 0

  /// The index of an issue.
  init(_ context: SectionsContext) { rows = context.overview.rows.map { ($0, $0.entries) } }

  func count(of part: Slot) -> Int {
    switch part {
    case .countries: rows.count
    case .items: rows[country].entries.count
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    if part == .countries { country = position }
    if part == .items { item = position }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    case .countryAnchor: writer.countryAnchor(rows[country].row.country)
    case .countryCode: writer.text(rows[country].row.country.rawValue)
    case .countryName: writer.text(rows[country].row.name)
    case .countryCount: writer.number(rows[country].entries.count)
    case .itemAnchor: writer.text(rows[country].entries[item].anchor)
    case .itemNumber: writer.text(rows[country].entries[item].number)
    case .itemHeadline: writer.phrase(rows[country].entries[item].development.headline)
    case .countries, .items: break
    }
  }
}
