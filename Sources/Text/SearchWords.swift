/// Takes texts apart into the words by which they are found; the site's `search.js` takes queries apart in the same way.
///
/// A word is a run of letters, digits and their marks, of any script. It is folded: small letters without marks, letters
/// that are a base letter with a stroke or two in one as ASCII writes them, English plurals as their singulars.
public struct SearchWords {
  /// The most letters of a word that count.
  public static let longest = 40

  /// Letters without a canonical decomposition, small, and what stands for them. The script is handed this table.
  public static let letters: [(letter: Unicode.Scalar, plain: String)] = [
    ("ß", "ss"), ("æ", "ae"), ("ð", "d"), ("ø", "o"), ("þ", "th"), ("đ", "d"), ("ħ", "h"), ("ı", "i"), ("ĳ", "ij"),
    ("ĸ", "k"), ("ŀ", "l"), ("ł", "l"), ("ŉ", "n"), ("ŋ", "n"), ("œ", "oe"), ("ŧ", "t"), ("ſ", "s"), ("ə", "e"),
    ("ς", "σ"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"),
  ]

  private static let plain = Dictionary(uniqueKeysWithValues: letters.map { ($0.letter, $0.plain) })

  /// What was found of letters beyond ASCII: their folded bytes, or `nil` for what is no part of a word.
  private var known: [Unicode.Scalar: [UInt8]?] = [:]

  /// A reader that has read nothing.
  public init() {}

  /// Hands over each word of a text, folded, in order.
  public mutating func each(in text: String, _ take: (String) -> Void) {
    eachPlace(in: text) { word, _ in take(word.whole) }
  }

  /// Hands over each word of a text with the place of its bytes in the text's UTF-8, in order.
  public mutating func eachPlace(in text: String, _ take: (Word, Range<Int>) -> Void) {
    var word: [UInt8] = []
    var start = 0
    var position = 0
    for scalar in text.unicodeScalars {
      if !append(scalar, to: &word) {
        if !word.isEmpty {
          take(Word(letters: word), start..<position)
          word.removeAll(keepingCapacity: true)
        }
        start = position + UTF8.width(scalar)
      }
      position += UTF8.width(scalar)
    }
    if !word.isEmpty { take(Word(letters: word), start..<position) }
  }

  /// A word of a text, folded.
  public struct Word {
    fileprivate let letters: [UInt8]

    /// The word as indexes have it: not too long, in the singular.
    public var whole: String {
      var word = cut
      SearchWords.makeSingular(&word)
      return String(decoding: word, as: UTF8.self)
    }

    /// The word as the beginning of another: not too long, with the ending that it has.
    public var beginning: String { String(decoding: cut, as: UTF8.self) }

    private var cut: [UInt8] {
      guard letters.count > SearchWords.longest else { return letters }
      let text = String(decoding: letters, as: UTF8.self)
      return Array(String(String.UnicodeScalarView(text.unicodeScalars.prefix(SearchWords.longest))).utf8)
    }
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

  /// Takes the ending of an English plural away; `y` and `ie` at the end become `i`, which they share with `ies`.
  ///
  /// Words of other languages lose an ending here and there, but queries lose the same.
  fileprivate static func makeSingular(_ word: inout [UInt8]) {
    guard word.count > 3, word.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return }
    func ends(in endings: String...) -> Bool { endings.contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) } }
    if ends(in: "s"), !ends(in: "ss", "us", "is") {
      word.removeLast(ends(in: "sses", "xes", "zes", "ches", "shes") ? 2 : 1)
    }
    if ends(in: "ie") { word.removeLast() } else if ends(in: "y") { word[word.count - 1] = UInt8(ascii: "i") }
  }
}
