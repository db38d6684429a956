import Emit
import Model
import Testing
import Text

@Suite("Lines of the text edition")
struct TextWrappingTests {
  /// The lines of an issue whose paragraph about the bulletin is given.
  private func lines(about: String) -> [String] {
    var issue = Sample.issue()
    issue.about = about
    return lines(of: issue)
  }

  private func lines(of issue: CompiledIssue) -> [String] {
    text(textEdition(of: issue)).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func expectGood(_ lines: [String]) {
    for line in lines {
      #expect(displayWidth(line) <= 72 || line.hasPrefix("https://"), "\(line)")
      #expect(!line.hasPrefix("From ") && line != "." && line.last?.isWhitespace != true, "\(line)")
    }
  }

  @Test("From and a full stop keep from a line's start wherever the line breaks", arguments: 0..<75)
  func mailsOwnWords(shift: Int) {
    let lead = String(repeating: "x", count: shift)
    expectGood(lines(about: "\(lead) From there . From . From\u{A0}here \(lead) ."))
  }

  @Test("Signs of texts stay, what does not show goes, odd blanks become plain ones")
  func signs() {
    let lines = lines(about: "a–b “c” §\u{A0}1 · d\u{200B}e f\u{AD}g h\u{2028}i «j»\u{85}k\u{3000}l ‘m’ č Ω €")
    #expect(lines.contains("a–b “c” §\u{A0}1 · de fg h i «j» k l ‘m’ č Ω €"))
  }

  @Test("Nor do they stand there in a heading, a label, a headline or a list")
  func everywhere() {
    var issue = Sample.issue()
    issue.title = "From now on"
    issue.sections[0].heading = "."
    issue.sections[0].groups[0].name = "From here"
    issue.sections[0].groups[0].entries[0].development.headline = Phrase(
      "From " + String(repeating: "a ", count: 80) + ".")
    issue.annex.statistics[0].title = "."
    issue.annex.statistics[0].values[0].label = "From "
    issue.silent = ["From"]
    issue.colophon = [Paragraph([.text(".")]), Paragraph([.text("From "), .emphasis("x")])]
    expectGood(lines(of: issue))
  }

  @Test(
    "A word that no line holds is cut between characters",
    arguments: ["w", "日", "e\u{301}", "👩\u{200D}🚀", "ش", "🇪🇺", "क्ष", "."])
  func longWords(letter: String) {
    let all = lines(about: "A " + String(repeating: letter, count: 200) + " end")
    expectGood(all)
    let written = all.joined().filter { !$0.isWhitespace }.unicodeScalars.filter {
      ![0x2067, 0x2069].contains($0.value)
    }
    #expect(String(String.UnicodeScalarView(written)).contains(String(repeating: letter, count: 200)))
  }

  @Test("A long link stands whole on a line of its own, wherever it is")
  func longLinks() {
    let all = lines(about: "See \(Sample.longLink) and \(Sample.longLink).")
    #expect(all.filter { $0.hasPrefix(Sample.longLink) }.count >= 3)
    expectGood(all)
  }

  @Test("What shows as nothing is left out, what turns the writing round, too")
  func hidden() {
    let all = lines(about: "soft\u{AD}hyphen zero\u{200B}width \u{202E}turned\u{202C} \u{FEFF}mark \u{2003}wide")
    #expect(all.contains("softhyphen zerowidth turned mark wide"))
  }

  @Test("Words written from the right are set apart on each of their lines")
  func bidirectional() {
    var issue = Sample.issue()
    let arabic = String(repeating: "وزارة الداخلية ", count: 12) + "1"
    issue.sections[0].groups[0].entries[0].development.sources = [
      Source(title: Phrase(arabic, language: "ar"), href: Sample.link)
    ]
    let all = lines(of: issue).filter { $0.contains("الداخلية") && !$0.contains("Ministry") }
    #expect(all.count > 2)
    for line in all {
      let opened = line.unicodeScalars.filter { $0.value == 0x2067 }.count
      #expect(opened > 0 && opened == line.unicodeScalars.filter { $0.value == 0x2069 }.count, "\(line)")
    }
    expectGood(lines(of: issue))
  }

  @Test(
    "Days stay with their months, sums with their currency, groups of digits together",
    arguments: [
      "1 January 2023", "EUR 800", "SEK 4.7 billion", "(EU) 2016/1953", "12 000 persons", "No 909", "Article 5",
      "50 million", "4 331 200",
    ],
    [61, 64, 66, 68, 70])
  func bound(words: String, shift: Int) {
    let whole = words.replacing(" 2023", with: "").replacing(" persons", with: "")
    let all = lines(about: String(repeating: "y", count: shift) + " " + words + " and on.")
    #expect(all.contains { $0.contains(whole) }, "\(all.prefix(12))")
  }

  @Test("Names of countries that submit nothing are not torn either", arguments: 55..<72)
  func foreignNames(shift: Int) {
    var issue = Sample.issue()
    issue.longNames = ["El Salvador", "Saint Vincent and the Grenadines"]
    issue.about = String(repeating: "z", count: shift) + " El Salvador, Saint Vincent and the Grenadines."
    let all = lines(of: issue)
    #expect(all.contains { $0.contains("El Salvador") })
    #expect(all.contains { $0.contains("Saint Vincent and the Grenadines.") })
  }

  @Test("What continues an entry in the same issue is named with its number")
  func followedBy() {
    var issue = Sample.issue()
    issue.sections[0].groups[0].entries[0].followedBy = [
      .init(number: "1.3", anchor: "uk-visa", country: "United Kingdom", headline: Phrase("New visa rules"))
    ]
    #expect(lines(of: issue).contains("     Followed by: New visa rules (United Kingdom; entry 1.3)"))
  }

  @Test("The contents name the annex's parts")
  func contents() {
    let all = lines(of: Sample.issue())
    let annex = all.firstIndex(of: "    Annex") ?? 0
    #expect(
      Array(all[(annex + 1)...].prefix(5)) == [
        "      Statistics", "      State of transposition", "      Other EMN outputs", "      Upcoming events",
        "      Past events",
      ])
  }
}
