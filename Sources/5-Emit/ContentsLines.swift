import Model

/// A line of the contents.
struct ContentsLine {
  /// The section's number; empty for what has none.
  let number: String
  /// The heading.
  let words: String
  /// The id of its place in pages.
  let anchor: String
  /// Whether it is a part of what stands in the line above.
  var isPart = false
}

extension [ContentsLine] {
  /// Adds the line of what has no number, if it is there.
  mutating func add(_ words: String, _ anchor: String, if isThere: Bool) {
    if isThere { append(ContentsLine(number: "", words: words, anchor: anchor)) }
  }
}

/// The contents of an issue, in the order in which both editions have them.
func contentsLines(of issue: CompiledIssue) -> [ContentsLine] {
  let hasEntries = issue.entryCount > 0
  var lines: [ContentsLine] = []
  lines.add(issue.specialNote?.headline ?? "", "page-note", if: issue.specialNote != nil)
  lines.add(Words.corrections, "page-corrections", if: !issue.corrections.isEmpty)
  lines.add(Words.overview, "page-overview", if: hasEntries)
  lines += issue.sections.map { ContentsLine(number: String($0.number), words: $0.heading, anchor: $0.anchor) }
  lines.add(Words.countries, "page-countries", if: hasEntries)
  lines.add(Words.annex, "page-annex", if: !issue.annex.isEmpty)
  lines += issue.annex.parts.map { ContentsLine(number: "", words: $0.words, anchor: $0.anchor, isPart: true) }
  lines.add(Words.glossary, "page-glossary", if: !issue.glossary.isEmpty)
  lines.add(Words.contactPoints, "page-contact-points", if: !issue.contactPoints.isEmpty)
  lines.add(Words.colophon, "page-colophon", if: true)
  return lines
}

extension CompiledAnnex {
  /// The headings of its parts that hold anything, in order, with the ids of their places in pages.
  private var possibleParts: [(isThere: Bool, words: String, anchor: String)] {
    [
      (!statistics.isEmpty, Words.statistics, "page-statistics"),
      (!transposition.isEmpty, Words.transposition, "page-transposition"),
      (!outputs.isEmpty, Words.outputs, "page-outputs"), (!upcoming.isEmpty, Words.upcoming, "page-upcoming"),
      (!past.isEmpty, Words.past, "page-past"),
    ]
  }

  /// The parts that hold anything, in order.
  var parts: [(words: String, anchor: String)] {
    possibleParts.filter(\.isThere).map { ($0.words, $0.anchor) }
  }
}
