import Model
import Reference

/// The words of house style in a form in which a text is compared with all of them at once.
public final class ProseWords: Sendable {
  /// What a word, or a run of words, may mean to a rule.
  enum Meaning: Hashable, Sendable {
    case acronym, introduction, placeholder, bracketed, firstPerson, numbered, personTitle, phoneMarker, abbreviation,
      double
    case elsewhere
    case month(Int)
    case step(Int)
    case euAct(EUActKind)
    /// A name of a country that is not its name on every day.
    case name(Int)
  }

  /// Words in a passage that have a meaning.
  struct Hit {
    /// The index of the first of them.
    var index: Int
    var count: Int
    var meaning: Meaning
  }

  let style: Style
  /// Countries whose name changed, with their names.
  let names: [[DatedName]]
  private let table: Table

  /// The words of house style, the months, the sorts of EU acts and the countries whose names changed.
  public init(_ style: Style, names: ThirdCountryNames, network: Network) {
    self.style = style
    let all = names.countries.map(\.names) + network.contributors.map(\.names)
    self.names = all.filter { $0.count > 1 }
    var table = Table()
    let lists: [(Style.List, Meaning)] = [
      (.acronyms, .acronym), (.introductions, .introduction), (.placeholders, .placeholder),
      (.bracketedPlaceholders, .bracketed),
      (.firstPerson, .firstPerson), (.numbered, .numbered), (.personTitles, .personTitle),
      (.phoneMarkers, .phoneMarker), (.abbreviations, .abbreviation), (.doubles, .double), (.elsewhere, .elsewhere),
    ]
    for (list, meaning) in lists {
      for term in style.terms(list) { table.add(term.text, isExact: term.isExact, meaning) }
    }
    for (index, step) in style.steps.enumerated() { table.add(step.text, isExact: false, .step(index)) }
    for month in 1...12 { table.add(monthName(month), isExact: true, .month(month)) }
    for kind in EUActKind.allCases { table.add(kind.rawValue, isExact: false, .euAct(kind)) }
    for (index, names) in self.names.enumerated() {
      for name in names { table.add(name.name, isExact: true, .name(index)) }
    }
    self.table = table
  }

  /// The runs of words in a text that have a meaning, in order; words at which one begins are marked as known.
  func hits(in words: inout [Word], of text: UnsafeBufferPointer<UInt8>) -> [Hit] {
    var hits: [Hit] = []
    let table = table
    for index in words.indices {
      var next = table.first(words[index].hash)
      while next >= 0 {
        let entry = Int(next)
        if table.matches(entry, words, from: index, in: text) {
          words[index].shape.insert(.known)
          hits.append(Hit(index: index, count: table.entries[entry].count, meaning: table.entries[entry].meaning))
        }
        next = table.entries[entry].next
      }
    }
    return hits
  }

  /// Whether one word has a meaning.
  func has(_ meaning: Meaning, _ word: Word, in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { has(meaning, word, in: $0) }
  }

  /// Whether one word has a meaning.
  func has(_ meaning: Meaning, _ word: Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = table.first(word.hash)
    while next >= 0 {
      let entry = Int(next)
      if table.entries[entry].hash == word.hash, table.entries[entry].count == 1,
        table.entries[entry].meaning == meaning, table.matches(entry, [word], from: 0, in: text)
      {
        return true
      }
      next = table.entries[entry].next
    }
    return false
  }
}

extension ProseWords {
  /// Terms by the hashes of their first words.
  private struct Table: Sendable {
    struct Entry: Sendable {
      /// The first word's.
      var hash: UInt32
      var count: Int
      var words: [[UInt8]]
      var hashes: [UInt32]
      var isExact: Bool
      var meaning: Meaning
      /// The entry before with the same slot; -1 for none.
      var next: Int32
    }

    private(set) var entries: [Entry] = []
    /// Many more than terms, so that most words of a text meet an empty one.
    private var slots: [Int32] = Array(repeating: -1, count: 4096)

    init() { entries.reserveCapacity(512) }

    /// The first entry that a word with a hash may be; -1 for none.
    func first(_ hash: UInt32) -> Int32 { slots[Int(hash & 4095)] }

    mutating func add(_ text: String, isExact: Bool, _ meaning: Meaning) {
      let words = ProseWords.words(of: Array(text.utf8))
      guard let first = words.first else { return }
      let hash = FoldedHash(first).value
      let slot = Int(hash & 4095)
      entries.append(
        Entry(
          hash: hash, count: words.count, words: words, hashes: words.map { FoldedHash($0).value }, isExact: isExact,
          meaning: meaning, next: slots[slot]))
      slots[slot] = Int32(entries.count - 1)
    }

    func matches(_ entry: Int, _ words: [Word], from index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard entries[entry].hash == words[index].hash else { return false }
      let count = entries[entry].count
      guard index + count <= words.count else { return false }
      for offset in 0..<count {
        let word = words[index + offset]
        guard entries[entry].hashes[offset] == word.hash, word.sentence == words[index].sentence,
          isSame(text[word.start..<word.end], entries[entry].words[offset], isExact: entries[entry].isExact)
        else { return false }
      }
      return true
    }
  }

  private static func words(of bytes: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var current: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = wordCharacter(bytes, at: index)
      if length == 0 {
        if !current.isEmpty { words.append(current) }
        current = []
        index += 1
      } else {
        current += bytes[index..<index + length]
        index += length
      }
    }
    return current.isEmpty ? words : words + [current]
  }
}

/// Whether two words are alike; capitals of ASCII count only where told.
private func isSame(_ left: Slice<UnsafeBufferPointer<UInt8>>, _ right: [UInt8], isExact: Bool) -> Bool {
  guard left.count == right.count else { return false }
  if isExact { return left.elementsEqual(right) }
  return left.elementsEqual(right) { ($0 == $1) || isLetter($0) && isLetter($1) && $0 | 0x20 == $1 | 0x20 }
}

private func isLetter(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) }
