import Foundation
import Testing

/// Issues of the early years: a period that is no quarter, an edition before the 13th, the network as it was.
///
/// All that the fixtures tell is made up for the test.
@Suite("Issues of the early years")
struct OldIssueTests {
  private static let old = "2014-08_2014-11"
  private let scratch: Scratch

  /// The 9th edition with a former name and a member that has left, the 10th, which runs over the turn of the year, and
  /// one of today, in which a development of the 9th is continued.
  init() throws {
    scratch = try Scratch()
    try issue(Self.old, edition: 9, title: "EMN Bulletin")
    try submission("CZ", Self.old, [("measure", "2014-09-01", "international-protection", "")])
    try submission("UK", Self.old, [("measure", "2014-10-01", "return", "")])
    try submission("HR", Self.old, [("measure", "2014-11-03", "legal-migration", "")])
    try submission("NO", Self.old, [("measure", "2014-08-04", "temporary-protection", "")])
    try issue("2014-11_2015-02", edition: 10, title: "EMN Bulletin")
    try submission("UK", "2014-11_2015-02", [("second-measure", "2015-01-12", "return", follows("measure"))])
    try issue("2022-Q4", edition: 41, title: "EMN Quarterly")
    try submission("CZ", "2022-Q4", [("third-measure", "2022-11-01", "international-protection", follows("measure"))])
  }

  private func follows(_ id: String) -> String { "<follows period=\"\(Self.old)\" id=\"\(id)\"/>" }

  private func bulletin(_ arguments: String...) throws -> Executable.Outcome {
    try Executable.run(arguments, in: scratch.url)
  }

