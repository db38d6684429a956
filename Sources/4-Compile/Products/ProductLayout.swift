import Model
import Reference

/// Sets entries of several issues into the sections of a product and numbers them anew. Sections without entries are
/// left out.
struct ProductLayout {
  let taxonomy: Taxonomy
  let names: CountryNames

  /// One section for each theme of the list that has entries, in the list's order.
  func byTheme(_ entries: [Entry]) -> [Section] {
    let fallback = taxonomy.themes[0].code
    // A code that is in no list cannot come from decided themes; the first theme stands in, so that nothing gets lost.
    let parts = Dictionary(grouping: entries) { taxonomy.contains($0.theme) ? $0.theme : fallback }
    let filled = taxonomy.themes.filter { parts[$0.code] != nil }
    return filled.enumerated().map { place, theme in
      var section = section(place + 1, theme.label, "theme-\(theme.code.rawValue)", parts[theme.code] ?? [])
      section.themeCodes = [theme.code]
      section.themeLabels = [theme.label]
      return section
    }
  }

  /// One section for each period that has entries, the newest last.
  func byPeriod(_ entries: [Entry]) -> [Section] {
    let periods = Set(entries.compactMap(\.period)).sorted()
    return periods.enumerated().map { place, period in
      section(
        place + 1, period.words, "period-\(period.name.lowercased())", entries.filter { $0.period == period })
    }
  }

  /// A section: the EU, then the countries by their names; the entries of each as they come.
  private func section(_ number: Int, _ heading: String, _ anchor: String, _ entries: [Entry]) -> Section {
    let byCountry = Dictionary(grouping: entries, by: \.country)
    var count = 0
    let groups = byCountry.keys.sorted(by: names.precedes).map { country in
      let numbered = (byCountry[country] ?? []).map { entry in
        count += 1
        var entry = entry
        entry.number = "\(number).\(count)"
        return entry
      }
      return Section.Group(
        country: country, name: names.name(of: country), anchor: "\(anchor)-\(country.rawValue.lowercased())",
        entries: numbered)
    }
    return Section(number: number, heading: heading, anchor: anchor, groups: groups, seeAlso: [])
  }
}
