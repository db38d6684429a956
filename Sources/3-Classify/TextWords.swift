/// The words of a text as the search for terms needs them: by hashes, of each word and of each of its beginnings.
struct TextWords {
  /// A word.
  struct Word {
    /// The place of its first letter among all letters of the text.
    var start: Int32
    /// How many letters it has.
    var length: Int32
    /// A number for its first three letters.
    var beginning: Int32
    /// The hash of its letters.
    var hash: UInt64
  }

  private let words: UnsafeMutableBufferPointer<Word>
  /// For each letter of the text, the hash of what stands before it in its word.
  private let hashes: UnsafeMutableBufferPointer<UInt64>
  /// How many words there are.
  let count: Int

  subscript(place: Int) -> Word { words[place] }

  /// The hash of a word's first letters.
  @inline(__always)
  func hash(of word: Word, length: Int) -> UInt64 {
    length == Int(word.length) ? word.hash : hashes[Int(word.start) + length]
  }

  /// The hash of no letters.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Turns the hash and mixes a letter in; the multiplication does not wait for the letter before.
  @inline(__always)
  static func hash(_ hash: UInt64, _ number: UInt8) -> UInt64 {
    (hash << 7 | hash >> 57) ^ (UInt64(number) &+ 1) &* 0xA24B_AED4_963E_E407
  }

  /// How many numbers for beginnings there are.
  static let beginnings = 4096

  /// The number for three first letters, 0 standing for those that a word does not have; several may share one.
  @inline(__always)
  static func beginning(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int32 {
    let letters = UInt32(first) << 12 | UInt32(second) << 6 | UInt32(third)
    return Int32(truncatingIfNeeded: (letters &* 0x9E37_79B1) >> 20)
  }

  /// Reads a text in well-formed UTF-8 and hands its words over.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ use: (TextWords) -> Void) {
    // Each character gives at most one letter for each of its bytes, and every other byte at most one word.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: bytes.count + 1) { hashes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { letters in
        withUnsafeTemporaryAllocation(of: Word.self, capacity: bytes.count / 2 + 1) { words in
          let count = read(bytes, hashes, letters, words)
          use(TextWords(words: words, hashes: hashes, count: count))
        }
      }
    }
  }

  /// Returns how many words there are. One loop in one function, so that what it counts stays in registers.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ hashes: UnsafeMutableBufferPointer<UInt64>,
    _ letters: UnsafeMutableBufferPointer<UInt8>, _ words: UnsafeMutableBufferPointer<Word>
  ) -> Int {
    let ascii = Folding.asciiNumbers
    var (place, letter, start, count) = (0, 0, 0, 0)
    var hash = seed
    var waiting: UInt8?
    while true {
      let number: UInt8
      if let second = waiting {
        number = second
        waiting = nil
      } else if place == bytes.count {
        if letter == start { return count }
        number = Folding.blank
      } else if bytes[place] < 0x80 {
        number = Folding.number(of: bytes[place], ascii)
        place += 1
      } else {
        var character = Folding.character(bytes, place)
        place += character.length
        guard let first = character.numbers.next() else { continue }
        number = first
        waiting = character.numbers.next()
      }
      if number != Folding.blank {
        hashes[letter] = hash
        letters[letter] = number
        hash = TextWords.hash(hash, number)
        letter += 1
      } else if letter != start {
        let second = letter > start + 1 ? letters[start + 1] : 0
        let third = letter > start + 2 ? letters[start + 2] : 0
        words[count] = Word(
          start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: letter - start),
          beginning: beginning(letters[start], second, third), hash: hash)
        count += 1
        start = letter
        hash = seed
      }
    }
  }
}
