import Compile
import Model
import Testing

@Suite("Chains of follow-ups in a year")
struct ProductChainTests {
  let samples: ProductSamples

  init() throws { samples = try ProductSamples() }

  private func annual(_ issues: [CompiledIssue]) throws -> CompiledProduct {
    try #require(samples.products.annual(2016, of: issues))
  }

  @Test("A chain across issues stands once, in its latest state, with all its steps in order")
  func once() throws {
    let product = try annual([
      try samples.issue(
        "2016-Q1", edition: 14,
        [
          .init(country: "NO", id: "bill", date: "2016-02-01", stage: .proposed, follows: ["2015-Q4/plan"]),
          .init(country: "NO", id: "other", date: "2016-03-01"),
        ]),
      try samples.issue(
        "2016-Q2", edition: 15,
        [.init(country: "NO", id: "act", date: "2016-05-01", stage: .adopted, follows: ["2016-Q1/bill"])]),
      try samples.issue(
        "2016-Q4", edition: 17,
        [.init(country: "NO", id: "force", date: "2016-10-01", follows: ["2016-Q2/act"])]),
    ])
    #expect(product.entries.map(\.anchor) == ["no-other", "no-force"])
    #expect(product.entries.map(\.number) == ["1.1", "1.2"])
    let last = try #require(product.entries.last)
    #expect(last.follows.map(\.reference.id) == ["plan", "bill", "act"])
    #expect(last.stages.map(\.date.iso) == ["2016-02-01", "2016-05-01", "2016-10-01"])
    let period = try samples.period("2016-Q4")
    #expect(last.stageLabels.count == 3 && last.period == period)
    #expect(product.editions == [14, 15, 17])
  }

  @Test("The order of the issues does not matter")
  func order() throws {
    let first = try samples.issue("2016-Q1", edition: 14, [.init(country: "NO", id: "a", date: "2016-02-01")])
    let second = try samples.issue(
      "2016-Q2", edition: 15, [.init(country: "NO", id: "b", date: "2016-05-01", follows: ["2016-Q1/a"])])
    #expect(try annual([first, second]) == annual([second, first]))
  }

  @Test("Each branch of a chain is told to its end; where branches meet, once")
  func branches() throws {
    let root = try samples.issue("2016-Q1", edition: 14, [.init(country: "NO", id: "root", date: "2016-02-01")])
    let branches = try samples.issue(
      "2016-Q2", edition: 15,
      [
        .init(country: "NO", id: "left", date: "2016-04-01", follows: ["2016-Q1/root"]),
        .init(country: "NO", id: "right", date: "2016-05-01", follows: ["2016-Q1/root"]),
      ])
    let branched = try annual([root, branches])
    #expect(branched.entries.map(\.development.id) == ["left", "right"])
    #expect(branched.entries.allSatisfy { $0.follows.map(\.reference.id) == ["root"] && $0.stages.count == 2 })
    let meeting = try samples.issue(
      "2016-Q3", edition: 16,
      [.init(country: "NO", id: "end", date: "2016-08-01", follows: ["2016-Q2/left", "2016-Q2/right"])])
    let met = try annual([root, branches, meeting])
    #expect(met.entries.map(\.development.id) == ["end"])
    #expect(met.entries[0].follows.map(\.reference.id) == ["root", "left", "right"])
    #expect(met.entries[0].stages.map(\.date.iso) == ["2016-02-01", "2016-04-01", "2016-05-01", "2016-08-01"])
  }

  @Test("Developments that continue each other, or themselves, are told once all the same")
  func cycles() throws {
    let product = try annual([
      try samples.issue(
        "2016-Q1", edition: 14,
        [
          .init(country: "NO", id: "a", date: "2016-01-01", follows: ["2016-Q1/c"]),
          .init(country: "NO", id: "b", date: "2016-02-01", follows: ["2016-Q1/a"]),
          .init(country: "NO", id: "c", date: "2016-03-01", follows: ["2016-Q1/b"]),
          .init(country: "SE", id: "self", date: "2016-03-01", follows: ["2016-Q1/self"]),
        ])
    ])
    #expect(product.entries.map(\.development.id) == ["c", "self"])
    #expect(product.entries[0].follows.map(\.reference.id) == ["a", "b"] || product.entries[0].follows.count == 2)
    #expect(product.entries[0].stages.count == 3)
  }

  @Test("What another country's development continues stands for itself")
  func acrossCountries() throws {
    let product = try annual([
      try samples.issue("2016-Q1", edition: 14, [.init(country: "EU", id: "rule", date: "2016-02-01")]),
      try samples.issue(
        "2016-Q2", edition: 15, [.init(country: "NO", id: "act", date: "2016-05-01", follows: ["2016-Q1/EU/rule"])]),
    ])
    #expect(product.entries.map(\.anchor) == ["eu-rule", "no-act"])
    #expect(product.entries[1].follows.first?.country == "European Union")
    #expect(product.entries[1].stages.count == 1)
  }

  @Test("A step that a later report dates better stands once")
  func betterDate() throws {
    let product = try annual([
      try samples.issue("2016-Q1", edition: 14, [.init(country: "NO", id: "a", date: "2016-02", stage: .adopted)]),
      try samples.issue(
        "2016-Q2", edition: 15,
        [.init(country: "NO", id: "b", date: "2016-02-11", stage: .adopted, follows: ["2016-Q1/a"])]),
    ])
    #expect(product.entries.map { $0.stages.map(\.date.iso) } == [["2016-02-11"]])
  }
}
