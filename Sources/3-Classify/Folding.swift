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
    var numbers: [UInt8] = []
    numbers.reserveCapacity(term.utf8.count + 1)
    func add(_ number: UInt8) {
      if number != blank || numbers.last ?? blank != blank { numbers.append(number) }
    }
    var term = term
    term.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        if bytes[place] < 0x80 {
          add(bytes[place] == UInt8(ascii: "*") ? star : ascii(bytes[place]))
          place += 1
        } else {
          let character = character(bytes, place)
          for number in character.numbers { add(number) }
          place += character.length
        }
      }
    }
    add(blank)
    return numbers
  }

  /// The numbers of the ASCII characters, each as a character: `@` for what parts words, then the letters, then the
  /// digits, so that 64 less than the character is the number.
  private static let numbers: StaticString = """
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@[\\]^_`abcd@@@@@@@\
    ABCDEFGHIJKLMNOPQRSTUVWXYZ@@@@@@ABCDEFGHIJKLMNOPQRSTUVWXYZ@@@@@
    """

  /// Where the numbers of the ASCII characters stand, for loops that look up many.
  static var asciiNumbers: UnsafePointer<UInt8> { numbers.utf8Start }

  /// The number of an ASCII character, looked up at `asciiNumbers`.
  @inline(__always)
  static func number(of byte: UInt8, _ numbers: UnsafePointer<UInt8>) -> UInt8 { numbers[Int(byte)] &- 64 }

  /// The number of an ASCII character.
  static func ascii(_ byte: UInt8) -> UInt8 { number(of: byte, asciiNumbers) }

  /// The numbers of the character that begins at a place with a byte above 0x7F, and how many bytes it has.
  ///
  /// It has at most two numbers, and none where it only puts a diacritic on the letter before it.
  static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (numbers: FewBytes, length: Int) {
    let lead = bytes[place]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    // Strings hold well-formed UTF-8, so the bytes that the first one promises are there.
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[(place + 1)..<(place + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    if var letters = Latin.letters(value) {
      return (FewBytes(letters.next().map(ascii), letters.next().map(ascii)), length)
    }
    guard let scalar = Unicode.Scalar(value), !Latin.isCombining(value) else { return (FewBytes(nil, nil), length) }
    // Dashes, quotation marks and currency signs, for which the tables of Unicode need not be asked.
    if (0x2000...0x206F).contains(value) || (0x20A0...0x20CF).contains(value) { return (FewBytes(blank, nil), length) }
    let properties = scalar.properties
    let isWord = properties.isAlphabetic || properties.numericType == .decimal
    return (FewBytes(isWord ? other : blank, nil), length)
  }
}
