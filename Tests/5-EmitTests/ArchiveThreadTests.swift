import Emit
import Model
import Testing

@Suite("Threads of follow-ups")
struct ArchiveThreadTests {
  /// Issues in which each entry, a country and an id, has a first date and continues others.
  private func site(_ issues: [[(id: String, date: String, follows: [(period: String, id: String)])]]) -> [SitePage] {
    archiveSite(
      of: issues.enumerated().map { place, entries in
        var issue = Sample.issue()
        issue.period = Sample.period("2016-Q\(place + 1)")
        let made = entries.map { item in
          let follows = item.follows.map {
            DevelopmentReference(country: CountryCode("NO"), period: Sample.period($0.period), id: $0.id)
          }
          var development = Sample.development(item.id, Phrase("Headline \(item.id)"), follows: follows)
          development.stages = [Stage(.adopted, Sample.date(item.date))]
          return Sample.entry(
            "1.1", "NO", "Norway", development,
            follows: follows.map { Predecessor(reference: $0, headline: Phrase("H")) })
        }
        issue.sections = [
          Section(
            number: 1, heading: "One", anchor: "one",
            groups: [.init(country: CountryCode("NO"), name: "Norway", anchor: "one-no", entries: made)], seeAlso: [])
        ]
        return issue
      }, baseURL: nil)
  }

  private func steps(_ pages: [SitePage], _ path: String) throws -> [String] {
    let page = try #require(pages.first { $0.path == path })
    let text = String(decoding: page.bytes(), as: UTF8.self)
    return text.components(separatedBy: "<h2>").dropFirst().map { part in
      String(part.split(separator: "#")[1].prefix { $0 != "\"" })
    }
  }

  private func threads(_ pages: [SitePage]) -> [String] {
    pages.map(\.path).filter { $0.hasPrefix("threads/") && $0 != "threads/index.html" }
  }

  @Test("Within an issue the date decides, but what continues another stands after it")
  func order() throws {
    let pages = site([
      [("late", "2016-03-01", []), ("early", "2016-01-05", []), ("plan", "2016-03-20", [])],
      [
        ("sum", "2016-04-01", [("2016-Q2", "step")]),
        ("step", "2016-05-01", [("2016-Q1", "late"), ("2016-Q1", "early"), ("2016-Q1", "plan")]),
      ],
    ])
    #expect(threads(pages) == ["threads/no-early.html"])
    #expect(try steps(pages, "threads/no-early.html") == ["no-early", "no-late", "no-plan", "no-step", "no-sum"])
  }

  @Test("Two chains are two threads; an entry on its own and one that continues itself are none")
  func apart() throws {
    let pages = site([
      [
        ("a", "2016-01-01", []), ("b", "2016-01-02", []), ("c", "2016-01-03", []),
        ("d", "2016-02-01", [("2016-Q1", "d")]),
      ],
      [("b-two", "2016-04-01", [("2016-Q1", "b")]), ("a-two", "2016-04-02", [("2016-Q1", "a")])],
      [("e", "2016-07-01", [("2015-Q4", "gone")])],
    ])
    #expect(threads(pages) == ["threads/no-a.html", "threads/no-b.html"])
  }

  @Test("Developments that continue one another in a circle still come to an end")
  func circle() throws {
    let pages = site([
      [("a", "2016-01-01", [("2016-Q1", "c")]), ("b", "2016-01-02", [("2016-Q1", "a")])] + [
        ("c", "2016-01-03", [("2016-Q1", "b")])
      ]
    ])
    #expect(try steps(pages, "threads/no-a.html") == ["no-a", "no-b", "no-c"])
  }

  @Test("An id that a country used twice gives each thread a page of its own")
  func twice() {
    let pages = site([
      [("a", "2016-01-01", []), ("b", "2016-01-02", [("2016-Q1", "a")])],
      [("a", "2016-04-01", []), ("c", "2016-04-02", [("2016-Q2", "a")])],
    ])
    #expect(threads(pages) == ["threads/no-a-2016-q2.html", "threads/no-a.html"])
  }
}
