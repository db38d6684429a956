/// Numbers drawn by lot, the same for the same seed (SplitMix64), and texts that are made by them.
struct Lots: RandomNumberGenerator {
  private var state: UInt64

  /// Lots of a seed.
  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of up to twelve pieces, which mixes what people write with what means harm.
  mutating func text() -> String {
    (0..<Int.random(in: 1...12, using: &self)).map { _ in piece() }.joined()
  }

  private mutating func piece() -> String {
    switch Int.random(in: 0..<8, using: &self) {
    case 0, 1: (Lots.words.randomElement(using: &self) ?? "") + " "
    case 2: Lots.markup.randomElement(using: &self) ?? ""
    case 3: String(String.UnicodeScalarView(Lots.blanks.randomElement(using: &self).map { [$0] } ?? []))
    case 4: String(repeating: letters(in: 0x61...0x7A, 1), count: Int.random(in: 1...120, using: &self))
    default: letters(in: Lots.scripts.randomElement(using: &self) ?? 0x61...0x7A, Int.random(in: 1...9, using: &self))
    }
  }

  private mutating func letters(in range: ClosedRange<UInt32>, _ count: Int) -> String {
    var letters = String.UnicodeScalarView()
    for _ in 0..<count {
      if let letter = Unicode.Scalar(UInt32.random(in: range, using: &self)) { letters.append(letter) }
    }
    return String(letters)
  }

  /// Terms, names with a note, dates and numbers of acts among them, which the editions do something about.
  private static let words = [
    "Kosovo", "Ukraine", "Turkey", "unaccompanied minor", "reception centre", "13 November 2015", "30 700", "5 %", "EU",
    "Directive 2013/33/EU", "C-601/15 PPU", "32013L0033", "l’asile", "Zákon o azylu", "https://example.org/a?b=c&d=e",
    "someone@example.org", "1.", "-", "–", "…", "“quoted”",
  ]

  private static let markup = [
    "<b>", "</p>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#60;", "&", "\"", "'", ">",
    "`",
    "{{title}}", "{% if %}", "${x}", "\\", "%0A", "=3D", "\u{1B}[31m", "* ", "| ", "=====",
  ]

  private static let blanks: [Unicode.Scalar] = [
    " ", "\t", "\n", "\r", "\u{85}", "\u{A0}", "\u{AD}", "\u{2009}", "\u{200B}", "\u{2028}", "\u{2029}", "\u{202F}",
    "\u{2060}",
    "\u{3000}", "\u{FEFF}",
  ]

  /// Stretches of Unicode: Latin, marks, Greek and Cyrillic, Hebrew and Arabic, Devanagari, what turns the direction of
  /// writing, symbols, East Asian, Hangul by letters and by syllables, private use, presentation forms, noncharacters, emoji.
  private static let scripts: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x7F...0x9F, 0xA0...0x24F, 0x300...0x36F, 0x370...0x4FF, 0x590...0x6FF, 0x900...0x97F, 0x1100...0x11FF,
    0x2000...0x206F, 0x2100...0x26FF, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xE000...0xE0FF,
    0xFB00...0xFDFF,
    0xFE00...0xFFFD, 0x1D400...0x1D7FF, 0x1F300...0x1F6FF, 0x2F800...0x2FA1D, 0xE0000...0xE01EF,
  ]
}
