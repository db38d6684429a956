/// The terms of a lexicon and of the manual's rules as one trie whose steps are words, to be walked from each word of a
/// text.
///
/// Words are told apart by hashes of 64 bits, taken letter by letter, so that the hash of each beginning of a word is at
/// hand for terms that end in a star. Edges stand in one table with open addressing; before it is looked up, a small
/// filter says whether there can be such an edge at all, which for most words of a text there is not.
final class TermTrie: Sendable {
  fileprivate struct Edge: Sendable {
    var key: UInt64 = 0
    var child: UInt32 = 0
  }

  private let table: [Edge]
  private let filter: [UInt64]
  private let nodes: [Node]
  private let beginnings: [UInt32]
  private let groupCount: Int

  fileprivate struct Node: Sendable {
    /// The number of its group of terms, from 1; 0 where no term ends.
    var group: UInt32 = 0
    /// Whether any edge leads on.
    var leadsOn = false
    /// The lengths that its starred words have before the star, a bit for each.
    var starLengths: UInt32 = 0
  }

  /// The trie of the terms that were added to a builder.
  init(_ builder: TermTrieBuilder) {
    let edges = builder.edges
    var size = 64
    while size < edges.count * 4 { size *= 2 }
    var table = [Edge](repeating: Edge(), count: size)
    var filter = [UInt64](repeating: 0, count: size / 16)
    for edge in edges {
      var slot = Int(truncatingIfNeeded: edge.key >> 1) & (size - 1)
      while table[slot].key != 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = edge
      let bit = Int(truncatingIfNeeded: edge.key >> 24) & (size * 4 - 1)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.table = table
    self.filter = filter
    nodes = builder.nodes
    beginnings = builder.beginnings
    groupCount = builder.groupCount
  }

  /// The key of the edge that leaves a node with a word; never 0, which marks what is free.
  @inline(__always)
  fileprivate static func key(_ node: Int, _ hash: UInt64, _ isStarred: Bool) -> UInt64 {
    var key = hash ^ (UInt64(node) &* 2 &+ (isStarred ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ key >> 32) &* 0xD6E8_FEB8_6659_FD93
    return (key ^ key >> 32) | 1
  }

  /// Calls back with the group of each term that stands in a text, each once, in order of their numbers.
  func forEachGroup(in text: String, _ found: (Int) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: groupCount / 64 + 1) { bits in
        bits.initialize(repeating: 0)
        TextWords.read(bytes) { walk($0, bits) }
        for (place, word) in bits.enumerated() where word != 0 {
          var rest = word
          while rest != 0 {
            found(place * 64 + rest.trailingZeroBitCount)
            rest &= rest - 1
          }
        }
      }
    }
  }

  private func walk(_ words: TextWords, _ bits: UnsafeMutableBufferPointer<UInt64>) {
    nodes.withUnsafeBufferPointer { nodes in
      table.withUnsafeBufferPointer { table in
        filter.withUnsafeBufferPointer { filter in
          let walk = Walk(words: words, nodes: nodes, table: table, filter: filter, bits: bits)
          beginnings.withUnsafeBufferPointer { walk.goThrough($0) }
        }
      }
    }
  }

  /// A walk through a text, which marks the groups of the terms that it meets.
  private struct Walk {
    let words: TextWords
    let nodes: UnsafeBufferPointer<Node>
    let table: UnsafeBufferPointer<Edge>
    let filter: UnsafeBufferPointer<UInt64>
    let bits: UnsafeMutableBufferPointer<UInt64>

    /// Looks for terms from each word of the text on.
    func goThrough(_ beginnings: UnsafeBufferPointer<UInt32>) {
      for place in 0..<words.count {
        let possible = beginnings[Int(words[place].beginning)]
        if possible == 0 { continue }
        if possible >> 31 != 0 { step(TermTrie.key(0, words[place].hash, false), from: place) }
        starred(possible & ~(1 << 31), at: place, node: 0)
      }
    }

    /// Takes the word at a place as the next of each term that the node leads on to, and goes on from there.
    private func go(at place: Int, node: Int) {
      step(TermTrie.key(node, words[place].hash, false), from: place)
      starred(nodes[node].starLengths, at: place, node: node)
    }

