/// The words of all issues together, in the order of the alphabet.
///
/// Developments are known by their place in the archive, the newest issue first.
struct MergedWords {
  /// A word: where its letters and its numbers stand.
  private struct Word {
    var letters: Range<Int>
    var numbers: Range<Int>
  }

  private var letters: [UInt8] = []
  private var numbers = SearchNumbers()
  private var words: [Word] = []

  /// The words of issues, the newest of which comes first.
  ///
  /// - Parameters:
  ///   - issues: The words of each issue.
  ///   - counts: How many developments each issue has.
  init(_ issues: [SearchPart], counts: [Int]) {
    var queue = WordQueue(issues)
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    while let word = queue.next() {
      let start = (letters.count, numbers.bytes.count)
      letters += queue.cursors[word[0]][queue.cursors[word[0]].word]
      var written = -1
      for issue in word {
        let cursor = queue.cursors[issue]
        let place = cursor.first >> 3 + starts[issue]
        numbers.append((place - written - 1) << 3 | cursor.first & 7)
        numbers.append(written: cursor[cursor.others])
        written = cursor.last + starts[issue]
      }
      words.append(Word(letters: start.0..<letters.count, numbers: start.1..<numbers.bytes.count))
      queue.advance(word)
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
    let total = letters.count + numbers.bytes.count
    var shards = [Shard(first: "")]
    var written = 0
    var previous = letters[0..<0]
    for word in words {
      let own = letters[word.letters]
      if shards.count < count, written >= total * shards.count / count, !shards[shards.count - 1].text.isEmpty {
        shards.append(Shard(first: String(decoding: own, as: UTF8.self)))
        previous = letters[0..<0]
      }
      shards[shards.count - 1].append(own, after: previous, numbers.bytes[word.numbers])
      written += word.letters.count + word.numbers.count
      previous = own
    }
    while shards.count < count { shards.append(Shard(first: "\u{FFFF}")) }
    return shards
  }
}

extension MergedWords.Shard {
  /// Only letters of ASCII are shared, of which the script counts as many as there are bytes.
  fileprivate mutating func append(
    _ word: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, _ numbers: ArraySlice<UInt8>
  ) {
    var shared = 0
    for (letter, other) in zip(word, previous) {
      guard letter == other, letter < 0x80 else { break }
      shared += 1
    }
    if !text.isEmpty { text.append(0x20) }
    text.append(SearchNumbers.alphabet[shared])
    text += word.dropFirst(shared)
    text.append(0x20)
    text += numbers
  }
}

/// The issues in a heap by the words that are next in them; of those with the same word the newest is first.
private struct WordQueue {
  var cursors: [SearchPart.Cursor]
  private var heap: [Int] = []

  init(_ issues: [SearchPart]) {
    cursors = issues.map(\.cursor)
    for issue in cursors.indices where cursors[issue].advance() { push(issue) }
  }

  /// Takes out the issues that have the next word, in their order; `nil` when there is none.
  mutating func next() -> [Int]? {
    guard let first = pop() else { return nil }
    var issues = [first]
    while let other = heap.first, cursors[first].precedes(cursors[other]) == nil, let issue = pop() {
      issues.append(issue)
    }
    return issues
  }

  /// Goes on to the words after the one that was taken out.
  mutating func advance(_ issues: [Int]) {
    for issue in issues where cursors[issue].advance() { push(issue) }
  }

  private func comesFirst(_ left: Int, _ right: Int) -> Bool {
    cursors[left].precedes(cursors[right]) ?? (left < right)
  }

  private mutating func push(_ issue: Int) {
    heap.append(issue)
    var place = heap.count - 1
    while place > 0, comesFirst(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && comesFirst(heap[child], heap[least]) {
        least = child
      }
      if least == place { return first }
      heap.swapAt(place, least)
      place = least
    }
  }
}
