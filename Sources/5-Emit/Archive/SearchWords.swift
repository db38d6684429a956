import Text

/// Takes texts apart into the words by which they are found; `search.js` takes queries apart in the same way.
///
/// A word is a run of letters, digits and their marks, of any script. It is folded: small letters without marks, letters
/// that are a base letter with a stroke or two in one as ASCII writes them, English plurals as their singulars.
struct SearchWords {
  /// The most letters of a word that count.
  static let longest = 40

  /// Letters without a canonical decomposition, small, and what stands for them. The script is handed this table.
  static let letters: [(letter: Unicode.Scalar, plain: String)] = [
    ("ß", "ss"), ("æ", "ae"), ("ð", "d"), ("ø", "o"), ("þ", "th"), ("đ", "d"), ("ħ", "h"), ("ı", "i"), ("ĳ", "ij"),
    ("ĸ", "k"), ("ŀ", "l"), ("ł", "l"), ("ŉ", "n"), ("ŋ", "n"), ("œ", "oe"), ("ŧ", "t"), ("ſ", "s"), ("ə", "e"),
    ("ς", "σ"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"),
  ]

  private static let plain = Dictionary(uniqueKeysWithValues: letters.map { ($0.letter, $0.plain) })

  /// What was found of letters beyond ASCII: their folded bytes, or `nil` for what is no part of a word.
  private var known: [Unicode.Scalar: [UInt8]?] = [:]

  /// Hands over each word of a text, folded, in order.
  mutating func each(in text: String, _ take: (String) -> Void) {
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      if !append(scalar, to: &word), !word.isEmpty {
        take(Self.finished(word))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { take(Self.finished(word)) }
  }

  /// Adds what stands for a letter to a word; `false` for what is no part of one.
  @inline(__always)
  private mutating func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) -> Bool {
    guard scalar.isASCII else { return appendOther(scalar, to: &word) }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
    default: return false
    }
    return true
  }

  private mutating func appendOther(_ scalar: Unicode.Scalar, to word: inout [UInt8]) -> Bool {
    let bytes: [UInt8]?
    if let found = known[scalar] {
      bytes = found
    } else {
      bytes = Self.bytes(of: scalar)
      known[scalar] = .some(bytes)
    }
    guard let bytes else { return false }
    word += bytes
    return true
  }

  private static func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
    guard isPartOfWord(scalar) else { return nil }
    let small = decomposed(decomposed(String(scalar)).lowercased())
    var bytes: [UInt8] = []
    for part in small.unicodeScalars where !isMark(part) {
      bytes += Array((plain[part] ?? String(part)).utf8)
    }
    return bytes
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: isMark(scalar)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// A folded word as the index has it: not too long, in the singular.
  private static func finished(_ word: [UInt8]) -> String {
    var word = word
    if word.count > longest {
      let text = String(decoding: word, as: UTF8.self)
      word = Array(String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))).utf8)
    }
    makeSingular(&word)
    return String(decoding: word, as: UTF8.self)
  }

  /// Takes the ending of an English plural away; `y` and `ie` at the end become `i`, which they share with `ies`.
  ///
  /// Words of other languages lose an ending here and there, but queries lose the same.
  private static func makeSingular(_ word: inout [UInt8]) {
    guard word.count > 3, word.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return }
    func ends(in endings: String...) -> Bool { endings.contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) } }
    if ends(in: "s"), !ends(in: "ss", "us", "is") {
      word.removeLast(ends(in: "sses", "xes", "zes", "ches", "shes") ? 2 : 1)
    }
    if ends(in: "ie") { word.removeLast() } else if ends(in: "y") { word[word.count - 1] = UInt8(ascii: "i") }
  }
}
