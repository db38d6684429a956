import Testing
import Text

@Suite("Normal forms")
struct NormalisationTests {
  @Test(
    "A letter and its marks become the letter with marks, in Unicode's order",
    arguments: [
      ("e\u{301}", "é"), ("a\u{315}\u{316}", "a\u{316}\u{315}"), ("“a – b” … 5 €", "“a – b” … 5 €"),
      ("\u{2126} \u{212B}", "Ω Å"), ("\u{2000}x", "\u{2002}x"), ("“e\u{301}”", "“é”"), ("\u{1100}\u{1161}", "가"),
    ])
  func composes(_ text: String, _ expected: String) {
    #expect(Array(normalised(text).utf8) == Array(expected.utf8))
  }

  @Test("Marks are counted by the letter on which they stand")
  func countsMarks() {
    let ten = String(repeating: "\u{301}", count: 10)
    #expect(piledMarks(in: "a\(ten)b\(ten)") == nil)
    let found = piledMarks(in: "é a\(ten)\u{316} b\(ten)\u{316}\u{316}")
    #expect(found?.offset == 4 && found?.count == 11)
    #expect(piledMarks(in: "a" + String(repeating: "\u{F73}", count: 11))?.count == 11)
  }

  @Test("Marks by the hundred thousand take no time to speak of, and are left as they are", .timeLimit(.minutes(1)))
  func leavesPiledMarks() {
    for mark in ["\u{315}\u{316}", "\u{F73}"] {
      let text = "a" + String(repeating: mark, count: 300_000)
      #expect(normalised(text).utf8.elementsEqual(text.utf8))
    }
  }
}
