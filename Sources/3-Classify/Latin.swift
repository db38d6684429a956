/// The ASCII letters that stand for Latin letters with diacritics and for ligatures.
enum Latin {
  /// The letters of U+00C0 to U+024F, one ASCII letter each; `.` where a character is no letter, `?` where it has no
  /// ASCII form. The base letters are those of the Unicode decompositions; letters with a stroke or a hook, which have
  /// none, go to the letter that they are made from. Forms of two letters stand in `pair`.
  private static let base: StaticString = """
    AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs\
    bBBb???Cc?DDd????FfG???IKkl??NnOOo??Pp?????tTtTUu?VYyZz?????????\
    ????DDdLLlNNnAaIiOoUuUuUuUuUu?AaAa??GgGgKkOoOo??jDDdGg??NnAa??Oo\
    AaAaEeEeIiIiOoOoRrRrUuUuSsTt??HhNd??ZzAaEeOoOoOoOoYylnt???ACcLTs\
    z??B??EeJj?qRrYy
    """

  /// The ASCII letters for a character; `nil` when it is not in the table.
  static func letters(_ value: UInt32) -> FewBytes? {
    if let pair = pair(value) { return pair }
    if (0x1E00...0x1EFF).contains(value) { return additional(value).map { FewBytes($0) } }
    guard (0xC0..<0xC0 + UInt32(base.utf8CodeUnitCount)).contains(value) else { return nil }
    let letter = base.utf8Start[Int(value - 0xC0)]
    return letter == UInt8(ascii: "?") || letter == UInt8(ascii: ".") ? nil : FewBytes(letter)
  }

  private static func pair(_ value: UInt32) -> FewBytes? {
    switch value {
    case 0xC6, 0xE6: FewBytes(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0xDE, 0xFE: FewBytes(UInt8(ascii: "t"), UInt8(ascii: "h"))
    case 0xDF: FewBytes(UInt8(ascii: "s"), UInt8(ascii: "s"))
    case 0x132, 0x133: FewBytes(UInt8(ascii: "i"), UInt8(ascii: "j"))
    case 0x152, 0x153: FewBytes(UInt8(ascii: "o"), UInt8(ascii: "e"))
    default: nil
    }
  }

  /// The base letter in Latin Extended Additional (Welsh, Vietnamese), by ranges.
  private static func additional(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x1E00...0x1E01, 0x1EA0...0x1EB7: UInt8(ascii: "a")
    case 0x1E02...0x1E07: UInt8(ascii: "b")
    case 0x1E08...0x1E09: UInt8(ascii: "c")
    case 0x1E0A...0x1E13: UInt8(ascii: "d")
    case 0x1E14...0x1E1D, 0x1EB8...0x1EC7: UInt8(ascii: "e")
    case 0x1E40...0x1E43, 0x1E3E...0x1E3F: UInt8(ascii: "m")
    case 0x1E44...0x1E4B: UInt8(ascii: "n")
    case 0x1E4C...0x1E53, 0x1ECC...0x1EE3: UInt8(ascii: "o")
    case 0x1E60...0x1E69: UInt8(ascii: "s")
    case 0x1E6A...0x1E71: UInt8(ascii: "t")
    case 0x1E72...0x1E7B, 0x1EE4...0x1EF1: UInt8(ascii: "u")
    case 0x1E80...0x1E89: UInt8(ascii: "w")
    case 0x1E90...0x1E95: UInt8(ascii: "z")
    case 0x1EC8...0x1ECB: UInt8(ascii: "i")
    case 0x1EF2...0x1EF9: UInt8(ascii: "y")
    default: nil
    }
  }

  /// Whether a character is a diacritic on its own, which stands behind its letter and is dropped with it.
  static func isCombining(_ value: UInt32) -> Bool {
    (0x300...0x36F).contains(value) || value == 0xAD || value == 0x200D || value == 0x200C
  }
}
