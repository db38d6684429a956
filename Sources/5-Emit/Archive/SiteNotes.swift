import Model

extension CompiledIssue {
  /// The notes at names that a headline uses.
  func nameNotes(at headline: Phrase) -> [NameNote] { nameNotes.filter { $0.isDue(in: headline.words) } }

  /// The notes at names that pages need which show an entry: at its headline, or at that of what it continues.
  func nameNotes(at entry: Entry) -> [NameNote] {
    if nameNotes.isEmpty { return [] }
    let headlines = [entry.development.headline] + entry.follows.map(\.headline)
    return nameNotes.filter { note in headlines.contains { note.isDue(in: $0.words) } }
  }
}

/// Notes of several issues as one page has them: each name once, as its newest issue has it, in alphabetical order.
///
/// - Parameter notes: The notes, those of the newest issue last.
func gathered(_ notes: [NameNote]) -> [NameNote] {
  Dictionary(notes.map { ($0.name, $0) }) { _, newer in newer }.values.sorted { $0.name < $1.name }
}

extension Archive {
  /// The notes at names that a page needs which shows entries.
  func nameNotes(at places: [Int]) -> [NameNote] {
    gathered(places.filter { notes[$0] != nil }.sorted().flatMap { notes[$0] ?? [] })
  }

  /// What a page depends on that notes the names in entries: the words of a note are its issue's.
  func dependencies(ofNotesAt places: [Int]) -> Set<SiteDependency> {
    Set(places.filter { notes[$0] != nil }.map { .issue(entries[$0].period) })
  }
}

extension HTMLWriter {
  /// Writes notes at names, as an issue's colophon has them.
  mutating func nameNotes(_ notes: [NameNote]) {
    for note in notes {
      element("<p class=\"remark\"><b>", note.name, "</b>: ")
      element("", note.words, "</p>\n")
    }
  }
}
