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

/// The texts of an issue that may name a country.
func texts(of issue: CompiledIssue) -> [String] {
  [issue.about] + (issue.specialNote.map { [$0.headline] + $0.body.map(\.words) } ?? [])
    + texts(of: issue.entries, issue.annex.statistics)
}

/// The texts of entries and statistics that may name a country.
func texts(of entries: [Entry], _ statistics: [Series]) -> [String] {
  var texts: [String] = []
  for entry in entries {
    texts.append(entry.development.headline.words)
    texts += entry.development.body.map(\.words)
    texts += entry.development.figures.map(\.label)
  }
  for series in statistics { texts += [series.title] + series.values.map(\.label) }
  return texts
}
