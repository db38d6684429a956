import Emit
import Testing
import Text

@Suite("The plain text edition")
struct TextEditionTests {
  let lines = text(textEdition(of: Sample.issue(isDraft: true))).split(
    separator: "\n", omittingEmptySubsequences: false)

  @Test("No line is wider than 72 columns, but for a link that stands alone")
  func width() {
    for line in lines where displayWidth(String(line)) > 72 {
      #expect(line.hasPrefix("https://") && !line.contains(" "))
    }
    #expect(lines.contains { $0 == Sample.longLink })
  }

  @Test("No line has blanks at its end, opens with From or is a lone full stop")
  func harmless() {
    for line in lines {
      #expect(!line.hasSuffix(" ") && !line.hasPrefix("From ") && line != ".")
    }
  }

  @Test("The text ends with one line break")
  func end() {
    let bytes = textEdition(of: Sample.issue())
    #expect(bytes.last == 0x0A && bytes.dropLast().last != 0x0A)
  }

  @Test("A country's name is never torn, at whatever column it stands", arguments: 0..<80)
  func names(shift: Int) {
    var issue = Sample.issue()
    issue.about = String(repeating: "x", count: shift % 40) + String(repeating: " y", count: shift) + " United Kingdom."
    #expect(text(textEdition(of: issue)).split(separator: "\n").contains { $0.contains("United Kingdom.") })
  }

  @Test("The same link has the same number in a section")
  func numbers() {
    let edition = text(textEdition(of: Sample.issue()))
    #expect(edition.contains("authority [2] said"))
    #expect(edition.contains("Source: Ministry of the Interior [2]"))
  }

  @Test("Words that no line holds are cut, mail's own words are kept from a line's start")
  func hardCases() {
    var issue = Sample.issue()
    issue.about = "From here " + String(repeating: "日本", count: 60) + " \u{2028} . \u{1B}[31m"
    let edition = text(textEdition(of: issue))
    #expect(edition.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 72 || $0.hasPrefix("https") })
    #expect(!edition.contains("\nFrom ") && !edition.unicodeScalars.contains("\u{1B}"))
    #expect(!edition.unicodeScalars.contains("\u{2028}"))
  }

}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
