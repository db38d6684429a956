import Model
import Reference

extension IssueCompiler {
  /// The notes at names that an issue's texts use, in the order of the list of names.
  ///
  /// Source: Interinstitutional Style Guide, Annex A5, which sets these notes for EU texts.
  func nameNotes(of issue: CompiledIssue) -> [NameNote] {
    let noted = thirdCountries.countries.compactMap { country -> NameNote? in
      guard let words = country.footnote,
        let name = thirdCountries.name(of: country.code, on: issue.period.last)
      else { return nil }
      return NameNote(name: name, words: words)
    }
    let texts = self.texts(of: issue)
    return noted.filter { note in texts.contains { mentions($0, note.name) } }
  }

  private func texts(of issue: CompiledIssue) -> [String] {
    var texts = [issue.about] + (issue.specialNote.map { [$0.headline] + $0.body.map(\.words) } ?? [])
    for entry in issue.entries {
      texts.append(entry.development.headline.words)
      texts += entry.development.body.map(\.words)
      texts += entry.development.figures.map(\.label)
    }
    for series in issue.annex.statistics { texts += [series.title] + series.values.map(\.label) }
    return texts
  }

  /// Whether a text has a name as a word of its own.
  private func mentions(_ text: String, _ name: String) -> Bool {
    text.ranges(of: name).contains { range in
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !before.isLetter && !after.isLetter
    }
  }
}