  private func issue(_ period: String, edition: Int, title: String, decisions: String = "") throws {
    try scratch.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <issue xmlns="urn:emn:bulletin:issue:1" edition="\(edition)" period="\(period)">
        <title>\(title)</title>
        <about>An issue for the test, in which nothing is real.</about>
        \(decisions)
        <colophon><p>Made by a test.</p></colophon>
      </issue>
      """, "inputs/\(period)/issue.xml")
  }

  private func submission(
    _ country: String, _ period: String, _ developments: [(id: String, date: String, theme: String, follows: String)]
  ) throws {
    let texts = developments.map { item in
      """
        <development id="\(item.id)" kind="policy" theme="\(item.theme)">
          <headline>A measure for the test</headline>
          <stage type="adopted" date="\(item.date)"/>
          <body><p>A measure for the test was adopted on a day of the period. Nothing of it is real: the measure stands
          here only so that a test finds it again, in the issue and in the archive.</p></body>
          <source>The test</source>
          \(item.follows)
        </development>
      """
    }
    try scratch.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <submission xmlns="urn:emn:bulletin:submission:1" country="\(country)" period="\(period)" status="final">
      \(texts.joined(separator: "\n"))
      </submission>
      """, "inputs/\(period)/\(country).xml")
  }

  @Test("An issue of 2014 has the names, the members and the sections of its day")
  func compiles() throws {
    let outcome = try bulletin("compile", Self.old)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let page = try scratch.read("output/\(Self.old)/bulletin.html")
    let text = try scratch.read("output/\(Self.old)/bulletin.txt")
    for edition in [page, text] {
      #expect(edition.contains("9th edition") && edition.contains("August to November 2014"))
      #expect(edition.contains("Czech Republic") && !edition.contains("Czechia"))
      #expect(edition.contains("United Kingdom") && edition.contains("Croatia") && edition.contains("Norway"))
      for later in ["Georgia", "Moldova", "Ukraine", "Montenegro", "Armenia", "Serbia", "Albania", "Denmark"] {
        // In a page the name may be that of a typeface.
        #expect(!edition.contains(">\(later)<") && !text.contains(later), "\(later)")
      }
      #expect(edition.contains("Implementation of the Common European Asylum System"))
      #expect(!edition.contains("International protection including asylum"))
    }
    // Temporary protection had no section of its own, and return none either.
    #expect(page.contains("Irregular migration and return") && !page.contains("ISSN"))
    let report = try scratch.read("output/\(Self.old)/report.html")
    #expect(report.contains(">Bulgaria<") && !report.contains(">Georgia<"))
  }

  @Test(
    "A submission of a country that was not in the network then is an error that says so, and since when it was",
    arguments: [
      (
        "GE", "2014-08_2014-11", "Georgia did not take part in the network in August to November 2014.", "11 March 2021"
      ),
      (
        "HR", "2012-10_2013-03", "Croatia did not take part in the network in October 2012 to March 2013.",
        "1 July 2013"
      ),
      ("NO", "2010-Q4", "Norway did not take part in the network in October to December 2010.", "since 1 January 2011"),
      (
        "UK", "2022-Q4", "United Kingdom did not take part in the network in October to December 2022.",
        "31 January 2020"
      ),
      ("DK", "2014-08_2014-11", "Denmark", "Denmark has never been part of the European Migration Network."),
    ])
  func members(_ country: String, _ period: String, _ message: String, _ span: String) throws {
    let day = period == "2010-Q4" ? "2010-11-02" : String(period.prefix(4)) + "-11-02"
    try submission(country, period, [("measure", day, "return", "")])
    let outcome = try bulletin("validate", "inputs/\(period)/\(country).xml")
    #expect(outcome.status == 1)
    let told = outcome.output.replacing("\n", with: " ")
    #expect(told.contains(message) && told.contains(span), "\(outcome.output)")
  }

  @Test("Such a submission stops the issue until the editors leave it out")
  func leftOut() throws {
    try submission("GE", Self.old, [("measure", "2014-09-02", "return", "")])
    #expect(try bulletin("compile", Self.old).status == 1)
    let decision = "<decisions><leave-out country=\"GE\">Not in the network then.</leave-out></decisions>"
    try issue(Self.old, edition: 9, title: "EMN Bulletin", decisions: decision)
    #expect(try bulletin("compile", Self.old).status == 0)
    #expect(try !scratch.read("output/\(Self.old)/bulletin.txt").contains("Georgia"))
  }

  @Test("The archive gathers old and new under the newest names, and each issue keeps its own")
  func archive() throws {
    let outcome = try bulletin("archive", "build")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let door = try scratch.read("output/archive/index.html")
    #expect(door.contains("EMN Bulletin, 9th edition: August to November 2014"))
    #expect(door.contains("November 2014 to February 2015") && door.contains("EMN Quarterly, 41st edition"))
    #expect(try scratch.read("output/archive/\(Self.old)/bulletin.html").contains("Czech Republic"))
    let czech = try scratch.read("output/archive/countries/cz.html")
    #expect(czech.contains("<h1>Czechia</h1>") && czech.contains("../\(Self.old)/bulletin.html#cz-measure"))
    let british = try scratch.read("output/archive/countries/uk.html")
    #expect(british.contains("<h1>United Kingdom</h1>") && british.contains("2 developments"))
    let quarterly = try scratch.read("output/archive/2022-Q4/bulletin.html")
    #expect(!quarterly.contains("United Kingdom") && quarterly.contains("International protection including asylum"))
    let data = try scratch.read("output/archive/\(Self.old)/issue.json")
    #expect(data.contains("\"countryName\": \"Czech Republic\"") && !data.contains("Czechia"))
  }

  @Test("Time lines and the filter by year go by the months of a span")
  func spans() throws {
    #expect(try bulletin("archive", "build").status == 0)
    let czech = try scratch.read("output/archive/threads/cz-measure.html")
    #expect(czech.contains("Czechia: 2 steps, August 2014 to December 2022"))
    let steps = try ["\(Self.old)/bulletin.html#cz-measure", "2022-Q4/bulletin.html#cz-third-measure"].map {
      try #require(czech.range(of: $0)).lowerBound
    }
    #expect(steps == steps.sorted())
    #expect(czech.contains(">Czech Republic</a>") && czech.contains(">Czechia</a>"))
    let british = try scratch.read("output/archive/threads/uk-measure.html")
    #expect(british.contains("United Kingdom: 2 steps, August 2014 to February 2015"))
    let search = try scratch.read("output/archive/search.html")
    for year in ["2014", "2015", "2022"] { #expect(search.contains("<option value=\"\(year)\">\(year)</option>")) }
    #expect(!search.contains("<option value=\"2016\">") && !search.contains(">Czech Republic</option>"))
    let table = try scratch.read("output/archive/search/table.js")
    #expect(table.contains("[[\"2022-Q4\",1],[\"2014-11_2015-02\",1],[\"\(Self.old)\",4]]"))
  }

  @Test("An issue of 2014 that was published comes out again byte for byte")
  func published() throws {
    #expect(try bulletin("archive", "accept", Self.old).status == 0)
    let outcome = try bulletin("archive", "verify")
    #expect(outcome.status == 0 && outcome.output.contains("\(Self.old): comes out as it was published"))
  }
}
