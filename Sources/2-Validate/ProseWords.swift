import Model
import Reference

/// The words of house style in a form in which a text is compared with all of them at once.
public struct ProseWords: Sendable {
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

  private struct Entry: Sendable {
    var words: [[UInt8]]
    var hashes: [UInt32]
    var isExact: Bool
    var meaning: Meaning
    var next: Int32
  }

  let style: Style
  /// Countries whose name changed, with their names.
  let names: [[DatedName]]
  private var entries: [Entry] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  /// The words of house style, the months, the sorts of EU acts and the countries whose names changed.
  public init(_ style: Style, names: ThirdCountryNames, network: Network) {
    self.style = style
    let all = names.countries.map(\.names) + network.contributors.map(\.names)
    self.names = all.filter { $0.count > 1 }
    entries.reserveCapacity(512)
    let lists: [(Style.List, Meaning)] = [
      (.acronyms, .acronym), (.introductions, .introduction), (.placeholders, .placeholder),
      (.bracketedPlaceholders, .bracketed),
      (.firstPerson, .firstPerson), (.numbered, .numbered), (.personTitles, .personTitle),
      (.phoneMarkers, .phoneMarker), (.abbreviations, .abbreviation), (.doubles, .double), (.elsewhere, .elsewhere),
    ]
    for (list, meaning) in lists {
      for term in style.terms(list) { add(term.text, isExact: term.isExact, meaning) }
    }
    for (index, step) in style.steps.enumerated() { add(step.text, isExact: false, .step(index)) }
    for month in 1...12 { add(monthName(month), isExact: true, .month(month)) }
    for kind in EUActKind.allCases { add(kind.rawValue, isExact: false, .euAct(kind)) }
    for (index, names) in self.names.enumerated() {
      for name in names { add(name.name, isExact: true, .name(index)) }
    }
  }

  private mutating func add(_ text: String, isExact: Bool, _ meaning: Meaning) {
    let bytes = Array(text.utf8)
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
    if !current.isEmpty { words.append(current) }
    guard let first = words.first else { return }
    let hashes = words.map { FoldedHash($0).value }
    let slot = Int(FoldedHash(first).value & 1023)
    entries.append(Entry(words: words, hashes: hashes, isExact: isExact, meaning: meaning, next: slots[slot]))
    slots[slot] = Int32(entries.count - 1)
  }

  /// Calls a function with each meaning of the words that begin at an index of a passage, and with their number.
  func forEach(at index: Int, in passage: Passage, _ body: (Meaning, Int) -> Void) {
    var next = slots[Int(passage.words[index].hash & 1023)]
    while next >= 0 {
      let count = entries[Int(next)].words.count
      if matches(Int(next), passage.words, from: index, in: passage.text) { body(entries[Int(next)].meaning, count) }
      next = entries[Int(next)].next
    }
  }

  /// Whether one word has a meaning.
  func has(_ meaning: Meaning, _ word: Word, in text: [UInt8]) -> Bool {
    var next = slots[Int(word.hash & 1023)]
    while next >= 0 {
      let entry = Int(next)
      if entries[entry].hashes.count == 1, entries[entry].meaning == meaning, matches(entry, [word], from: 0, in: text)
      {
        return true
      }
      next = entries[entry].next
    }
    return false
  }

  private func matches(_ entry: Int, _ words: [Word], from index: Int, in text: [UInt8]) -> Bool {
    guard entries[entry].hashes[0] == words[index].hash else { return false }
    let count = entries[entry].hashes.count
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

/// Whether two words are alike; capitals of ASCII count only where told.
private func isSame(_ left: ArraySlice<UInt8>, _ right: [UInt8], isExact: Bool) -> Bool {
  guard left.count == right.count else { return false }
  if isExact { return left.elementsEqual(right) }
  return left.elementsEqual(right) { ($0 == $1) || isLetter($0) && isLetter($1) && $0 | 0x20 == $1 | 0x20 }
}

private func isLetter(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) }
