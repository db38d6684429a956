import Emit
import Foundation
import Model
import Testing

@Suite("The HTML edition and the editor's report")
struct HTMLEditionTests {
  static let hostile = "<script x='\"'>&"

  @Test("Hostile text is escaped in every field")
  func escaping() {
    for page in [
      htmlEdition(of: Sample.issue(hostile: Self.hostile), templates: .own()),
      editorsReport(Sample.report(hostile: Self.hostile)),
    ] {
      let page = outsideScripts(text(page))
      #expect(!page.contains("<script"))
      #expect(!page.contains("x='"))
      #expect(page.contains("&lt;script x=&#39;&quot;&#39;&gt;&amp;"))
    }
  }

  @Test("Hostile text cannot end the element in which the metadata stand")
  func metadata() {
    let page = text(htmlEdition(of: Sample.issue(hostile: "</script><b>"), templates: .own()))
    #expect(page.split(separator: "<script").count == 3 && page.split(separator: "</script").count == 3)
    #expect(page.contains("\\u003c/script\\u003e\\u003cb\\u003e"))
  }

  @Test("A title cannot end the style in which the running head stands")
  func runningHead() {
    var issue = Sample.issue()
    issue.title = "</style>\"} body{display:none}"
    let page = text(htmlEdition(of: issue, templates: .own()))
    #expect(page.split(separator: "</style").count == 2 && !outsideScripts(page).contains("\"} body{"))
  }

  /// A page without what stands in elements `script`.
  private func outsideScripts(_ page: String) -> String {
    page.components(separatedBy: "<script").enumerated().map { position, piece in
      position == 0 ? piece : String(piece.components(separatedBy: "</script>").dropFirst().joined())
    }.joined()
  }

  @Test("Only links to the web become links")
  func links() {
    let page = text(htmlEdition(of: Sample.issue(), templates: .own()))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("A letter (javascript:alert(1))"))
    #expect(page.contains("href=\"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R1624\""))
    #expect(page.contains("href=\"#cz-law\""))
  }

  @Test("A link with quotes and blanks stays in its attribute")
  func linkWithQuotes() {
    var issue = Sample.issue()
    issue.colophon = [.init([.link("x", href: "https://e.org/\"onclick=a"), .link("y", href: "https://e.org/ a")])]
    let page = text(htmlEdition(of: issue, templates: .own()))
    #expect(page.contains("href=\"https://e.org/%22onclick=a\""))
    #expect(page.contains("y (https://e.org/ a)"))
  }

  @Test("The page has one h1, no script and its language")
  func frame() {
    let page = text(htmlEdition(of: Sample.issue(isDraft: true), templates: .own()))
    #expect(page.split(separator: "<h1").count == 2)
    #expect(page.contains("<html lang=\"en-GB\">") && page.contains("DRAFT – not for publication"))
    #expect(page.contains("<i lang=\"de\">Asylgesetz</i>") && page.contains("lang=\"ar\" dir=\"rtl\""))
    #expect(page.contains("<time datetime=\"2016-03-10\">10 March 2016</time>"))
    #expect(page.contains(">30\u{202F}700</data>"))
  }

  @Test(
    "The script that a language's tag names decides whether words run from the right",
    arguments: [
      ("ar", true), ("AR-EG", true), ("ar-Latn", false), ("ar-Arab-EG", true), ("ar-u-nu-latn", true), ("az", false),
      ("az-Arab", true), ("zh-Hans", false),
    ])
  func direction(tag: String, isFromTheRight: Bool) {
    var issue = Sample.issue()
    issue.colophon = [Paragraph([.foreign("qanun", language: tag)])]
    let page = text(htmlEdition(of: issue, templates: .own()))
    let direction = isFromTheRight ? " dir=\"rtl\"" : ""
    #expect(page.contains("<i lang=\"\(tag)\"\(direction)>qanun</i>"))
  }

  @Test("One development is not counted as several")
  func one() {
    let several = text(htmlEdition(of: Sample.issue(), templates: .own()))
    #expect(several.contains(">3 developments from 3 contributors, by section."))
    #expect(several.contains(">3 of 3 developments</output>"))
    var issue = Sample.issue()
    issue.sections[0].groups.removeLast(2)
    let page = text(htmlEdition(of: issue, templates: .own()))
    #expect(page.contains(">1 development from 1 contributor, by section."))
    #expect(page.contains(">1 of 1 development</output>"))
  }

  @Test("An issue without entries sets nothing side by side, and its contents lead to nothing that is not there")
  func withoutEntries() {
    var issue = Sample.issue()
    for place in issue.sections.indices { issue.sections[place].groups = [] }
    let page = text(htmlEdition(of: issue, templates: .own()))
    for part in ["page-overview", "page-countries"] {
      #expect(!page.contains("href=\"#\(part)\"") && !page.contains("id=\"\(part)\""))
    }
    let plain = text(textEdition(of: issue))
    #expect(!plain.contains("At a glance") && !plain.contains("By country"))
  }

  @Test("The period of a single figure replaces that of its series, in both editions")
  func periodOfFigure() {
    var issue = Sample.issue()
    let figure = Series.Value(label: "EU total", number: "5", period: "2016-02")
    issue.annex.statistics = [
      Series(title: "Alone", unit: "persons", period: "2016-Q1", values: [figure], sources: [])
    ]
    let sentence = "EU total: 5 persons (February 2016)"
    #expect(words(of: text(htmlEdition(of: issue, templates: .own()))).contains(sentence))
    #expect(text(textEdition(of: issue)).contains(sentence + "\n"))
    issue.annex.statistics[0].values[0].period = nil
    let page = words(of: text(htmlEdition(of: issue, templates: .own())))
    #expect(page.contains("EU total: 5 persons (January to March 2016)"))
  }

  @Test("Both editions say the same words")
  func sameContent() {
    let page = words(of: text(htmlEdition(of: Sample.issue(), templates: .own())))
    let plain = text(textEdition(of: Sample.issue()))
      .split { $0.isWhitespace }.joined(separator: " ")
    let phrases = [
      "European Migration Network", "14th edition", "January to March 2016", "ISSN 2600-5131", "Western Balkans",
      "Adopted 10 March 2016; in force June 2016", "First applications: 30 700 persons", "Loi « étrangers »",
      "Transposes Directive 2013/33/EU", "Zákon o azylu (January to March 2016; Czech Republic; entry 1.2)",
      "Old rule (August to November 2014)", "1.3 United Kingdom: New visa rules", "To be transposed by 20 July 2015.",
      "10 to 11 May 2016", "Belgium (België / Belgique)", "Rounded.", "#uk-visa",
      "This issue reports no development from Cyprus, Malta and United Kingdom.",
    ]
    for phrase in phrases {
      #expect(page.contains(phrase), "HTML lacks: \(phrase)")
      #expect(plain.contains(phrase), "text lacks: \(phrase)")
    }
  }

  @Test("The report names who is missing and marks differing themes")
  func report() {
    let page = words(of: text(editorsReport(Sample.report())))
    #expect(page.contains("1 of 3") && page.contains("Missing (1)") && page.contains("93%"))
    #expect(page.contains("Differs from the declared theme") && page.contains("readmission agreement 2.1"))
  }

  /// What a reader sees of a page: tags away, references resolved, blanks folded.
  private func words(of page: String) -> String {
    var inside = false
    var words = ""
    for character in page {
      if character == "<" { inside = true }
      if !inside { words.append(character == "\u{202F}" ? " " : character) }
      if character == ">" { inside = false }
    }
    return words.split { $0.isWhitespace }.joined(separator: " ")
  }
}
