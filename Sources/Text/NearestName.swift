/// The candidates that are near enough to a word that somebody wrote to have been meant, the nearest first.
///
/// Distance counts letters inserted, left out, replaced or swapped with a neighbour; a third of the word may differ, but
/// never all of it.
///
/// - Parameters:
///   - word: What was written; capitals do not count.
///   - candidates: What can be meant, in an order that decides between equally near ones.
///   - limit: How many are given at most.
public func nearestNames(to word: String, in candidates: [String], limit: Int) -> [String] {
  let written = Array(word.lowercased().unicodeScalars.prefix(80))
  let most = max(1, (written.count + 1) / 3)
  let near = candidates.enumerated().compactMap {
    position, candidate -> (distance: Int, position: Int, name: String)? in
    let distance = editDistance(written, Array(candidate.lowercased().unicodeScalars))
    return distance <= most && distance < written.count ? (distance, position, candidate) : nil
  }
  return near.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }.prefix(limit).map(\.name)
}

/// The candidate that is nearest to a word that somebody wrote, if any is near enough to have been meant.
public func nearestName(to word: String, in candidates: [String]) -> String? {
  nearestNames(to: word, in: candidates, limit: 1).first
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
