import Compile
import Model
import Reference
import Testing

@Suite("Products of several issues")
struct ProductCompilerTests {
  let samples: ProductSamples

  init() throws { samples = try ProductSamples() }

  private func issues() throws -> [CompiledIssue] {
    [
      try samples.issue(
        "2016-Q1", edition: 14,
        [
          .init(country: "SE", id: "s1", date: "2016-01-05"),
          .init(country: "EU", id: "e1", date: "2016-02-05"),
          .init(country: "CZ", id: "c1", theme: "trafficking", date: "2016-02-06", further: ["return"]),
        ]),
      try samples.issue(
        "2016-Q3", edition: 16,
        [
          .init(country: "SE", id: "s2", date: "2016-07-05", follows: ["2016-Q1/s1"]),
          .init(country: "CZ", id: "c2", date: "2016-08-06"),
        ]),
    ]
  }

  @Test("A year stands by the themes of the list, the EU first, numbered anew, with pointers across themes")
  func annual() throws {
    let product = try #require(samples.products.annual(2016, of: try issues()))
    let taxonomy = try ReferenceData.load().taxonomy
    let places = try product.sections.map { try #require(taxonomy.place(of: $0.themeCodes[0])) }
    #expect(places == places.sorted() && product.sections.count == 2)
    #expect(product.sections.map(\.number) == [1, 2])
    let home = try #require(product.sections.first { $0.anchor == "theme-return" })
    #expect(home.groups.map(\.country.rawValue) == ["EU", "CZ", "SE"])
    #expect(home.seeAlso.map(\.anchor) == ["cz-c1"])
    for section in product.sections {
      let numbers = section.groups.flatMap(\.entries).map(\.number)
      #expect(numbers == (1...numbers.count).map { "\(section.number).\($0)" })
    }
    #expect(product.span.words == "January to December 2016")
    #expect(product.colophon.first?.words == "Colophon 16.")
  }

  @Test("A factsheet has one country, by its name on the last day")
  func factsheet() throws {
    let span = try samples.period("2016-01_2016-09")
    let product = try #require(
      samples.products.factsheet(of: CountryCode("CZ"), span: span, issues: try issues()))
    #expect(Set(product.entries.map(\.anchor)) == ["cz-c1", "cz-c2"])
    let name = try ReferenceData.load().network.name(of: CountryCode("CZ"), on: try samples.period("2016-Q3").last)
    #expect(product.subject == name && product.entries.allSatisfy { $0.countryName == name })
    #expect(product.sections.allSatisfy { $0.seeAlso.isEmpty })
  }

  @Test("A digest goes by period, has what touches the theme, and leads from step to step")
  func digest() throws {
    let span = try samples.period("2016-01_2016-09")
    let product = try #require(
      samples.products.digest(of: ThemeCode("return"), span: span, issues: try issues()))
    #expect(product.sections.map(\.heading) == ["January to March 2016", "July to September 2016"])
    #expect(product.entries.map(\.anchor) == ["eu-e1", "cz-c1", "se-s1", "cz-c2", "se-s2"])
    let first = try #require(product.entries.first { $0.anchor == "se-s1" })
    #expect(first.followedBy.map(\.number) == ["2.2"])
    #expect(samples.products.digest(of: ThemeCode("return"), span: span, issues: []) == nil)
  }

  @Test("An id that was used again keeps its place apart")
  func anchors() throws {
    let product = try #require(
      samples.products.annual(
        2016,
        of: [
          try samples.issue("2016-Q1", edition: 14, [.init(country: "NO", id: "a", date: "2016-01-05")]),
          try samples.issue("2016-Q2", edition: 15, [.init(country: "NO", id: "a", date: "2016-05-05")]),
        ]))
    #expect(product.entries.map(\.anchor) == ["no-a", "no-a-2016-q2"])
  }
}

@Suite("Statistics of several issues")
struct StatisticsMergingTests {
  let samples: ProductSamples
  let source = Source(title: Phrase("Eurostat"))

  init() throws { samples = try ProductSamples() }

  private func series(
    _ values: [(String, String, String?)], title: String = "Applicants", period: String? = nil, note: String? = nil
  ) -> Series {
    Series(
      title: title, unit: "persons", period: period,
      values: values.map { .init(label: $0.0, number: $0.1, period: $0.2) }, sources: [source], note: note)
  }

  private func merged(_ first: [Series], _ second: [Series]) throws -> [Series] {
    let issues = [
      try samples.issue("2016-Q1", edition: 14, [], statistics: first),
      try samples.issue("2016-Q2", edition: 15, [], statistics: second),
    ]
    return try #require(samples.products.annual(2016, of: issues)).statistics
  }

  @Test("Identical series stand once")
  func identical() throws {
    let same = series([("Germany", "10", nil), ("France", "5", nil)], period: "2016-Q1", note: "Rounded.")
    #expect(try merged([same], [same]) == [same])
  }

  @Test("The newest value of a measure and period wins, and periods stand in order")
  func newest() throws {
    let result = try merged(
      [series([("EU", "100", "2016-Q1")])], [series([("EU", "200", "2016-Q2"), ("EU", "110", "2016-Q1")])])
    #expect(result == [series([("EU", "110", "2016-Q1"), ("EU", "200", "2016-Q2")])])
  }

  @Test("A value gives way to a later one though the series is cut otherwise")
  func acrossSeries() throws {
    let first = series([("Germany", "10", nil), ("France", "5", nil)], period: "2016-Q1")
    let second = series([("Germany", "11", "2016-Q1"), ("Germany", "12", "2016-Q2")])
    #expect(try merged([first], [second]) == [series([("France", "5", nil)], period: "2016-Q1"), second])
  }

  @Test("Other measures and periods stay apart")
  func apart() throws {
    let first = [series([("EU", "1", nil)], period: "2016-Q1"), series([("EU", "2", nil)], title: "Decisions")]
    let second = [series([("EU", "3", nil)], period: "2016-Q2")]
    #expect(try merged(first, second) == first + second)
  }
}
