import Reference

/// All forms of all terms as one tree whose steps are bytes of text, to be walked from each beginning of a word.
///
/// Letters of ASCII are taken as small ones. A blank, also one that does not break, and a hyphen are the same step.
struct FormIndex: Sendable {
  /// A form's end in a text.
  struct Match: Equatable {
    /// The bytes that the form takes.
    var range: Range<Int>
    /// The number of its term; `nil` for words that hold a form and mean something else.
    var term: Int?
  }

  private struct Node: Sendable {
    var step: UInt8
    var sibling: Int32 = 0
    var child: Int32 = 0
    /// The number of the form that ends here, from 1.
    var ending: Int32 = 0
  }

  private struct Ending: Sendable {
    var term: Int?
    var isExact: Bool
    /// The letters that are capitals, a bit for each of the first 64 steps.
    var capitals: UInt64
    /// The step with which the last word begins.
    var lastWord: Int
  }

  /// The first is nobody's child, so that 0 can stand for none.
  private var nodes = [Node(step: 0)]
  private var endings: [Ending] = []
  /// The node to which the first byte of a word leads.
  private var roots = [Int32](repeating: 0, count: 256)

  init(_ terms: [Glossary.Term]) {
    for (number, term) in terms.enumerated() {
      for form in term.exceptions { insert(form, nil) }
      for form in term.forms { insert(form, number) }
    }
  }

  private mutating func insert(_ form: GlossaryForm, _ term: Int?) {
    for spelling in form.spellings {
      var spelling = spelling
      spelling.withUTF8 { insert(Passage(bytes: $0), form, term) }
    }
  }

  private mutating func insert(_ passage: Passage, _ form: GlossaryForm, _ term: Int?) {
    var ending = Ending(term: term, isExact: form.isExact, capitals: 0, lastWord: 0)
    var node = 0
    var place = 0
    var count = 0
    while place < passage.bytes.count {
      let step = passage.step(at: place)
      if step.isCapital, count < 64 { ending.capitals |= 1 << UInt64(count) }
      if step.byte == Step.gap { ending.lastWord = count + 1 }
      node = node == 0 ? root(step.byte) : child(of: node, step.byte)
      place += step.width
      count += 1
    }
    guard node != 0 else { return }
    // Where a form stands twice, the one that asks for no capitals takes in the other.
    if nodes[node].ending != 0, form.isExact { return }
    endings.append(ending)
    nodes[node].ending = Int32(endings.count)
  }

  private mutating func root(_ byte: UInt8) -> Int {
    if roots[Int(byte)] == 0 {
      let node = Int32(nodes.count)
      nodes.append(Node(step: byte))
      roots[Int(byte)] = node
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { roots[Int(byte & 0xDF)] = node }
    }
    return Int(roots[Int(byte)])
  }

  private mutating func child(of parent: Int, _ byte: UInt8) -> Int {
    var node = Int(nodes[parent].child)
    while node != 0 {
      if nodes[node].step == byte { return node }
      node = Int(nodes[node].sibling)
    }
    nodes.append(Node(step: byte, sibling: nodes[parent].child))
    nodes[parent].child = Int32(nodes.count - 1)
    return nodes.count - 1
  }
}

extension FormIndex {
  /// The next form in a passage: the first that begins at or after a byte and, of those that begin there, the longest.
  ///
  /// - Parameter isKnown: Whether a term is to be found, by its number.
  func next(in passage: Passage, from start: Int, where isKnown: [Bool]) -> Match? {
    roots.withUnsafeBufferPointer { roots in
      nodes.withUnsafeBufferPointer { nodes in
        for place in start..<max(start, passage.bytes.count) {
          let root = roots[Int(passage.bytes[place])]
          guard root != 0, passage.isEdge(before: place) else { continue }
          if let match = longest(in: passage, at: place, root, nodes, isKnown) { return match }
        }
        return nil
      }
    }
  }

  private func longest(
    in passage: Passage, at start: Int, _ root: Int32, _ nodes: UnsafeBufferPointer<Node>, _ isKnown: [Bool]
  ) -> Match? {
    var best: Match?
    var node = Int(root)
    var step = passage.step(at: start)
    var (end, count, capitals) = (start, 0, UInt64(0))
    while true {
      if step.isCapital, count < 64 { capitals |= 1 << UInt64(count) }
      end += step.width
      count += 1
      let ending = Int(nodes[node].ending)
      if ending != 0, passage.isEdge(after: end), accepts(endings[ending - 1], capitals, isKnown, passage, start..<end)
      {
        best = Match(range: start..<end, term: endings[ending - 1].term)
      }
      guard end < passage.bytes.count else { return best }
      step = passage.step(at: end)
      node = Int(nodes[node].child)
      while node != 0, nodes[node].step != step.byte { node = Int(nodes[node].sibling) }
      if node == 0 { return best }
    }
  }

  /// Whether a form that ends in a passage is meant there.
  ///
  /// Words with a capital that the form does not have are part of a name when another such word follows, as in the
  /// Reception Conditions Directive, or when it is one word in the middle of a sentence, as in the Council for Refugees.
  private func accepts(
    _ ending: Ending, _ capitals: UInt64, _ isKnown: [Bool], _ passage: Passage, _ range: Range<Int>
  ) -> Bool {
    guard let term = ending.term else { return true }
    if !isKnown[term] { return false }
    if ending.isExact { return ending.capitals == capitals }
    let lastWord = UInt64(1) << UInt64(min(ending.lastWord, 63))
    if capitals & lastWord == 0 || ending.capitals & lastWord != 0 { return true }
    if passage.isBeforeCapital(range.upperBound) { return false }
    return ending.lastWord > 0 || passage.isSentenceStart(range.lowerBound)
  }
}
