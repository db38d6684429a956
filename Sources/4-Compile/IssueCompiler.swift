import Model
import Reference

/// Puts an issue together from what is fit to publish: editors' decisions carried out, entries grouped, ordered and
/// numbered, names and references resolved.
///
/// The result depends on what is handed over, but not on the order of the submissions.
public struct IssueCompiler: Sendable {
  let network: Network
  let taxonomy: Taxonomy
  let plans: SectionPlans
  let thirdCountries: ThirdCountryNames
  private let glossary: Glossary?
  private let forms: FormIndex
  /// Names of countries that have several words. Texts tell of the past as well, so those of all times are among them.
  let longNames: [String]

  /// A compiler that goes by the given reference data. Without a glossary no term is marked or explained.
  public init(
    network: Network, taxonomy: Taxonomy, plans: SectionPlans, thirdCountries: ThirdCountryNames, glossary: Glossary?
  ) {
    self.network = network
    self.taxonomy = taxonomy
    self.plans = plans
    self.thirdCountries = thirdCountries
    self.glossary = glossary
    forms = FormIndex(glossary?.terms ?? [])
    longNames = (network.contributors.flatMap(\.names) + thirdCountries.countries.flatMap(\.names))
      .map(\.name).filter { $0.contains(" ") }
  }

  /// Compiles an issue.
  ///
  /// - Parameters:
  ///   - issue: The editors' file.
  ///   - submissions: Those that are fit to publish, in any order.
  ///   - themes: The decided theme of each development.
  ///   - predecessors: The headlines of published developments of other issues that these follow. What is neither among
  ///     them nor in this issue is not mentioned.
  ///   - isDraft: Whether drafts were let in.
  public func compile(
    issue: Issue, submissions: [Submission], themes: [DevelopmentReference: ThemeDecision],
    predecessors: [DevelopmentReference: Phrase], isDraft: Bool
  ) -> CompiledIssue {
    var candidates = Candidates(submissions, themes: themes)
    candidates.carryOut(issue.decisions, of: issue.period)
    let order = EntryOrder(period: issue.period, placements: candidates.placements)
    let names = CountryNames(network: network, day: issue.period.last)
    let layout = SectionLayout(plan: plans.plan(forEdition: issue.edition), names: names, order: order)
    let followed = candidates.headlines(followedIn: issue.period)
    let printer = EntryPrinter(
      taxonomy: taxonomy, names: names, predecessors: predecessors.merging(followed) { _, own in own })
    var sections = withSuccessors(layout.sections(of: candidates.all, printer), in: issue.period)
    let contributors = network.contributors(during: issue.period).filter { $0.code != .europeanUnion }
    let heard = Set(candidates.all.map(\.country))
    var marking = marking(on: issue.period.last)
    var issue = issue
    marking.mark(&issue.specialNote)
    for place in sections.indices { marking.mark(&sections[place]) }
    var compiled = CompiledIssue(
      issue: issue, isDraft: isDraft, sections: sections, annex: annex(of: issue, names),
      contactPoints: contactPoints(contributors, issue.period, names),
      silent: contributors.filter { !heard.contains($0.code) }.map { names.name(of: $0.code) })
    compiled.nameNotes = nameNotes(in: texts(of: compiled), on: issue.period.last)
    compiled.glossary = marking.explained
    compiled.longNames = longNames
    return compiled
  }

  /// A marking of terms as they were explained on a day.
  func marking(on day: Day) -> GlossaryMarking {
    GlossaryMarking(entries: (glossary?.terms ?? []).map { $0.entry(on: day) }, forms)
  }

  /// Members first, then observers; within both the bulletin's order is kept.
  private func contactPoints(
    _ contributors: [Contributor], _ period: Period, _ names: CountryNames
  ) -> [ContactPoint] {
    let points = contributors.map { contributor in
      ContactPoint(
        country: contributor.code, name: names.name(of: contributor.code), ownNames: contributor.ownNames,
        isObserver: network.membership(of: contributor.code, during: period)?.role == .observer)
    }
    return points.filter { !$0.isObserver } + points.filter(\.isObserver)
  }

  private func annex(of issue: Issue, _ names: CountryNames) -> CompiledAnnex {
    let isOver = { (event: Event) in (event.end ?? event.date).latest <= issue.period.last }
    let events = issue.annex.events.enumerated()
      .sorted { ($0.element.date.earliest, $0.offset) < ($1.element.date.earliest, $1.offset) }
      .map(\.element)
    return CompiledAnnex(
      statistics: issue.annex.statistics,
      transposition: issue.annex.transposition.map { measure in
        CompiledAnnex.Transposition(measure: measure, countries: measure.states.map { names.name(of: $0.country) })
      },
      outputs: issue.annex.outputs,
      upcoming: events.filter { !isOver($0) }, past: events.filter(isOver))
  }
}

/// The English names of an issue's countries: those of its period's last day.
struct CountryNames {
  let network: Network
  let day: Day

  func name(of country: CountryCode) -> String { network.name(of: country, on: day) }

  /// Whether a country stands before another in the bulletin.
  func precedes(_ left: CountryCode, _ right: CountryCode) -> Bool { network.precedes(left, right, on: day) }
}
