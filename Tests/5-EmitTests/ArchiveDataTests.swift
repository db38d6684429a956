import Emit
import Foundation
import Model
import Testing

@Suite("Feeds and data of the archive's site")
struct ArchiveDataTests {
  private let hostile = "</title><x>&\"'\u{1}\u{FFFE}\u{85}"

  @Test("Feeds name their entries by URN, newest first, dated by the issue")
  func feeds() throws {
    let site = ArchiveSample()
    let issues = try site.text("feeds/issues.atom")
    #expect(issues.contains("<id>urn:emn:bulletin:issues</id>\n<title>EMN Bulletin</title>"))
    #expect(issues.contains("<id>urn:emn:bulletin:2016-Q1</id>"))
    #expect(issues.contains("<updated>2016-06-30T00:00:00Z</updated>\n<author><name>EMN Bulletin</name></author>"))
    #expect(issues.contains("<updated>2016-04-01T00:00:00Z</updated>"))
    let order = issues.components(separatedBy: "<id>urn:emn:bulletin:").map { $0.prefix(7) }
    #expect(order.suffix(2) == ["2016-Q2", "2016-Q1"])
    let country = try site.text("feeds/country-cz.atom")
    #expect(country.contains("<id>urn:emn:bulletin:2016-Q1:cz-law</id>\n<title xml:lang=\"cs\">Zákon o azylu</title>"))
    #expect(country.contains("href=\"../2016-Q1/bulletin.html#cz-law\"") && !country.contains("rel=\"self\""))
    #expect(country.contains("<category term=\"general\" label=\"General policy developments\"/>"))
  }

  @Test("With an address feeds have absolute links and there is a sitemap of all pages")
  func addresses() throws {
    let site = ArchiveSample(baseURL: "https://example.org/a&b")
    let feed = try site.text("feeds/theme-return.atom")
    #expect(feed.contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/a&amp;b/feeds/theme-"))
    #expect(feed.contains("<id>https://example.org/a&amp;b/2016-Q2/bulletin.html#ie-visa-force</id>"))
    let map = try site.text("sitemap.xml")
    #expect(map.contains("<loc>https://example.org/a&amp;b/</loc>"))
    #expect(map.contains("<loc>https://example.org/a&amp;b/2016-Q1/bulletin.html</loc><lastmod>2016-04-01</lastmod>"))
    #expect(map.contains("/threads/cz-law.html</loc>") && !map.contains("atom") && !map.contains("json"))
  }

  /// The two issues, the first of which was corrected twice and has a note at a name.
  private var corrected: [CompiledIssue] {
    var issues = ArchiveSample.issues()
    issues[0].corrections = [
      Correction(date: Sample.day("2016-07-01"), reason: "A date was wrong", entries: ["uk-visa"]),
      Correction(date: Sample.day("2016-09-30"), reason: "Withdrawn by Malta."),
    ]
    issues[0].withdrawn = [
      Withdrawal(
        anchor: "mt-boats", headline: Phrase("Rules on boats to Kosovo"), date: Sample.day("2016-09-30"),
        theme: ThemeCode("general"))
    ]
    issues[0].nameNotes = [NameNote(name: "Kosovo", words: "A note.")]
    issues[0].contactPoints.append(
      ContactPoint(country: CountryCode("MT"), name: "Malta", ownNames: [], isObserver: false))
    return issues
  }

