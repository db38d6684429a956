import Model
import Text

/// Which developments have a word, and how weighty it is in each, for all words of the archive.
///
/// Developments are known by their place in the archive, the newest issue first.
struct SearchPostings {
  /// A word with the developments that have it.
  private struct Word {
    /// The development that had it last, from 0, and how weighty it is there.
    var place: Int
    var count = 0
    var isInHeadline = false
    /// The development before, which is written already.
    var written = -1
    var numbers = SearchNumbers()

    init(place: Int) { self.place = place }

    /// Writes what is known of the last development: how far it is from the one before, whether the word is in its
    /// headline, and how often it occurs, up to four times.
    mutating func write() {
      numbers.append((place - written - 1) << 3 | (isInHeadline ? 4 : 0) | min(count, 4) - 1)
      written = place
      count = 0
      isInHeadline = false
    }

    mutating func occurs(at place: Int, inHeadline: Bool) {
      if place != self.place {
        write()
        self.place = place
      }
      count += 1
      if inHeadline { isInHeadline = true }
    }
  }

  private var reader = SearchWords()
  private var numbers: [String: Int] = [:]
  private var words: [Word] = []

  /// The words of the developments in the order of their places.
  init(_ entries: [Entry]) {
    for (place, entry) in entries.enumerated() {
      add(entry.development.headline.words, at: place, isHeadline: true)
      for text in entry.searchedTexts { add(text, at: place, isHeadline: false) }
    }
    for number in words.indices { words[number].write() }
  }

  private mutating func add(_ text: String, at place: Int, isHeadline: Bool) {
    reader.each(in: text) { word in
      if let number = numbers[word] {
        words[number].occurs(at: place, inHeadline: isHeadline)
      } else {
        numbers[word] = words.count
        words.append(Word(place: place))
        words[words.count - 1].occurs(at: place, inHeadline: isHeadline)
      }
    }
  }

  /// A file of words in alphabetical order: the first of them, and all of them with their numbers.
  struct Shard {
    var first: String
    var text: [UInt8] = []
  }

  /// The words in so many files of about the same length, each with a range of the alphabet.
  ///
  /// In a file stand, with a blank between any two: how many letters a word shares with the one before it and the rest of
  /// its letters, then its numbers.
  func shards(_ count: Int) -> [Shard] {
    let sorted = numbers.sorted { precedes($0.key, $1.key) }
    let total = sorted.reduce(0) { $0 + $1.key.utf8.count + words[$1.value].numbers.bytes.count }
    var shards = [Shard(first: "")]
    var written = 0
    var previous: [UInt8] = []
    for (word, number) in sorted {
      if shards.count < count, written >= total * shards.count / count, !shards[shards.count - 1].text.isEmpty {
        shards.append(Shard(first: word))
        previous = []
      }
      let letters = Array(word.utf8)
      shards[shards.count - 1].append(letters, after: previous, words[number].numbers.bytes)
      written += letters.count + words[number].numbers.bytes.count
      previous = letters
    }
    while shards.count < count { shards.append(Shard(first: "\u{FFFF}")) }
    return shards
  }
}

extension SearchPostings.Shard {
  /// Only letters of ASCII are shared, of which the script counts as many as there are bytes.
  fileprivate mutating func append(_ word: [UInt8], after previous: [UInt8], _ numbers: [UInt8]) {
    let shared = zip(word, previous).prefix { $0 == $1 && $0 < 0x80 }.count
    if !text.isEmpty { text.append(0x20) }
    text.append(SearchNumbers.alphabet[shared])
    text += word[shared...]
    text.append(0x20)
    text += numbers
  }
}

/// The order of JavaScript's strings, by units of UTF-16: what lies beyond the first 65,536 characters comes before
/// those from U+E000 on.
private func precedes(_ left: String, _ right: String) -> Bool {
  for (a, b) in zip(left.utf8, right.utf8) where a != b {
    return a >= 0xEE && b >= 0xEE && (a >= 0xF0) != (b >= 0xF0) ? a >= 0xF0 : a < b
  }
  return left.utf8.count < right.utf8.count
}

extension Entry {
  /// The texts beside the headline by which an entry is found.
  fileprivate var searchedTexts: [String] {
    var texts = [countryName] + development.body.map(\.words)
    for case .citation(_, let celex?, _) in development.body.flatMap(\.pieces) { texts.append(celex) }
    for act in development.acts {
      texts += act.titles.map(\.words) + [act.number, act.gazette, act.celex].compactMap { $0 }
    }
    texts += development.euActs.flatMap { [$0.name] + [$0.celex].compactMap { $0 } }
    texts += development.figures.map(\.label) + development.sources.map(\.title.words)
    if let late = development.late { texts.append(late) }
    return texts
  }
}
