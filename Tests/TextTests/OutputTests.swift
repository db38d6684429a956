import Testing
import Text

/// What writes many bytes at a time must write the same as what looks at one after another.
@Suite("Writing output")
struct OutputTests {
  private func position(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { $0.position(from: start) { bit($0 == byte) } }
  }

  @Test("A rare byte is found wherever it stands", arguments: [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 199])
  func rareByte(place: Int) {
    var bytes = [UInt8](repeating: 0x61, count: 200)
    #expect(position(of: 0x7A, in: bytes, from: 0) == 200)
    bytes[place] = 0x7A
    #expect(position(of: 0x7A, in: bytes, from: 0) == place)
    #expect(position(of: 0x7A, in: bytes, from: place) == place)
    #expect(position(of: 0x7A, in: bytes, from: place + 1) == 200)
  }

  @Test("Bytes are found among others, wherever they stand")
  func soughtBytes() {
    func place(_ sought: String, _ text: String, from start: Int = 0) -> Int? {
      Array(text.utf8).withUnsafeBufferPointer { $0.position(of: sought.utf8, from: start) }
    }
    let long = String(repeating: "ab", count: 40)
    #expect(place("abc", long + "abc") == 80 && place("abc", long) == nil && place("abab", long, from: 1) == 2)
    #expect(place("a", "a") == 0 && place("ab", "a") == nil && place("", "a") == nil && place("a", "") == nil)
    #expect(place("a", "ba", from: 2) == nil)
  }

  @Test("Escapes at the edges of a text and side by side")
  func escapes() {
    var out = OutputBuffer()
    out.append(escaped: "<<a'\"&\u{1}\u{85}§\u{7F}é>")
    out.append(escaped: String(repeating: "x", count: 100) + "<")
    let expected = "&lt;&lt;a&#39;&quot;&amp; §é&gt;" + String(repeating: "x", count: 100) + "&lt;"
    #expect(String(decoding: out.bytes, as: UTF8.self) == expected)
  }

  @Test("What turns the words beside it, or is no character, is left out of pages; quotation marks and joiners stay")
  func leavesOutWhatPagesDoNotHave() {
    var out = OutputBuffer()
    let never = [0x1FFFE, 0xFDD0, 0xFFFF, 0x10FFFF].compactMap(Unicode.Scalar.init(_:)).map { String($0) }.joined()
    out.append(escaped: "“a\u{202E}b\u{2066}c” – \(never)é\u{200D}👩\(never)z")
    #expect(String(decoding: out.bytes, as: UTF8.self) == "“abc” – é\u{200D}👩z")
  }

  @Test("Data has what is hidden by number, and is read as the same")
  func numbersHiddenCharacters() throws {
    let text = "“a\u{202E}b” \u{9B}2J\u{E0041} é👩 \(Unicode.Scalar(0x1FFFE).map { String($0) } ?? "")\u{FEFF}"
    var json = JSONWriter(form: .inPage)
    json.value(text)
    let expected = #""“a\u202eb” \u009b2J\udb40\udc41 é👩 \ud83f\udffe\ufeff""#
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    #expect(JSONReading(json.bytes)?.text == text)
  }

  @Test("No character slips past the look at many bytes, wherever it stands in a text")
  func everyCharacter() {
    for value in Array(0x9...0x3100) + Array(stride(from: 0xD7F0, through: 0x10FFFF, by: 7)) + [0xFEFF, 0xFFFE, 0xFFFF]
    {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let character = String(scalar)
      let before = String(repeating: "a", count: value % 67)
      let isShown = isHidden(scalar) || scalar == "\r"
      #expect(visible("\(before)\(character)b") == "\(before)\(isShown ? visible(scalar) : character)b")
      var page = OutputBuffer()
      page.append(escaped: "\(before)\(character)b")
      let alone = String(decoding: page.bytes.dropFirst(before.utf8.count).dropLast(), as: UTF8.self)
      #expect(alone == (pageForms[scalar] ?? (isLeftOut(scalar) ? "" : character)))
      var json = JSONWriter(form: .line)
      json.value("\(before)\(character)b")
      let written = String(decoding: json.bytes.dropFirst(before.utf8.count + 1).dropLast(2), as: UTF8.self)
      #expect(
        written.hasPrefix("\\") == (isHidden(scalar) || scalar.value < 0x20 || "\"\\".unicodeScalars.contains(scalar)))
    }
  }

  private let pageForms: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\u{85}": " ",
  ]

  /// What HTML does not allow, and what turns the direction of writing round.
  private func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  @Test("Only in a page are the marks of HTML escaped")
  func forms() {
    for (form, expected) in [(JSONWriter.Form.line, #""<a>\n\u007f\\""#), (.inPage, #""\u003ca\u003e\n\u007f\\""#)] {
      var json = JSONWriter(form: form)
      json.value("<a>\n\u{7F}\\")
      #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }
  }

  @Test("Whole numbers", arguments: [0, 7, 10, 99, 100, 1_234_567_890, -1, -120, Int.max, Int.min])
  func numbers(number: Int) {
    var out = OutputBuffer()
    out.append(number)
    #expect(String(decoding: out.bytes, as: UTF8.self) == String(number))
  }

  @Test("A line ends without blanks, whatever their width")
  func lineEnds() {
    var out = OutputBuffer()
    out.append("a \u{A0}\u{202F} ")
    out.endLine()
    out.append("  ")
    out.endLine()
    #expect(String(decoding: out.bytes, as: UTF8.self) == "a\n")
    #expect(!out.endsWithEmptyLine)
    out.newline()
    #expect(out.endsWithEmptyLine)
  }
}
