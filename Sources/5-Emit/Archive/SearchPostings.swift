import Model
import Text

/// Which developments of an issue have a word, and how weighty it is in each.
struct SearchPostings {
  /// A word with the developments that have it.
  private struct Word {
    /// The development that had it last, from 0, and how weighty it is there.
    var place: Int
    var count = 0
    var isInHeadline = false
    /// What is said of the first development that has it; `nil` while that is the last one too.
    var first: Int?
    /// The development before, which is written already.
    var written = -1
    /// What is said of the developments after the first.
    var numbers = SearchNumbers()

    init(place: Int) { self.place = place }

    /// Writes what is known of the last development: how far it is from the one before, whether the word is in its
    /// headline, and how often it occurs, up to four times.
    mutating func write() {
      let number = (place - written - 1) << 3 | (isInHeadline ? 4 : 0) | min(count, 4) - 1
      if first == nil { first = number } else { numbers.append(number) }
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

  /// Writes the words in the order of the alphabet, as `SearchPart` reads them.
  func write(to writer: inout CompactWriter) {
    let sorted = numbers.map { (word: Array($0.key.utf8), key: orderKey($0.key.utf8), number: $0.value) }
      .sorted { left, right in
        left.key != right.key ? left.key < right.key : orderOfWords(left.word[...], right.word[...]) == true
      }
    for (word, _, number) in sorted {
      writer.write(word)
      writer.write(words[number].first ?? 0)
      writer.write(words[number].written)
      writer.write(words[number].numbers.bytes)
    }
  }
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
