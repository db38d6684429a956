import Model

/// The order of a country's entries within a section: by the first step that falls in the period, then as submitted,
/// then as editors wished.
struct EntryOrder {
  let period: Period
  let placements: [Placement]

  func sorted(_ group: [Candidate]) -> [Candidate] {
    var sorted = group.map { (day: firstDay($0.development), candidate: $0) }
      .sorted { left, right in
        left.day == right.day ? left.candidate.place < right.candidate.place : precedes(left.day, right.day)
      }
      .map(\.candidate)
    for placement in placements where placement.country == sorted.first?.country {
      guard placement.id != placement.before,
        let from = sorted.firstIndex(where: { $0.development.id == placement.id }),
        sorted.contains(where: { $0.development.id == placement.before })
      else { continue }
      let moved = sorted.remove(at: from)
      let goal = sorted.firstIndex { $0.development.id == placement.before } ?? from
      sorted.insert(moved, at: goal)
    }
    return sorted
  }

  /// The earliest day of the steps that fall in the period; `nil` for what is reported late.
  private func firstDay(_ development: Development) -> Day? {
    development.stages.filter { period.contains($0.date) }.map(\.date.earliest).min()
  }

  /// What happened outside the period stands behind what happened in it.
  private func precedes(_ left: Day?, _ right: Day?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }
}
