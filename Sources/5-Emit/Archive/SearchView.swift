import Model

/// The page of the search as the template `search.html` shows it.
struct SearchView: TemplateView {
  enum Slot: String, TemplateSlot {
    case policy, style, version, network, areas, total, issues, span
    case filters, name, label, all, choices, code, choice
    case notes

    var sort: SlotSort {
      switch self {
      case .total, .issues: .number
      case .style: .code
      case .areas, .notes: .markup
      case .filters, .choices: .part
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .name, .label, .all, .choices: .filters
      case .code, .choice: .choices
      default: nil
      }
    }
  }

  private let table: SearchTable
  private let version: String
  private let filters: [(filter: SearchTable.Filter, choices: [SearchTable.Choice])]
  private var filter = 0
  private var choice = 0
  private let style = slimmed(Embedded.pageCSS + Embedded.searchCSS)

  /// The page for a table and the version of the index.
  init(_ table: SearchTable, version: String) {
    self.table = table
    self.version = version
    filters = SearchTable.Filter.allCases.map { ($0, table.choices($0)) }
  }

  func count(of part: Slot) -> Int {
    switch part {
    case .filters: filters.count
    case .choices: filters[filter].choices.count
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    if part == .filters { filter = position } else { choice = position }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    // The page's own files alone may be loaded, and only as scripts.
    case .policy: writer.text(contentPolicy(style: style) + "; script-src 'self'")
    case .style: writer.markup(style)
    case .version: writer.text(version)
    case .network: writer.text(Words.network)
    case .areas: writer.areas(SiteHead(path: SitePath.search, area: .search))
    case .total: writer.number(table.periods.reduce(0) { $0 + $1.count })
    case .issues: writer.number(table.periods.count)
    case .span: writer.text(span)
    case .name: writer.text(filters[filter].filter.rawValue)
    case .label: writer.text(filters[filter].filter.label)
    case .all: writer.text(filters[filter].filter.all)
    case .code: writer.text(filters[filter].choices[choice].code)
    case .choice: writer.text(filters[filter].choices[choice].label)
    // Names in headlines that results may show, as the newest issue has the notes.
    case .notes: writer.nameNotes(table.notes)
    case .filters, .choices: break
    }
  }

  /// The years that the archive covers.
  private var span: String {
    guard let first = table.periods.map(\.period.first.year).min(),
      let last = table.periods.map(\.period.last.year).max()
    else { return "" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }
}

extension SearchTable.Filter {
  /// The filter's name on the page.
  fileprivate var label: String {
    switch self {
    case .country: "Country"
    case .year: "Year"
    case .kind: "Kind"
    case .theme: "Theme"
    case .stage: "Stage"
    case .act: "EU act"
    }
  }

  /// What the filter says when it leaves nothing out.
  fileprivate var all: String {
    switch self {
    case .country: "All countries"
    case .year: "All years"
    case .kind: "All kinds"
    case .theme: "All themes"
    case .stage: "All stages"
    case .act: "All acts"
    }
  }
}

/// The page of the search.
func searchPage(_ table: SearchTable, version: String) -> [UInt8] {
  var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 15)
  do throws(TemplateError) {
    writer.write(
      try Template(Embedded.searchHTML, file: "search.html"), SearchView(table, version: version))
  } catch {
    fatalError("A template that the executable carries is broken:\n\(error)")
  }
  return writer.out.bytes
}
