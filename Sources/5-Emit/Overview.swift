import Model

/// Who reports how much under which section: an issue or another product at a glance.
struct Overview {
  /// One contributor's entries.
  struct Row {
    /// The contributor.
    let country: CountryCode
    /// Its name.
    let name: String
    /// For each section its entries, none where it reports nothing there.
    var cells: [[Entry]]

    /// How many entries it has.
    var count: Int { cells.reduce(0) { $0 + $1.count } }

    /// All its entries, in reading order.
    var entries: [Entry] { cells.flatMap { $0 } }
  }

  /// The contributors that have entries: the EU first, then the countries in the bulletin's order.
  private(set) var rows: [Row] = []
  /// The sections' numbers of entries, beside the sections.
  let totals: [Int]

  /// The overview of sections.
  init(_ sections: [Section]) {
    var rows: [CountryCode: Row] = [:]
    for (place, section) in sections.enumerated() {
      for group in section.groups where !group.entries.isEmpty {
        let empty = Row(
          country: group.country, name: group.name, cells: Array(repeating: [], count: sections.count))
        if rows[group.country, default: empty].cells[place].isEmpty {
          rows[group.country, default: empty].cells[place] = group.entries
        } else {
          rows[group.country, default: empty].cells[place] += group.entries
        }
      }
    }
    totals = sections.map { $0.groups.reduce(0) { $0 + $1.entries.count } }
    self.rows = rows.values.sorted(by: Self.precedes)
  }

  /// The order of the bulletin: the EU, then the countries by their English names.
  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    if (left.country == .europeanUnion) != (right.country == .europeanUnion) { return left.country == .europeanUnion }
    return (left.name.lowercased(), left.country.rawValue) < (right.name.lowercased(), right.country.rawValue)
  }
}