    @inline(__always)
    private func starred(_ lengths: UInt32, at place: Int, node: Int) {
      let word = words[place]
      var lengths = lengths
      while lengths != 0 {
        let length = lengths.trailingZeroBitCount
        if length > Int(word.length) { break }
        step(TermTrie.key(node, words.hash(of: word, length: length), true), from: place)
        lengths &= lengths - 1
      }
    }

    @inline(__always)
    private func step(_ key: UInt64, from place: Int) {
      let bit = Int(truncatingIfNeeded: key >> 24) & (filter.count * 64 - 1)
      if filter[bit >> 6] & 1 << UInt64(bit & 63) != 0 { follow(key, from: place) }
    }

    private func follow(_ key: UInt64, from place: Int) {
      var slot = Int(truncatingIfNeeded: key >> 1) & (table.count - 1)
      while table[slot].key != key {
        if table[slot].key == 0 { return }
        slot = (slot + 1) & (table.count - 1)
      }
      let child = Int(table[slot].child)
      let group = Int(nodes[child].group)
      if group != 0 { bits[group >> 6] |= 1 << UInt64(group & 63) }
      if nodes[child].leadsOn && place + 1 < words.count { go(at: place + 1, node: child) }
    }
  }
}

/// Takes the terms from which a trie is made.
struct TermTrieBuilder {
  fileprivate var edges: [TermTrie.Edge] = []
  /// The children by key.
  private var known: [UInt64: Int] = [:]
  fileprivate var nodes = [TermTrie.Node()]
  /// For the beginning of a text's word, which words can begin a term: bit 31 stands for whole words, the others for
  /// the lengths that starred words have before the star.
  fileprivate var beginnings = [UInt32](repeating: 0, count: TextWords.beginnings)
  /// How many groups there are, the unused 0 among them.
  private(set) var groupCount = 1

  /// Adds a term.
  ///
  /// - Returns: The number of its group: terms that are the same once folded share one; `nil` for a term that no text
  ///   can have.
  mutating func insert(_ term: String) -> Int? {
    let numbers = Folding.fold(term: term)
    guard numbers.count > 1, !numbers.contains(Folding.other) else { return nil }
    var node = 0
    var start = 0
    var hash = TextWords.seed
    for (place, number) in numbers.enumerated() {
      if number != Folding.blank && number != Folding.star {
        hash = TextWords.hash(hash, number)
        continue
      }
      let (isStarred, length) = (number == Folding.star, place - start)
      // A star ends its word, and the blank behind it was seen to with it.
      if !isStarred && place > 0 && numbers[place - 1] == Folding.star {
        start = place + 1
        continue
      }
      guard length < 31, !isStarred || numbers[place + 1] == Folding.blank else { return nil }
      if isStarred { nodes[node].starLengths |= 1 << UInt32(length) }
      if node == 0 { noteBeginning(numbers[start..<place], isStarred) }
      node = child(of: node, key: TermTrie.key(node, hash, isStarred))
      start = place + 1
      hash = TextWords.seed
    }
    if nodes[node].group == 0 {
      nodes[node].group = UInt32(groupCount)
      groupCount += 1
    }
    return Int(nodes[node].group)
  }

  /// Notes a first word of a term. A starred word of fewer than three letters may go on in any way.
  private mutating func noteBeginning(_ letters: ArraySlice<UInt8>, _ isStarred: Bool) {
    let bit: UInt32 = isStarred ? 1 << UInt32(letters.count) : 1 << 31
    func choices(_ place: Int) -> ClosedRange<UInt8> {
      if place < letters.count { return letters[letters.startIndex + place]...letters[letters.startIndex + place] }
      return isStarred ? 0...63 : 0...0
    }
    for first in choices(0) {
      for second in choices(1) {
        for third in choices(2) { beginnings[Int(TextWords.beginning(first, second, third))] |= bit }
      }
    }
  }

  private mutating func child(of node: Int, key: UInt64) -> Int {
    if let child = known[key] { return child }
    nodes[node].leadsOn = true
    edges.append(TermTrie.Edge(key: key, child: UInt32(nodes.count)))
    known[key] = nodes.count
    nodes.append(TermTrie.Node())
    return nodes.count - 1
  }
}