  @Test("A correction updates the entry that it changed and its issue, in front of what is newer, and no other entry")
  func corrections() throws {
    let site = ArchiveSample(corrected)
    let issues = try site.text("feeds/issues.atom")
    #expect(issues.contains("</title>\n<updated>2016-09-30T00:00:00Z</updated>\n<author>"))
    #expect(
      issues.contains(
        "<published>2016-04-01T00:00:00Z</published>\n<updated>2016-09-30T00:00:00Z</updated>\n<link"))
    #expect(issues.contains("Corrected on 1 July 2016: A date was wrong. Corrected on 30 September 2016: Withdrawn by"))
    let order = issues.components(separatedBy: "<id>urn:emn:bulletin:").map { $0.prefix(7) }
    #expect(order.suffix(2) == ["2016-Q1", "2016-Q2"])
    let british = try site.text("feeds/country-uk.atom")
    #expect(british.contains("<updated>2016-07-01T00:00:00Z</updated>\n<author>"))
    #expect(british.contains("March 2016. Corrected on 1 July 2016: A date was wrong.</summary>"))
    let czech = try site.text("feeds/country-cz.atom")
    #expect(czech.contains("<updated>2016-04-01T00:00:00Z</updated>\n<author>") && !czech.contains("Corrected"))
    let sitemap = ArchiveSample(corrected, baseURL: "https://example.org/")
    #expect(try sitemap.text("sitemap.xml").contains("2016-Q1/bulletin.html</loc><lastmod>2016-09-30</lastmod>"))
    for path in ["feeds/country-cz.atom", "developments.jsonl", "sitemap.xml"] {
      #expect(try sitemap.dependencies(path).contains(.issue(corrected[0].period)), "\(path)")
    }
  }

  @Test("What was withdrawn leaves a notice under its id in the feeds of its theme and country, which has no page now")
  func withdrawals() throws {
    for base in [nil, "https://example.org/"] {
      let before = ArchiveSample(Self.withMalta, baseURL: base)
      let after = ArchiveSample(corrected, baseURL: base)
      let id = base == nil ? "urn:emn:bulletin:2016-Q1:mt-boats" : "https://example.org/2016-Q1/bulletin.html#mt-boats"
      for path in ["feeds/country-mt.atom", "feeds/theme-general.atom"] {
        #expect(try before.text(path).contains("<id>\(id)</id>\n<title>Rules on boats"))
        let notice = try after.text(path)
        #expect(notice.contains("<id>\(id)</id>\n<title>Withdrawn: Rules on boats"), "\(path)")
        #expect(
          notice.contains("This entry was withdrawn on 30 September 2016. Withdrawn by Malta. 14th edition, January to")
        )
        #expect(notice.contains("<category term=\"general\" label=\"General policy developments\"/>"))
      }
      #expect(try !after.text("feeds/theme-return.atom").contains("mt-boats"))
      let feed = try after.text("feeds/country-mt.atom")
      #expect(feed.contains("countries/index.html\"/>\n<entry>") && feed.contains("<title>EMN Bulletin: Malta</title>"))
      #expect(!after.pages.contains { $0.path == "countries/mt.html" })
    }
  }

  /// The issues before the withdrawal.
  private static var withMalta: [CompiledIssue] {
    var issues = ArchiveSample.issues()
    let boats = Sample.development("boats", Phrase("Rules on boats to Kosovo"))
    issues[0].sections[0].groups.append(
      .init(
        country: CountryCode("MT"), name: "Malta", anchor: "general-mt",
        entries: [Sample.entry("1.4", "MT", "Malta", boats)]))
    return issues
  }

  @Test("A note stands with each title that uses its name, in feeds and on pages, and nowhere else")
  func notes() throws {
    var issues = Self.withMalta
    issues[0].nameNotes = [NameNote(name: "Kosovo", words: "An older note."), NameNote(name: "Malta", words: "None.")]
    issues[1].nameNotes = [NameNote(name: "Kosovo", words: "The note.")]
    issues[1].sections[0].groups[0].entries[0].development.headline = Phrase("Visits to Kosovo’s neighbours")
    let site = ArchiveSample(issues)
    let paths = site.pages.filter { String(decoding: $0.bytes(), as: UTF8.self).contains("Kosovo</b>: ") }.map(\.path)
    #expect(
      paths == ["countries/ie.html", "countries/mt.html", "themes/general.html", "themes/return.html"]
        + ["threads/cz-law.html"])
    #expect(try site.text("countries/mt.html").contains("<p class=\"remark\"><b>Kosovo</b>: An older note.</p>"))
    #expect(try site.text("themes/return.html").contains("<p class=\"remark\"><b>Kosovo</b>: The note.</p>"))
    #expect(try site.text("feeds/country-mt.atom").contains("March 2016. Kosovo: An older note.</summary>"))
    #expect(try site.dependencies("countries/mt.html").contains(.issue(issues[0].period)))
    #expect(try site.dependencies("threads/cz-law.html").contains(.issue(issues[1].period)))
    let search = try #require(archiveSearch(of: issues).first { $0.path == "search.html" })
    let page = String(decoding: search.bytes(), as: UTF8.self)
    #expect(search.dependencies.contains(.issue(issues[1].period)))
    #expect(page.contains("<b>Kosovo</b>: The note.</p>") && !page.contains("older note"))
  }

  @Test("The data tell what was corrected and withdrawn, and the notes at names")
  func correctedData() throws {
    let site = ArchiveSample(corrected)
    let issue = try site.object("2016-Q1/issue.json")
    let corrections = try #require(issue["corrections"] as? [[String: Any]])
    #expect(corrections.map { $0["date"] as? String } == ["2016-07-01", "2016-09-30"])
    #expect(corrections[0]["entries"] as? [String] == ["uk-visa"])
    let withdrawn = try #require((issue["withdrawn"] as? [[String: Any]])?.first)
    #expect(withdrawn["anchor"] as? String == "mt-boats" && withdrawn["country"] as? String == "MT")
    #expect(withdrawn["theme"] as? String == "general")
    #expect(issue["nameNotes"] as? [[String: String]] == [["name": "Kosovo", "words": "A note."]])
    let lines = try site.text("developments.jsonl").split(separator: "\n")
    #expect(lines.map { $0.contains("\"corrected\":\"2016-07-01\"") } == [false, false, true, false])
  }

  @Test("Feeds and the sitemap are well-formed XML whatever the words are")
  func wellFormed() throws {
    for base in [nil, "https://example.org/\(hostile)"] {
      let site = ArchiveSample(hostile: hostile, baseURL: base)
      for page in site.pages where page.path.hasSuffix(".atom") || page.path.hasSuffix(".xml") {
        let text = String(decoding: page.bytes(), as: UTF8.self)
        #expect(!text.contains("<x>") && !text.contains("\u{1}") && !text.unicodeScalars.contains("\u{FFFE}"))
      }
    }
  }

  @Test("An issue's data have every part of it, with null or an empty list where there is nothing")
  func issue() throws {
    let issue = try ArchiveSample(hostile: hostile).object("2016-Q1/issue.json")
    #expect(issue["edition"] as? Int == 14 && issue["period"] as? String == "2016-Q1")
    #expect(issue["published"] as? String == "2016-04" && issue["$schema"] as? String == "../schema/issue.schema.json")
    let entries = try #require(issue["entries"] as? [[String: Any]])
    let law = entries[1]
    #expect(law["anchor"] as? String == "cz-law" && law["late"] is NSNull)
    #expect(law["headline"] as? [String: String] == ["words": "Zákon o azylu" + hostile, "language": "cs"])
    #expect((law["stages"] as? [[String: String]])?.last == ["stage": "in-force", "date": "2016-06"])
    #expect((law["body"] as? [String])?.count == 2)
    let follows = try #require(entries[2]["follows"] as? [[String: Any]])
    #expect(follows[1]["period"] as? String == "2014-08_2014-11" && follows[1]["id"] as? String == "old")
    let annex = try #require(issue["annex"] as? [String: Any])
    #expect(annex.keys.sorted() == ["events", "outputs", "statistics", "transposition"])
    #expect((annex["events"] as? [[String: Any]])?.map { $0["date"] as? String } == ["2016-01-12", "2016-05-10"])
    #expect(try ArchiveSample().object("2016-Q2/issue.json")["specialNote"] is NSNull)
  }

  @Test("The whole is one development a line, each with its issue and its thread")
  func lines() throws {
    let lines = try ArchiveSample(hostile: "\n" + hostile).text("developments.jsonl").split(separator: "\n")
    let objects = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["anchor"] as? String } == ["eu-agenda", "cz-law", "uk-visa", "ie-visa-force"])
    #expect(objects.map { $0["thread"] as? String } == [nil, "cz-law", "cz-law", "cz-law"])
    #expect(objects[3]["edition"] as? Int == 15 && objects[3]["period"] as? String == "2016-Q2")
    #expect(lines[0].contains("<x>&"))
  }

  @Test("The schema names every member of the data, and no other")
  func schema() throws {
    let site = ArchiveSample()
    let schema = try site.object("schema/issue.schema.json")
    let issue = try site.object("2016-Q1/issue.json")
    let required = try #require(schema["required"] as? [String])
    #expect(required.sorted() == issue.keys.sorted())
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let entry = try #require((issue["entries"] as? [[String: Any]])?.first)
    #expect((definitions["entry"]?["required"] as? [String])?.sorted() == entry.keys.sorted())
  }
}
