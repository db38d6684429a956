import Model
import Reference

/// Makes a printed entry of a development: labels instead of codes, references resolved.
struct EntryPrinter {
  let taxonomy: Taxonomy
  let names: CountryNames
  let predecessors: [DevelopmentReference: Phrase]

  func entry(_ candidate: Candidate, number: String) -> Entry {
    let development = candidate.development
    return Entry(
      number: number, anchor: "\(candidate.country.rawValue.lowercased())-\(development.id)",
      country: candidate.country, countryName: names.name(of: candidate.country), theme: candidate.theme,
      kindLabel: taxonomy.label(of: development.kind),
      stageLabels: development.stages.map { taxonomy.label(of: $0.type) }, development: development,
      follows: development.follows.compactMap { predecessor($0, of: candidate.country) })
  }

  private func predecessor(_ reference: DevelopmentReference, of country: CountryCode) -> Predecessor? {
    predecessors[reference].map { headline in
      Predecessor(
        reference: reference, headline: headline,
        country: reference.country == country ? nil : names.name(of: reference.country))
    }
  }
}
