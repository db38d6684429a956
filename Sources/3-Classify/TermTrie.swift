import Reference

/// All terms of a lexicon as one trie in flat arrays, to be walked from the start of each word of a text.
///
/// A node is the offset of its row in `rows`; a row has the node's child for each number of the folded alphabet, 0 where
/// there is none (the root, at 0, is nobody's child).
struct TermTrie: Sendable {
  /// A theme's term in the lexicon.
  struct Hit: Sendable {
    /// The theme's place in the lexicon.
    var theme: Int32
    /// The term's place in the theme.
    var term: Int32
    /// The term's weight, kept here so that scoring need not look it up.
    var weight: Double
  }

  private var rows: [UInt32]
  /// For each node, the number of its group of hits, from 1; 0 where no term ends.
  private var groupOfNode: [UInt32]
  /// For each group, its hits: the terms that are the same once folded.
  private var hitsOfGroup: [[Hit]]

  init(_ lexicon: Lexicon) {
    rows = [UInt32](repeating: 0, count: Folding.count)
    groupOfNode = [0]
    hitsOfGroup = [[]]
    for (themePlace, theme) in lexicon.themes.enumerated() {
      for (termPlace, term) in theme.terms.enumerated() {
        let hit = Hit(theme: Int32(themePlace), term: Int32(termPlace), weight: term.weight)
        insert(Folding.fold(term.text, isTerm: true), hit)
      }
    }
  }

  private mutating func insert(_ numbers: [UInt8], _ hit: Hit) {
    // The blank behind the last word is left out: a term ends at a word's end, whatever follows.
    let path = numbers.dropLast()
    guard !path.isEmpty, !path.contains(Folding.other) else { return }
    var node = 0
    for number in path {
      let entry = node + Int(number)
      if rows[entry] == 0 {
        rows[entry] = UInt32(rows.count)
        rows.append(contentsOf: repeatElement(0, count: Folding.count))
        groupOfNode.append(0)
      }
      node = Int(rows[entry])
    }
    if groupOfNode[node / Folding.count] == 0 {
      groupOfNode[node / Folding.count] = UInt32(hitsOfGroup.count)
      hitsOfGroup.append([])
    }
    hitsOfGroup[Int(groupOfNode[node / Folding.count])].append(hit)
  }

  /// The hits of a group.
  func hits(of group: Int) -> [Hit] { hitsOfGroup[group] }

  /// The groups of terms that stand in a folded text, each once, in order of their numbers.
  func groups(in text: [UInt8]) -> [Int] {
    var found: [Int] = []
    text.withUnsafeBufferPointer { text in
      rows.withUnsafeBufferPointer { rows in
        var start = 0
        while start < text.count {
          walk(text, start, rows, 0, &found)
          start = TermTrie.wordEnd(text, start) + 1
        }
      }
    }
    found.sort()
    var last = 0
    return found.filter { group in
      defer { last = group }
      return group != last
    }
  }

  /// Follows a text from a place as far as any term goes.
  ///
  /// A star takes the rest of the word and the walk goes on behind it, beside the walk that takes letter by letter.
  private func walk(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ rows: UnsafeBufferPointer<UInt32>, _ root: Int,
    _ found: inout [Int]
  ) {
    var node = root
    var place = start
    while place < text.count {
      let number = text[place]
      if number == Folding.blank { record(node, &found) }
      starred(text, place, rows, node, &found)
      if number == Folding.other { return }
      node = Int(rows[node + Int(number)])
      if node == 0 { return }
      place += 1
    }
  }

  @inline(__always)
  private func starred(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ rows: UnsafeBufferPointer<UInt32>, _ node: Int,
    _ found: inout [Int]
  ) {
    let star = Int(rows[node + Int(Folding.star)])
    if star != 0 { walk(text, TermTrie.wordEnd(text, place), rows, star, &found) }
  }

  @inline(__always)
  private func record(_ node: Int, _ found: inout [Int]) {
    let group = groupOfNode[node / Folding.count]
    if group != 0 { found.append(Int(group)) }
  }

  /// The place of the blank behind the word in which a place is.
  private static func wordEnd(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var end = place
    while text[end] != Folding.blank { end += 1 }
    return end
  }
}
