import Testing
import Text

@Suite("Widths, normal form and escaping")
struct TextToolsTests {
  @Test(
    "Columns on a terminal",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("a\u{A0}b", 3), ("a\u{200B}b", 2), ("😀", 2),
      ("Ελλάδα", 6), ("България", 8), ("ＡＢ", 4), ("\u{1112}\u{1161}", 2), ("🇪🇺", 2), ("", 0), ("a\u{AD}b", 3),
      ("👨\u{200D}👩\u{200D}👧", 2), ("👍🏽", 2), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("العربية", 7), ("عَ", 1),
      ("क्षि", 2), ("ภาษาไทย", 7), ("ქართული", 7), ("Հայաստան", 8), ("█▏", 2), ("\u{2067}ش\u{2069}", 1), ("㊙", 2),
    ])
  func widths(text: String, width: Int) { #expect(displayWidth(text) == width) }

  @Test("Equal texts get equal bytes")
  func normalForm() {
    #expect(Array(normalised("e\u{301}").utf8) == Array("\u{E9}".utf8))
    #expect(Array(normalised("caf\u{E9} 1").utf8) == Array("caf\u{E9} 1".utf8))
  }

  @Test("Characters with a meaning become references, control characters vanish, a next line is a blank")
  func escaping() {
    var buffer = OutputBuffer()
    buffer.append(escaped: "<a href=\"'&'\">é\u{85}\u{1}\t日")
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "&lt;a href=&quot;&#39;&amp;&#39;&quot;&gt;é \t日")
  }
}
