/// The candidate that is nearest to a word that somebody wrote, if any is near enough to have been meant.
///
/// Distance counts letters inserted, left out, replaced or swapped with a neighbour; a third of the word may differ.
public func nearest(to word: String, in candidates: [String]) -> String? {
  nearest(to: word, in: candidates, limit: 1).first
}

/// The candidates that are near enough to a word to have been meant, the nearest first, at equal distance in their own
/// order.
///
/// - Parameters:
///   - word: What somebody wrote.
///   - candidates: What may have been meant.
///   - limit: How many are wanted at most.
public func nearest(to word: String, in candidates: [String], limit: Int) -> [String] {
  let written = Array(word.lowercased().unicodeScalars)
  let farthest = max(1, (written.count + 1) / 3)
  let near = candidates.enumerated().compactMap { place, candidate in
    let distance = editDistance(written, Array(candidate.lowercased().unicodeScalars))
    return distance <= farthest ? (distance: distance, place: place, candidate: candidate) : nil
  }
  return near.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(limit).map(\.candidate)
}

/// A sentence that offers the nearest candidate, with a blank before it; empty when none is near.
func suggestion(for word: String, in candidates: [String]) -> String {
  nearest(to: word, in: candidates).map { " Did you mean “\($0)”?" } ?? ""
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var rows = [Array(0...right.count)]
  for i in 1...left.count {
    var row = [i] + Array(repeating: 0, count: right.count)
    for j in 1...right.count {
      let cost = left[i - 1] == right[j - 1] ? 0 : 1
      row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        row[j] = min(row[j], rows[i - 2][j - 2] + 1)
      }
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}

/// A list of words in a sentence: “a”, “b” or “c”.
func listed(_ words: [String], joinedBy last: String = "or") -> String {
  let quoted = words.map { "“\($0)”" }
  guard let final = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " \(last) " + final
}
