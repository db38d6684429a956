import Reference

/// The terms of a lexicon and of the manual's rules as one trie in flat arrays, to be walked from the start of each word
/// of a text.
///
/// A node is the offset of its row in `rows`; a row has the node's child for each number of the folded alphabet, 0 where
/// there is none (the root, at 0, is nobody's child). A child that a star may follow carries `starFlag`.
struct TermTrie: Sendable {
  private static let starFlag: UInt32 = 1 << 31

  private var rows: [UInt32]
  /// For each node, the number of its group of terms, from 1; 0 where no term ends.
  private var groupOfNode: [UInt32]
  /// How many groups there are, the unused 0 among them.
  private(set) var groupCount = 1

  init() {
    rows = [UInt32](repeating: 0, count: Folding.count)
    groupOfNode = [0]
  }

  /// Adds a term.
  ///
  /// - Returns: The number of its group: terms that are the same once folded share one; `nil` for a term that no text
  ///   can have.
  mutating func insert(_ term: String) -> Int? {
    // The blank behind the last word is left out: a term ends at a word's end, whatever follows.
    let path = Folding.fold(term: term).dropLast()
    guard !path.isEmpty, !path.contains(Folding.other) else { return nil }
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
      groupOfNode[node / Folding.count] = UInt32(groupCount)
      groupCount += 1
    }
    return Int(groupOfNode[node / Folding.count])
  }

  /// Marks the nodes that a star may follow; to be called once, after the last term.
  mutating func seal() {
    for entry in rows.indices where rows[entry] != 0 {
      if rows[Int(rows[entry]) + Int(Folding.star)] & ~TermTrie.starFlag != 0 { rows[entry] |= TermTrie.starFlag }
    }
  }

  /// Calls back with the group of each term that stands in a text, each once, in order of their numbers.
  func forEachGroup(in text: String, _ found: (Int) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { folded in
        let count = Folding.fold(bytes, into: folded)
        forEachGroup(in: UnsafeBufferPointer(rebasing: folded[..<count]), found)
      }
    }
  }

  private func forEachGroup(in text: UnsafeBufferPointer<UInt8>, _ found: (Int) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: groupCount / 64 + 1) { bits in
      bits.initialize(repeating: 0)
      rows.withUnsafeBufferPointer { rows in
        groupOfNode.withUnsafeBufferPointer { groups in
          let walk = Walk(text: text, rows: rows, groups: groups, bits: bits)
          var start = 0
          while start < text.count {
            walk.go(from: start, root: 0)
            start = walk.wordEnd(start) + 1
          }
        }
      }
      for (place, word) in bits.enumerated() where word != 0 {
        var rest = word
        while rest != 0 {
          found(place * 64 + rest.trailingZeroBitCount)
          rest &= rest - 1
        }
      }
    }
  }

  /// A walk through a text, which marks the groups of the terms that it meets.
  private struct Walk {
    let text: UnsafeBufferPointer<UInt8>
    let rows: UnsafeBufferPointer<UInt32>
    let groups: UnsafeBufferPointer<UInt32>
    let bits: UnsafeMutableBufferPointer<UInt64>

    /// Follows the text from a place as far as any term goes.
    ///
    /// A star takes the rest of the word and the walk goes on behind it, beside the walk that takes letter by letter.
    func go(from start: Int, root: Int) {
      var node = root
      var place = start
      while place < text.count {
        let number = text[place]
        if number == Folding.blank {
          record(node)
        } else if number == Folding.other {
          return
        }
        let entry = rows[node + Int(number)]
        if entry == 0 { return }
        node = Int(entry & ~TermTrie.starFlag)
        place += 1
        if entry >= TermTrie.starFlag && place < text.count {
          go(from: wordEnd(place), root: Int(rows[node + Int(Folding.star)] & ~TermTrie.starFlag))
        }
      }
    }

    @inline(__always)
    private func record(_ node: Int) {
      let group = groups[node / Folding.count]
      bits[Int(group >> 6)] |= (group == 0 ? 0 : 1) << UInt64(group & 63)
    }

    /// The place of the blank behind the word in which a place is.
    @inline(__always)
    func wordEnd(_ place: Int) -> Int {
      var end = place
      while text[end] != Folding.blank { end += 1 }
      return end
    }
  }
}
