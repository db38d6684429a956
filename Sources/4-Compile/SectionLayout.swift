import Model
import Reference

/// Sets the entries of an issue into the sections of its edition and numbers them.
struct SectionLayout {
  let plan: SectionPlan
  let names: CountryNames
  let order: EntryOrder

  /// All sections of the plan, those without entries too.
  func sections(of candidates: [Candidate], _ printer: EntryPrinter) -> [Section] {
    var parts = [[Candidate]](repeating: [], count: plan.sections.count)
    for candidate in candidates { parts[place(of: candidate.theme)].append(candidate) }
    let sections = zip(plan.sections, parts).enumerated().map { place, pair in
      var section = section(number: place + 1, heading: pair.0.heading, pair.1, printer)
      section.themeCodes = pair.0.themes
      section.themeLabels = pair.0.themes.map(printer.taxonomy.label)
      return section
    }
    return withCrossReferences(sections)
  }

  /// The section of a theme, from 0. Reference data give each theme of the list a section; for a code that is in no
  /// list the first one stands in, so that no entry gets lost.
  private func place(of theme: ThemeCode) -> Int { plan.place(of: theme) ?? 0 }

  private func section(
    number: Int, heading: String, _ candidates: [Candidate], _ printer: EntryPrinter
  ) -> Section {
    let byCountry = Dictionary(grouping: candidates, by: \.country)
    var groups: [Section.Group] = []
    var count = 0
    for country in byCountry.keys.sorted(by: names.precedes) {
      let entries = order.sorted(byCountry[country] ?? []).map { candidate in
        count += 1
        return printer.entry(candidate, number: "\(number).\(count)")
      }
      groups.append(
        Section.Group(
          country: country, name: names.name(of: country),
          anchor: "section-\(number)-\(country.rawValue.lowercased())", entries: entries))
    }
    return Section(number: number, heading: heading, anchor: "section-\(number)", groups: groups, seeAlso: [])
  }
}
