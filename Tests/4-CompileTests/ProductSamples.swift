import Compile
import Model
import Reference

/// Issues of several periods, made of small submissions, and the compiler of products on top of theirs.
struct ProductSamples {
  let samples: Samples
  let products: ProductCompiler

  init(glossary: Glossary? = nil) throws {
    samples = try Samples(glossary: glossary)
    products = ProductCompiler(samples.compiler)
  }

  /// A development of a country as tests write it: its id, its theme, the date of its step, what it continues.
  struct Item {
    var country: String
    var id: String
    var theme = "return"
    var date: String
    var stage = StageType.inForce
    var further: [String] = []
    /// What it continues, as `2016-Q1/id` or `2016-Q1/SE/id`.
    var follows: [String] = []
  }

  func period(_ name: String) throws -> Period {
    guard let period = Period(name) else { throw ReferenceError(.sections, "No period: \(name)") }
    return period
  }

  /// Compiles an issue of a period.
  func issue(_ name: String, edition: Int, _ items: [Item], statistics: [Series] = []) throws -> CompiledIssue {
    let period = try period(name)
    var submissions: [Submission] = []
    var predecessors: [DevelopmentReference: Phrase] = [:]
    for country in Set(items.map(\.country)).sorted() {
      let developments = try items.filter { $0.country == country }.map { item in
        let follows = try item.follows.map { try reference($0, from: country) }
        for reference in follows { predecessors[reference] = Phrase("Headline \(reference.id)") }
        var development = samples.development(
          item.id, item.theme, on: item.date, further: item.further, follows: follows)
        development.stages = PartialDate(item.date).map { [Stage(item.stage, $0)] } ?? []
        return development
      }
      submissions.append(
        Submission(country: CountryCode(country), period: period, status: .final, developments: developments))
    }
    let issue = Issue(
      edition: edition, period: period, title: "EMN Bulletin", about: "About.",
      annex: Annex(statistics: statistics), colophon: [Paragraph([.text("Colophon \(edition).")])])
    return samples.compiler.compile(
      issue: issue, submissions: submissions, themes: [:], predecessors: predecessors, isDraft: false)
  }

  private func reference(_ words: String, from country: String) throws -> DevelopmentReference {
    let parts = words.split(separator: "/").map(String.init)
    return DevelopmentReference(
      country: CountryCode(parts.count == 3 ? parts[1] : country), period: try period(parts[0]),
      id: parts[parts.count - 1])
  }
}
