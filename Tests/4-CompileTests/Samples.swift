import Compile
import Model
import Reference

/// What the tests of compiling are made of: an issue of 2016-Q1 and small submissions for it.
struct Samples {
  let period: Period
  let compiler: IssueCompiler

  init(glossary: Glossary? = nil) throws {
    let data = try ReferenceData.load()
    guard let period = Period("2016-Q1") else { throw ReferenceError(.sections, "No period.") }
    self.period = period
    compiler = IssueCompiler(
      network: data.network, taxonomy: data.taxonomy, plans: data.sections, thirdCountries: data.names,
      glossary: glossary)
  }

  func development(
    _ id: String, _ theme: String = "return", on date: String = "2016-02-01", further: [String] = [],
    follows: [DevelopmentReference] = []
  ) -> Development {
    Development(
      id: id, kind: .caseLaw, theme: ThemeCode(theme), furtherThemes: further.map { ThemeCode($0) },
      headline: Phrase("Headline \(id)"), stages: PartialDate(date).map { [Stage(.inForce, $0)] } ?? [],
      body: [Paragraph([.text("Body \"\(id)\".")])], follows: follows)
  }

  func submission(_ country: String, _ developments: [Development]) -> Submission {
    Submission(country: CountryCode(country), period: period, status: .final, developments: developments)
  }

  func issue(_ decisions: [(String, Decision.Action)] = [], events: [Event] = []) -> Issue {
    Issue(
      edition: 14, period: period, title: "EMN Bulletin", about: "About.", annex: Annex(events: events),
      decisions: decisions.map { Decision(country: CountryCode($0.0), action: $0.1, reason: "Because.") },
      colophon: [Paragraph([.text("Colophon.")])])
  }

  func compile(
    _ submissions: [Submission], _ decisions: [(String, Decision.Action)] = [],
    predecessors: [DevelopmentReference: Phrase] = [:], isDraft: Bool = false
  ) -> CompiledIssue {
    compiler.compile(
      issue: issue(decisions), submissions: submissions, themes: [:], predecessors: predecessors, isDraft: isDraft)
  }

  func reference(_ country: String, _ id: String) -> DevelopmentReference {
    DevelopmentReference(country: CountryCode(country), period: period, id: id)
  }
}
