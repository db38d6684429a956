import Model

/// Developments that continue one another, within and across issues, in the order of time.
struct FollowUpThread: Sendable {
  /// A development in a thread.
  struct Step: Sendable {
    /// Its place in the archive's entries.
    let entry: Int
    /// The places in the thread, from 0, of the steps that it continues.
    let predecessors: [Int]
    /// What it continues that the archive does not hold.
    let missing: [Predecessor]
  }

  /// What names its page: the anchor of its first step.
  let anchor: String
  /// Its steps, at least two, the earliest first.
  let steps: [Step]
}

/// The threads among entries, in the order of their first steps.
func followUpThreads(of entries: [ArchivedEntry]) -> [FollowUpThread] {
  let links = FollowUpLinks(entries)
  var anchors: Set<String> = []
  return links.groups.map { group in
    let order = links.inTime(group, entries)
    let first = entries[order[0]]
    // Ids are unique for a country for good; should one have been used twice, the period tells its threads apart.
    let anchor =
      anchors.insert(first.entry.anchor).inserted
      ? first.entry.anchor : first.entry.anchor + "-" + first.period.name.lowercased()
    return FollowUpThread(anchor: anchor, steps: links.steps(order, entries))
  }
}

/// Which entries continue which.
private struct FollowUpLinks {
  /// For each entry that continues others of the archive, their places.
  var predecessors: [Int: [Int]] = [:]
  private let places: [DevelopmentReference: Int]
  /// A forest in which the entries of one thread share a root.
  private var parents: [Int: Int] = [:]

  init(_ entries: [ArchivedEntry]) {
    // Most entries continue nothing, so the register holds only those that are asked for.
    let wanted = Set(entries.flatMap { $0.entry.follows.map(\.reference) })
    var places: [DevelopmentReference: Int] = [:]
    for (place, entry) in entries.enumerated() where wanted.contains(entry.reference) {
      places[entry.reference] = place
    }
    self.places = places
    for (place, entry) in entries.enumerated() where !entry.entry.follows.isEmpty {
      let found = entry.entry.follows.compactMap { places[$0.reference] }.filter { $0 != place }
      if found.isEmpty { continue }
      predecessors[place] = found
      for other in found { join(place, other) }
    }
  }

  /// The entries of each thread, in the archive's order.
  var groups: [[Int]] {
    let groups = Dictionary(grouping: parents.keys) { root(of: $0) }
    return groups.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The entries of a thread in the order of time: by issue, in an issue by the first date; what continues another
  /// stands after it in any case.
  func inTime(_ group: [Int], _ entries: [ArchivedEntry]) -> [Int] {
    var waiting = group.sorted { left, right in
      (entries[left].issue, entries[left].firstDay, left) < (entries[right].issue, entries[right].firstDay, right)
    }
    var order: [Int] = []
    var placed: Set<Int> = []
    while !waiting.isEmpty {
      // Entries that continue each other in a circle have no first one: the earliest stands in.
      let next =
        waiting.firstIndex { (predecessors[$0] ?? []).allSatisfy(placed.contains) } ?? waiting.startIndex
      placed.insert(waiting[next])
      order.append(waiting.remove(at: next))
    }
    return order
  }

  func steps(_ order: [Int], _ entries: [ArchivedEntry]) -> [FollowUpThread.Step] {
    let placeInThread = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    return order.map { place in
      FollowUpThread.Step(
        entry: place, predecessors: (predecessors[place] ?? []).compactMap { placeInThread[$0] }.sorted(),
        missing: entries[place].entry.follows.filter { places[$0.reference] == nil })
    }
  }

  private func root(of place: Int) -> Int {
    var place = place
    while let parent = parents[place], parent != place { place = parent }
    return place
  }

  private mutating func join(_ left: Int, _ right: Int) {
    let roots = (root(of: left), root(of: right))
    let first = min(roots.0, roots.1)
    for place in [left, right, roots.0, roots.1] { parents[place] = first }
  }
}
