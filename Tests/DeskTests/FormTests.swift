import Desk
import Testing

/// Reading what a browser sends with a form.
@Suite struct FormTests {
  static let type = "multipart/form-data; boundary=----cut"

  /// A form with the given parts, each as its header's parameters and its content.
  static func form(_ parts: [(parameters: String, content: String)]) -> [UInt8] {
    let body = parts.map { "------cut\r\nContent-Disposition: form-data; \($0.parameters)\r\n\r\n\($0.content)\r\n" }
    return Array((body.joined() + "------cut--\r\n").utf8)
  }

  @Test func measuresItsLargestField() throws {
    let form = try #require(
      Form(Self.form([("name=\"text\"", "12345"), ("name=\"file\"; filename=\"\"", "")]), contentType: Self.type))
    #expect(form.largestField == 5)
  }

  @Test func measuresAFileInBase64AsWhatItIs() throws {
    let file = String(repeating: "AAAA", count: 4) + "AA=="
    let form = try #require(
      Form(Self.form([("name=\"text\"", "12345"), ("name=\"original\"", file)]), contentType: Self.type))
    #expect(form.largestField == 13)
  }

  @Test func readsWithAQuotedBoundaryAndWordsBeforeTheFirst() {
    let body = Array("for people\r\n".utf8) + Self.form([("name=\"text\"", "a\r\n\r\nb")])
    #expect(Form(body, contentType: "Multipart/Form-Data; boundary=\"----cut\"")?.largestField == 6)
  }

  @Test(arguments: [
    "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
  ])
  func refusesOtherTypes(_ type: String) {
    #expect(Form(Self.form([("name=\"text\"", "a")]), contentType: type) == nil)
  }

  @Test func refusesWhatIsBrokenOff() {
    let whole = Self.form([("name=\"text\"", "some text"), ("name=\"name\"", "NO.xml")])
    for length in 0..<whole.count - 4 {
      #expect(Form(Array(whole.prefix(length)), contentType: Self.type) == nil, "cut after \(length) bytes")
    }
  }

  @Test func refusesPartsWithoutNameAndTooMany() {
    #expect(Form(Self.form([("filename=\"a\"", "b")]), contentType: Self.type) == nil)
    let many = Array(repeating: (parameters: "name=\"text\"", content: ""), count: 33)
    #expect(Form(Self.form(many), contentType: Self.type) == nil)
  }
}
