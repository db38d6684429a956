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

/// The contents of an issue, in the order in which both editions have them.
func contentsLines(of issue: CompiledIssue) -> [ContentsLine] {
  func line(_ words: String, _ anchor: String, if isThere: Bool) -> [ContentsLine] {
    isThere ? [ContentsLine(number: "", words: words, anchor: anchor)] : []
  }
  var lines = line(issue.specialNote?.headline ?? "", "page-note", if: issue.specialNote != nil)
  lines += line(Words.corrections, "page-corrections", if: !issue.corrections.isEmpty)
  lines += line(Words.overview, "page-overview", if: true)
  lines += issue.sections.map { ContentsLine(number: String($0.number), words: $0.heading, anchor: $0.anchor) }
  lines += line(Words.countries, "page-countries", if: !issue.entries.isEmpty)
  lines += line(Words.annex, "page-annex", if: !issue.annex.isEmpty)
  lines += issue.annex.parts.map { ContentsLine(number: "", words: $0.words, anchor: $0.anchor, isPart: true) }
  lines += line(Words.glossary, "page-glossary", if: !issue.glossary.isEmpty)
  lines += line(Words.contactPoints, "page-contact-points", if: !issue.contactPoints.isEmpty)
  lines += line(Words.colophon, "page-colophon", if: true)
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
