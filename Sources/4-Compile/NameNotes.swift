import Model
import Reference

extension IssueCompiler {
  /// The notes at names that texts use, in the order of the list of names.
  ///
  /// Source: Interinstitutional Style Guide, Annex A5, which sets these notes for EU texts.
  func nameNotes(in texts: [String], on day: Day) -> [NameNote] {
    let noted = thirdCountries.countries.compactMap { country -> NameNote? in
      guard let words = country.footnote,
        let name = thirdCountries.name(of: country.code, on: day)
      else { return nil }
      return NameNote(name: name, words: words)
    }
    return noted.filter { note in texts.contains { note.isDue(in: $0) } }
  }
}

/// The texts that an issue prints and that may name a country, but for those of the glossary and of members themselves.
func texts(of issue: CompiledIssue) -> [String] {
  [issue.title, issue.about] + (issue.specialNote.map { [$0.headline] + $0.body.map(\.words) } ?? [])
    + texts(of: issue.entries, issue.annex.statistics) + texts(of: issue.annex) + issue.colophon.map(\.words)
}

/// The texts of entries and statistics that may name a country.
func texts(of entries: [Entry], _ statistics: [Series]) -> [String] {
  var texts: [String] = []
  for entry in entries {
    let development = entry.development
    texts.append(development.headline.words)
    if let late = development.late { texts.append(late) }
    for paragraph in development.body { texts.append(paragraph.words) }
    for figure in development.figures { texts += [figure.label, figure.unit] }
    for act in development.acts { texts += act.titles.map(\.words) }
    for act in development.euActs { texts.append(act.name) }
    for source in development.sources { texts.append(source.title.words) }
    for predecessor in entry.follows { texts.append(predecessor.headline.words) }
  }
  for series in statistics {
    texts += [series.title, series.unit, series.note ?? ""] + series.values.map(\.label)
    texts += series.sources.map(\.title.words)
  }
  return texts
}

/// The other texts of an annex.
private func texts(of annex: CompiledAnnex) -> [String] {
  let measures = annex.transposition.map(\.measure).flatMap { measure in
    [measure.title] + measure.states.map(\.words) + measure.sources.map(\.title.words)
  }
  let events = (annex.upcoming + annex.past).flatMap { [$0.title.words, $0.place ?? "", $0.organiser ?? ""] }
  return measures + annex.outputs.map(\.title.words) + events
}
