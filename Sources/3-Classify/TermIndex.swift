import Model
import Reference

/// What each term that a text may have is for: the lexicon's themes, the rules of the manual.
struct TermIndex: Sendable {
  /// A theme's term.
  struct Weighted: Sendable {
    /// The theme's place in the lexicon.
    var theme: Int32
    /// The term's place among all terms of the lexicon, theme after theme.
    var term: Int32
    /// Its weight.
    var weight: Double
  }

  /// A rule's term.
  struct Mark: Sendable {
    /// The rule's place in the manual.
    var rule: Int32
    /// The term's place in the rule; below zero for one that keeps the rule out of play.
    var term: Int32
  }

  let trie: TermTrie
  /// The texts of all terms of the lexicon, theme after theme.
  let texts: [String]
  private let weighted: Grouped<Weighted>
  private let marks: Grouped<Mark>

  init(_ lexicon: Lexicon, _ rules: [Manual.Rule]) {
    var weighted: [(group: Int, value: Weighted)] = []
    var marks: [(group: Int, value: Mark)] = []
    var texts: [String] = []
    var builder = TermTrieBuilder()
    for (place, theme) in lexicon.themes.enumerated() {
      for term in theme.terms {
        let value = Weighted(theme: Int32(place), term: Int32(texts.count), weight: term.weight)
        texts.append(term.text)
        if let group = builder.insert(term.text) { weighted.append((group, value)) }
      }
    }
    for (place, rule) in rules.enumerated() {
      for (number, term) in rule.terms.enumerated() {
        if let group = builder.insert(term) { marks.append((group, Mark(rule: Int32(place), term: Int32(number)))) }
      }
      for term in rule.unless {
        if let group = builder.insert(term) { marks.append((group, Mark(rule: Int32(place), term: -1))) }
      }
    }
    trie = TermTrie(builder)
    self.texts = texts
    self.weighted = Grouped(weighted, groups: builder.groupCount)
    self.marks = Grouped(marks, groups: builder.groupCount)
  }

  /// Calls back with each of the lexicon's terms in a group.
  @inline(__always)
  func forEachWeighted(in group: Int, _ visit: (Weighted) -> Void) { weighted.forEach(in: group, visit) }

  /// Calls back with each of the rules' terms in a group.
  @inline(__always)
  func forEachMark(in group: Int, _ visit: (Mark) -> Void) { marks.forEach(in: group, visit) }
}

/// Values by group, in one flat array.
private struct Grouped<Value: Sendable>: Sendable {
  private let values: [Value]
  private let starts: [Int]

  init(_ pairs: [(group: Int, value: Value)], groups: Int) {
    var counts = [Int](repeating: 0, count: groups + 1)
    for pair in pairs { counts[pair.group + 1] += 1 }
    for group in 0..<groups { counts[group + 1] += counts[group] }
    starts = counts
    var next = counts
    var order = [Int](repeating: 0, count: pairs.count)
    for (place, pair) in pairs.enumerated() {
      order[next[pair.group]] = place
      next[pair.group] += 1
    }
    values = order.map { pairs[$0].value }
  }

  @inline(__always)
  func forEach(in group: Int, _ visit: (Value) -> Void) {
    for place in starts[group]..<starts[group + 1] { visit(values[place]) }
  }
}
