/// The children of an element beside the particles of its type, in the document's order.
struct ChildLine {
  let children: [XMLElement]
  /// For each child which particle it is; `nil` for one that is none.
  private(set) var indices: [Int?]
  /// How many children each particle has, so that they need not be counted for each of very many strangers.
  private var counts: [Int]

  init(_ children: [XMLElement], _ type: ContentModel.ComplexType) {
    self.children = children
    indices = children.map { child in type.particles.firstIndex { $0.name == child.name } }
    counts = Array(repeating: 0, count: type.particles.count)
    for case let index? in indices { counts[index] += 1 }
  }

  /// Takes a child for a particle, or for none.
  mutating func take(_ position: Int, as index: Int?) {
    if let before = indices[position] { counts[before] -= 1 }
    if let index { counts[index] += 1 }
    indices[position] = index
  }

  /// Whether a particle has no child.
  func lacks(_ index: Int) -> Bool { counts[index] == 0 }

  /// Whether no more of a particle may come.
  func isFull(_ index: Int, _ type: ContentModel.ComplexType) -> Bool {
    counts[index] >= type.particles[index].maximum
  }

  /// The particles that are needed, are nowhere, and belong between the neighbours of a child.
  func missing(at position: Int, _ type: ContentModel.ComplexType) -> [Int] {
    let needed = type.particles.indices.filter { type.particles[$0].minimum > 0 && lacks($0) }
    if needed.isEmpty { return [] }
    let before = indices[..<position].last { $0 != nil } ?? nil
    let after = indices[(position + 1)...].first { $0 != nil } ?? nil
    let (low, high) = (before ?? -1, after ?? type.particles.count)
    return needed.filter { low <= $0 && $0 <= high }
  }

  /// Which children stand in the right order: the longest run of them that does, so that as few as can be are called
  /// misplaced. Of two that are exchanged, it is the first that came too early.
  func inOrder(leavingOut isLeftOut: [Bool]) -> [Bool] {
    let counted = children.indices.filter { !isLeftOut[$0] && indices[$0] != nil }
    let isSorted = zip(counted, counted.dropFirst()).allSatisfy { (indices[$0] ?? 0) <= (indices[$1] ?? 0) }
    if isSorted || counted.count > ChildLine.mostCompared { return behindNone(counted) }
    return longestRun(leavingOut: isLeftOut)
  }

  /// The most children of which each is compared with each.
  private static let mostCompared = 1000

  /// Which children stand behind none that belongs behind them: all of them where the order is right.
  private func behindNone(_ counted: [Int]) -> [Bool] {
    var inOrder = [Bool](repeating: false, count: children.count)
    var last = -1
    for position in counted {
      guard let index = indices[position], index >= last else { continue }
      inOrder[position] = true
      last = index
    }
    return inOrder
  }

  private func longestRun(leavingOut isLeftOut: [Bool]) -> [Bool] {
    var length = [Int](repeating: 0, count: children.count)
    var previous = [Int?](repeating: nil, count: children.count)
    var last: Int?
    for position in children.indices where !isLeftOut[position] {
      guard let index = indices[position] else { continue }
      length[position] = 1
      for earlier in children.indices[..<position] where length[earlier] > 0 {
        guard let other = indices[earlier], other <= index, length[earlier] + 1 >= length[position] else { continue }
        length[position] = length[earlier] + 1
        previous[position] = earlier
      }
      if length[position] >= last.map({ length[$0] }) ?? 0 { last = position }
    }
    var inOrder = [Bool](repeating: false, count: children.count)
    while let position = last {
      inOrder[position] = true
      last = previous[position]
    }
    return inOrder
  }

  /// The particle before which, or after which, a misplaced child belongs, among those that stand right.
  func neighbours(of position: Int, _ index: Int, _ inOrder: [Bool]) -> (before: Int?, after: Int?) {
    let later = children.indices[(position + 1)...].filter { inOrder[$0] }.compactMap { indices[$0] }
    if let after = later.filter({ $0 < index }).max() { return (nil, after) }
    let earlier = children.indices[..<position].filter { inOrder[$0] }.compactMap { indices[$0] }
    return (earlier.filter { $0 > index }.min(), nil)
  }
}
