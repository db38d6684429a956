import Testing
import Text

@Suite("Reading JSON")
struct JSONReadingTests {
  private func read(_ text: String) -> JSONReading? { JSONReading(Array(text.utf8)) }

  @Test("What the writer writes is read")
  func roundTrip() {
    var json = JSONWriter()
    json.object { json in
      json.key("a\"\\\n\u{1}é")
      json.array { json in
        json.value("x</script>&")
        json.value(-3)
        json.value(true)
        json.value(nil as String?)
      }
    }
    let value = JSONReading(json.bytes)
    #expect(value?["a\"\\\n\u{1}é"]?.elements == [.string("x</script>&"), .number("-3"), .bool(true), .null])
  }

  @Test("Escapes are read, pairs of surrogates too")
  func escapes() {
    #expect(read(#""\u00e9\ud83d\ude00\/\t""#)?.text == "é😀/\t")
  }

  @Test(
    "What is not JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\" 1}", "\"\\x\"", "\"\\ud83d\"", "tru", "1 2", "\"a\nb\"", "{\"a\":1,}", "[1] x", "-",
    ])
  func refusals(text: String) { #expect(read(text) == nil) }

  @Test("Nesting without end is refused")
  func nesting() {
    #expect(read(String(repeating: "[", count: 100_000)) == nil)
    #expect(read(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) != nil)
  }
}
