import Foundation
import Model
import Search
import Testing

@Suite("The index of an archive")
struct SearchIndexTests {
  private func ids(_ request: SearchRequest, in archive: ArchiveSample) throws -> [String] {
    try archive.index().search(request).shown.map(\.id)
  }

  @Test(
    "Words are found folded, whole or as the beginning that was typed last",
    arguments: [
      ("REFUGEES turkiye", ["camp"]), ("camp", ["camp", "office"]), ("camp ", ["camp"]), ("campai", ["office"]),
      ("minor ", ["minors"]), ("minors ", ["minors"]), ("minors", ["minors"]), ("minori", ["office"]),
      ("norway", ["camp", "minors"]), ("32013L0033", ["minors"]), ("konigstrasse", ["office"]), ("nowhere", []),
      ("\"reception of refugees\"", ["camp"]), ("\"of reception\"", []), ("\"end start\"", []), ("\"start end\"", []),
    ])
  func words(_ query: String, _ expected: [String]) throws {
    let archive = try ArchiveSample.three()
    #expect(try ids(SearchRequest(query: SearchQuery(query)), in: archive).sorted() == expected)
  }

  @Test("A word in the headline outweighs one in the text, and the newer of two equals comes first")
  func order() throws {
    let archive = try ArchiveSample([
      .init(period: "2015-Q4", id: "old", headline: "Visa", body: ["Plain text."]),
      .init(period: "2016-Q1", id: "text", headline: "Plain", body: ["Visa text."]),
      .init(period: "2016-Q1", id: "new", headline: "Visa", body: ["Plain text."]),
    ])
    #expect(try ids(SearchRequest(query: SearchQuery("visa")), in: archive) == ["new", "old", "text"])
  }

  @Test("Each filter lets any of its values through, and all filters together narrow")
  func filters() throws {
    let archive = try ArchiveSample.three()
    func found(_ filters: [SearchFilter: [String]], since: String? = nil, until: String? = nil) throws -> [String] {
      let request = SearchRequest(
        query: SearchQuery(""), filters: filters, since: since.flatMap { Period($0) },
        until: until.flatMap { Period($0) })
      return try ids(request, in: archive)
    }
    #expect(try found([.country: ["NO"]]) == ["minors", "camp"], "the newest first")
    #expect(try found([.country: ["norway", "SE"]]) == ["minors", "office", "camp"])
    #expect(try found([.theme: ["return"]]) == ["minors"], "a further theme counts")
    #expect(try found([.country: ["SE"], .theme: ["return"]]) == [])
    #expect(try found([.act: ["32013l0033"]]) == ["minors"])
    #expect(try found([.stage: ["in-force"], .kind: ["policy"]]) == ["office"])
    #expect(try found([.stage: ["ratified"]]) == [], "a stage that there can be")
    #expect(try found([.year: ["2015"]]) == ["office", "camp"], "an issue over the turn of a year belongs to both")
    #expect(try found([.year: ["2016"]]) == ["minors", "office"])
    #expect(try found([:], since: "2016-Q1") == ["minors"])
    #expect(try found([:], until: "2015-Q4") == ["camp"])
  }

  @Test("A value that occurs nowhere is refused, with what may have been meant")
  func unknown() throws {
    let archive = try ArchiveSample.three()
    func refusal(_ filter: SearchFilter, _ value: String) -> String? {
      do {
        _ = try archive.index().search(SearchRequest(query: SearchQuery(""), filters: [filter: [value]]))
        return nil
      } catch { return "\(error)" }
    }
    #expect(refusal(.theme, "retrun")?.contains("Did you mean “return”?") == true)
    #expect(refusal(.country, "Norwya")?.contains("“NO” (Norway)") == true)
    #expect(refusal(.act, "1' OR '1'='1")?.hasSuffix("There is 32013L0033.") == true)
  }

  @Test("No query breaks the language of the index, whatever is typed")
  func oddQueries() throws {
    let archive = try ArchiveSample.three()
    let index = try archive.index()
    let parts = [
      "\"", "“", "”", "*", ":", "(", ")", "{", "}", "^", "+", "-", "--", ";", "'", "''", "\\", "%", "_", "?", "@",
      "\u{0}",
      "\u{1}", "\u{1E}", "AND", "OR", "NOT", "NEAR", "NEAR(", "headline:", "words", "DROP TABLE words;", "rank",
      "minor",
      "é", "e\u{301}", "\u{301}", "ß", "İ", "日本", "🇳🇴", "👩‍👩‍👧", "\u{202E}", "ﷺ", " ", "\n", "\t", "9", "a",
      String(repeating: "x", count: 500),
    ]
    var random = Seeded(state: 7)
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let query = SearchQuery(text)
      let results = try index.search(SearchRequest(query: query, limit: 0))
      #expect(results.count == results.shown.count)
      #expect(!query.isEmpty || results.count == 3)
    }
    #expect(try index.search(SearchRequest(query: SearchQuery("camp"))).count == 2, "the index is as it was")
  }

  @Test("Control characters of a text do nothing to a terminal, and what was sought is in bold only where it shows")
  func text() throws {
    let archive = try ArchiveSample([
      .init(
        id: "odd", headline: "Odd \u{1B}[31mred\u{202E} minors", body: [String(repeating: "minor words ", count: 60)])
    ])
    let results = try archive.index().search(SearchRequest(query: SearchQuery("minor")))
    let plain = String(decoding: resultsAsText(results, site: "output/archive", isBold: false), as: UTF8.self)
    #expect(!plain.contains("\u{1B}") && plain.contains("<U+001B>[31mred<U+202E> minors"))
    #expect(plain.contains("    output/archive/2016-Q1/bulletin.html#no-odd\n"))
    #expect(plain.hasSuffix("\n1 development.\n"))
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let bold = String(decoding: resultsAsText(results, site: "output/archive", isBold: true), as: UTF8.self)
    #expect(bold.contains("\u{1B}[1mminors\u{1B}[0m"))
  }

  @Test("A line that is not as the archive writes it is told with its number")
  func unreadable() throws {
    let archive = try ArchiveSample([.init(id: "a"), .init(id: "b")])
    try archive.append("{\"period\":\"2016-Q1\"}\n")
    #expect(throws: SearchProblem.unreadableArchive(path: archive.lines, line: 3)) { try archive.index() }
  }
}

/// Numbers that look random and are the same in each run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
