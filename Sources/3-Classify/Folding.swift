/// The letters that terms and texts are compared in: ASCII letters and digits as small numbers, words set apart by one
/// blank.
///
/// Headlines and bodies are lower-cased and lose their diacritics, and whatever is no letter or digit parts words, so
/// "Réadmission-Agreement" and "readmission agreement" come out the same.
enum Folding {
  /// The number of the blank that stands after each word.
  static let blank: UInt8 = 0
  /// The number of the letter `a`; the others follow.
  static let firstLetter: UInt8 = 1
  /// The number of the digit 0; the others follow.
  static let firstDigit: UInt8 = 27
  /// In terms only: any further letters of the word.
  static let star: UInt8 = 37
  /// A letter that has no ASCII form, such as a Greek one. No term can have it.
  static let other: UInt8 = 38
  /// How many numbers a term can have.
  static let count = 38

  /// The numbers of a term, each word followed by a blank; `*` means any further letters.
  static func fold(term: String) -> [UInt8] {
    var term = term
    return term.withUTF8 { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { $1 = fold(bytes, isTerm: true, into: $0) }
    }
  }

  /// Writes the numbers of a text into a buffer, each word followed by a blank.
  ///
  /// - Parameters:
  ///   - bytes: The text in well-formed UTF-8.
  ///   - isTerm: Whether `*` means any further letters; in texts it parts words.
  ///   - buffer: Room for one number more than there are bytes: each character gives at most one number for each of
  ///     its bytes, and the end of the text parts words too.
  /// - Returns: How many numbers there are.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, isTerm: Bool = false, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var target = Target(buffer: buffer)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        target.add(isTerm && byte == UInt8(ascii: "*") ? star : ascii(byte))
        place += 1
      } else {
        place += target.addScalar(bytes, place)
      }
    }
    target.add(blank)
    return target.count
  }

  /// The numbers of the ASCII characters, each as a character: `@` for what parts words, then the letters, then the
  /// digits, so that 64 less than the character is the number.
  private static let numbers: StaticString = """
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@[\\]^_`abcd@@@@@@@\
    ABCDEFGHIJKLMNOPQRSTUVWXYZ@@@@@@ABCDEFGHIJKLMNOPQRSTUVWXYZ@@@@@
    """

  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 { numbers.utf8Start[Int(byte)] &- 64 }

  private struct Target {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0
    private var last = Folding.blank

    init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    /// Adds a number; a blank only after a word.
    @inline(__always)
    mutating func add(_ number: UInt8) {
      // Written in any case, and counted unless it is a blank too many: that needs no branch.
      buffer[count] = number
      count += number | last == Folding.blank ? 0 : 1
      last = number
    }

    /// Adds the character that begins at a place with a byte above 0x7F; returns how many bytes it has.
    mutating func addScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
      let lead = bytes[place]
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      // Strings hold well-formed UTF-8, so the bytes that the first one promises are there.
      var value = UInt32(lead) & (0x7F >> UInt32(length))
      for byte in bytes[(place + 1)..<(place + length)] { value = value << 6 | UInt32(byte & 0x3F) }
      if let letters = Latin.letters(value) {
        for letter in letters { add(Folding.ascii(letter)) }
      } else if let scalar = Unicode.Scalar(value), !Latin.isCombining(value) {
        let properties = scalar.properties
        let isWord = properties.isAlphabetic || properties.numericType == .decimal
        add(isWord ? Folding.other : Folding.blank)
      }
      return length
    }
  }
}
