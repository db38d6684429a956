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
