import Model

/// The share of what two bodies have in common from which on they tell the same.
private let likeness = 0.8
/// The number of runs of words below which a body is too short to tell.
private let fewest = 8

/// A development's headline and body in a form in which two are compared at once.
struct Digest {
  /// The letters and digits of the headline, small.
  let headline: UInt64
  let hasHeadline: Bool
  /// Each run of three words in the body, as a number.
  let runs: [UInt64]
  private let signature: Signature

  init(_ development: Development) {
    var letters = Run()
    var headline = WordNumbers(expecting: 16)
    headline.read(development.headline.words)
    headline.end()
    for word in headline.words { letters.add(word) }
    self.headline = letters.value
    hasHeadline = !headline.words.isEmpty
    var body = WordNumbers(expecting: 128)
    for paragraph in development.body {
      for piece in paragraph.pieces { body.read(piece.words) }
      body.end()
    }
    runs = Digest.runs(of: body.words)
    signature = Signature(runs)
  }

  private static func runs(of words: [UInt64]) -> [UInt64] {
    guard words.count >= 3 else { return [] }
    return (2..<words.count).map { index in
      let pair: UInt64 = words[index - 2] &* 31 &+ words[index - 1]
      return pair &* 31 &+ words[index]
    }
  }

  /// Whether two developments have the same headline or nearly the same body.
  func tellsTheSame(as other: Digest) -> Bool {
    if hasHeadline, headline == other.headline { return true }
    guard min(runs.count, other.runs.count) >= fewest else { return false }
    // The shares are too far apart if the lengths are.
    let (short, long) = (min(runs.count, other.runs.count), max(runs.count, other.runs.count))
    guard Double(short) >= likeness * Double(long) else { return false }
    let most = runs.count - signature.missing(from: other.signature)
    return isEnough(most, other) && isEnough(shared(with: other), other)
  }

  private func isEnough(_ common: Int, _ other: Digest) -> Bool {
    Double(common) >= likeness * Double(runs.count + other.runs.count - common)
  }

  private func shared(with other: Digest) -> Int {
    let (own, others) = (runs.sorted(), other.runs.sorted())
    var (left, right, common) = (0, 0, 0)
    while left < own.count, right < others.count {
      if own[left] == others[right] { common += 1 }
      let step = own[left]
      if step <= others[right] { left += 1 }
      if step >= others[right] { right += 1 }
    }
    return common
  }
}

/// Runs of words as a set of a few hundred bits, which tells for nearly all bodies that they have little in common.
private struct Signature {
  private var bits = [UInt64](repeating: 0, count: 8)

  init(_ runs: [UInt64]) {
    for run in runs { bits[Int(truncatingIfNeeded: run >> 6) & 7] |= 1 << (run & 63) }
  }

  /// The number of runs, at least, that another body does not have.
  func missing(from other: Signature) -> Int {
    (0..<8).reduce(0) { $0 + (bits[$1] & ~other.bits[$1]).nonzeroBitCount }
  }
}

/// Reads texts into words, each as a number.
private struct WordNumbers {
  private(set) var words: [UInt64]
  private var word = Run()
  private var isInside = false

  init(expecting count: Int) {
    words = []
    words.reserveCapacity(count)
  }

  /// Reads a piece of a text; a word may go on in the next one.
  mutating func read(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let length = wordCharacter(bytes, at: index)
        if length == 0 {
          end()
        } else if length == 1 {
          // Digits have the bit that makes letters small.
          word.add(UInt64(bytes[index] | 0x20))
          isInside = true
        } else {
          for byte in bytes[index..<index + length] { word.add(UInt64(byte)) }
          isInside = true
        }
        index += max(length, 1)
      }
    }
  }

  /// Ends a text, and with it its last word.
  mutating func end() {
    guard isInside else { return }
    words.append(word.value)
    word = Run()
    isInside = false
  }
}

/// A hash of letters (FNV-1a), small and capital ones alike.
private struct Run {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  mutating func add(_ number: UInt64) { value = (value ^ number) &* 1_099_511_628_211 }
}
