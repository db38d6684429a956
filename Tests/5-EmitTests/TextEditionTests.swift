import Emit
import Model
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

  @Test("In a draft the mark stands apart from what follows it")
  func draft() {
    let marks = lines.indices.filter { lines[$0] == "DRAFT – not for publication" }
    #expect(marks.count > 5)
    for mark in marks { #expect(lines[mark + 1].isEmpty, "\(lines[mark + 1])") }
  }

  @Test("The number of a link follows an opening bracket or quotation mark without a blank")
  func openingMarks() {
    var issue = Sample.issue()
    let link = Inline.link(Sample.link, href: Sample.link)
    issue.colophon = [
      Paragraph([
        .text("See ("), link, .text(") and “"), link, .text("” and \""), link, .text("\" or „Gesetz“"), link,
        .text(", « étrangers »"), link, .text("."),
      ])
    ]
    let edition = text(textEdition(of: issue))
    #expect(edition.contains("\nSee ([1]) and “[1]” and \"[1]\" or „Gesetz“ [1], « étrangers » [1].\n"))
  }

  @Test("What a factsheet is about is a country's name; a year or a theme is none")
  func subjects() {
    func isTorn(_ kind: CompiledProduct.Kind) -> Bool {
      let issue = Sample.issue()
      let words = String(repeating: "x", count: 66) + " Legal migration and on."
      let product = CompiledProduct(
        kind: kind, subject: "Legal migration", span: issue.period, series: issue.title, editions: [issue.edition],
        isDraft: false, sections: issue.sections, colophon: [Paragraph([.text(words)])])
      return text(textProduct(of: product)).split(separator: "\n").contains { $0.hasSuffix("x Legal") }
    }
    #expect(isTorn(.digest))
    #expect(!isTorn(.factsheet))
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
