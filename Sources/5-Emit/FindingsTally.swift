import Model

/// How often a rule was broken.
struct RuleTally: Equatable {
  /// The rule's id.
  var rule: String
  /// How grave it is.
  var severity: Severity
  /// The number of findings, without what only follows from them.
  var count: Int
  /// Its place among the rules in the order in which they are first broken.
  var first: Int
}

extension Sequence<CheckedFile> {
  /// How often each rule was broken: errors first, within a severity the most frequent first, then by the first place.
  var tallies: [RuleTally] {
    var tallies: [String: RuleTally] = [:]
    for diagnostic in lazy.flatMap(\.diagnostics) {
      let new = RuleTally(rule: diagnostic.rule, severity: diagnostic.severity, count: 0, first: tallies.count)
      tallies[diagnostic.rule, default: new].count += 1
    }
    return tallies.values.sorted {
      ($0.severity, -$0.count, $0.first) < ($1.severity, -$1.count, $1.first)
    }
  }

  /// The numbers in words, errors first: `2 errors, 1 warning`; `nil` where nothing was found.
  var countInWords: String? {
    let parts = Severity.allCases.map { (number: count($0), word: $0.rawValue) }.filter { $0.number > 0 }
    return parts.isEmpty ? nil : parts.map { counted($0.number, $0.word) }.joined(separator: ", ")
  }
}

extension CheckedFile {
  /// The findings by their place: those on the whole file first, those at one place in the order in which they were
  /// made.
  var orderedDiagnostics: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      (left.element.line ?? 0, left.element.column ?? 0, left.offset)
        < (right.element.line ?? 0, right.element.column ?? 0, right.offset)
    }.map(\.element)
  }
}

extension Diagnostic {
  /// The column behind the last character that it is about; `nil` where it has no column.
  var endColumn: Int? { column.map { $0 + length } }

  /// What is said of the findings that only follow from this one; `nil` where there are none.
  var foldedInWords: String? {
    switch folded.count {
    case 0: nil
    case 1: "1 further finding follows from this one; it goes away with it."
    default: "\(folded.count) further findings follow from this one; they go away with it."
    }
  }
}

/// A number with its noun: `1 file`, `3 files`.
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(Words.label(noun, count: number))" }
