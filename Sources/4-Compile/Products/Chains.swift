import Model

/// Entries of several issues with each chain of follow-ups told once, in its latest state.
///
/// A chain is one country's: what another country's development continues still stands for itself. Where a chain
/// branches, each branch is told to its end, with the steps that they share; where branches meet again, once. The
/// latest entry lists all earlier developments of its chain, and all stages in order of their dates.
///
/// - Parameter entries: Entries that know their periods, the earliest first.
/// - Returns: What is left, in the same order.
func toldOnce(_ entries: [Entry]) -> [Entry] {
  let chains = Chains(entries)
  return entries.indices.filter { !chains.isOvertaken($0) }.map { chains.told($0) }
}

/// Which entry continues which, by their places.
private struct Chains {
  private let entries: [Entry]
  /// For each entry those that it continues, near and far, in order.
  private let ancestors: [[Int]]
  /// For each entry those that continue it, near and far.
  private let followers: [[Int]]

  init(_ entries: [Entry]) {
    self.entries = entries
    var places: [DevelopmentReference: Int] = [:]
    for (place, entry) in entries.enumerated() {
      if let address = entry.address { places[address] = place }
    }
    let parents = entries.map { entry in
      entry.follows.filter { $0.reference.country == entry.country }.compactMap { places[$0.reference] }
    }
    let ancestors = entries.indices.map { Chains.reached(from: $0, parents) }
    var followers = [[Int]](repeating: [], count: entries.count)
    for (place, found) in ancestors.enumerated() { for ancestor in found { followers[ancestor].append(place) } }
    self.ancestors = ancestors
    self.followers = followers
  }

  /// All that can be reached, without the start itself: a chain that bites its tail ends there.
  private static func reached(from start: Int, _ parents: [[Int]]) -> [Int] {
    var found: Set<Int> = [start]
    var open = parents[start]
    while let place = open.popLast() {
      if found.insert(place).inserted { open += parents[place] }
    }
    return found.subtracting([start]).sorted()
  }

  /// Whether an entry has a later state. Of entries that continue each other, which only a mistake can make, the last
  /// one counts as the latest.
  func isOvertaken(_ place: Int) -> Bool {
    followers[place].contains { !ancestors[place].contains($0) || $0 > place }
  }

  /// An entry with all earlier steps of its chain.
  func told(_ place: Int) -> Entry {
    var entry = entries[place]
    let earlier = ancestors[place].map { entries[$0] }
    if earlier.isEmpty { return entry }
    entry.follows = predecessors(entry, earlier)
    let stages = (earlier + [entry]).flatMap { zip($0.development.stages, $0.stageLabels) }
    var steps: [(stage: Stage, label: String)] = []
    for (stage, label) in stages where !steps.contains(where: { $0.stage == stage }) { steps.append((stage, label)) }
    let ordered = steps.enumerated()
      .filter { step in !steps.contains { $0.stage.isMoreExact(than: step.element.stage) } }
      .sorted { ($0.element.stage.date.earliest, $0.offset) < ($1.element.stage.date.earliest, $1.offset) }
      .map(\.element)
    entry.development.stages = ordered.map(\.stage)
    entry.stageLabels = ordered.map(\.label)
    return entry
  }

  /// What the entry and the earlier ones continue, the earliest first, each once.
  private func predecessors(_ entry: Entry, _ earlier: [Entry]) -> [Predecessor] {
    var found: [Predecessor] = []
    for item in (earlier + [entry]).flatMap(\.follows)
    where item.reference != entry.address && !found.contains(where: { $0.reference == item.reference }) {
      found.append(item)
    }
    return found.enumerated()
      .sorted { ($0.element.reference.period, $0.offset) < ($1.element.reference.period, $1.offset) }
      .map(\.element)
  }
}

extension Stage {
  /// Whether it is the same step with a date that is known better.
  fileprivate func isMoreExact(than other: Stage) -> Bool {
    type == other.type && date != other.date && other.date.earliest <= date.earliest && date.latest <= other.date.latest
  }
}

extension Entry {
  /// Where the development was reported, for an entry that knows its period.
  fileprivate var address: DevelopmentReference? {
    period.map { DevelopmentReference(country: country, period: $0, id: development.id) }
  }
}
