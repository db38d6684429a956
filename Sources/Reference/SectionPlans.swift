import Model
import XML

/// What the editions are called, and how they group the themes into numbered sections.
public struct SectionPlans: Sendable {
  /// The version of the file.
  public let version: String
  /// The plans by their first edition; each edition has exactly one.
  public let plans: [SectionPlan]
  /// The titles of the series, the oldest first.
  public let titles: [SeriesTitle]

  /// The plans as a document of `sections.xml` has them.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.sections
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    var plans: [SectionPlan] = []
    for plan in root.children("plan") {
      let sections = try SectionPlans.sections(plan)
      for editions in plan.children("editions") { plans.append(try SectionPlan(editions, sections)) }
    }
    plans.sort { $0.fromEdition < $1.fromEdition }
    try SectionPlans.check(plans)
    self.plans = plans
    var titles: [SeriesTitle] = []
    for title in root.children("title") { titles.append(try SeriesTitle(title)) }
    guard !titles.isEmpty else { throw ReferenceError(file, "The series has no title.") }
    self.titles = titles.sorted { $0.fromEdition < $1.fromEdition }
  }

  private static func sections(_ plan: XMLElement) throws(ReferenceError) -> [SectionPlan.Section] {
    let file = ReferenceFile.sections
    var sections: [SectionPlan.Section] = []
    for section in plan.children("section") {
      let themes = try file.attribute("themes", of: section).split(separator: " ").map { ThemeCode(String($0)) }
      sections.append(SectionPlan.Section(heading: try file.attribute("heading", of: section), themes: themes))
    }
    return sections
  }

  /// The plans must cover the editions from 1 on without gap or overlap, and have each theme but once.
  private static func check(_ plans: [SectionPlan]) throws(ReferenceError) {
    let file = ReferenceFile.sections
    var next: Int? = 1
    for plan in plans {
      guard plan.fromEdition == next else {
        throw ReferenceError(file, "The editions before \(plan.fromEdition) have no plan, or more than one.")
      }
      let themes = plan.sections.flatMap(\.themes)
      guard Set(themes).count == themes.count else {
        throw ReferenceError(file, "In the plan from edition \(plan.fromEdition) on, a theme is in two sections.")
      }
      next = plan.toEdition.map { $0 + 1 }
    }
    guard !plans.isEmpty, next == nil else { throw ReferenceError(file, "The newest editions have no plan.") }
  }

  /// The plan of an edition. Numbers below 1, which no edition has, get the first plan.
  public func plan(forEdition edition: Int) -> SectionPlan {
    plans.last { $0.fromEdition <= edition } ?? plans[0]
  }

  /// The title of the series in an edition. Numbers before the first title get that one.
  public func title(ofEdition edition: Int) -> SeriesTitle {
    titles.last { $0.fromEdition <= edition } ?? titles[0]
  }
}

/// The title of the series in a run of editions.
public struct SeriesTitle: Hashable, Sendable {
  /// The title.
  public let words: String
  /// The first edition that has it.
  public let fromEdition: Int
  /// The last edition that has it; `nil` while it is in use.
  public let toEdition: Int?
  /// The ISSN of the series under this title.
  public let issn: String?

  init(_ element: XMLElement) throws(ReferenceError) {
    let file = ReferenceFile.sections
    words = element.text
    guard let from = try file.integer("from", of: element) else {
      throw ReferenceError(file, "<title> lacks the attribute from.")
    }
    fromEdition = from
    toEdition = try file.integer("to", of: element)
    issn = element["issn"]
  }
}

/// The sections of a run of editions.
public struct SectionPlan: Hashable, Sendable {
  /// A numbered section of the contents page.
  public struct Section: Hashable, Sendable {
    /// Its heading.
    public let heading: String
    /// The themes that it gathers.
    public let themes: [ThemeCode]
  }

  /// The first edition.
  public let fromEdition: Int
  /// The last edition; `nil` when the plan is still in use.
  public let toEdition: Int?
  /// Whether an issue of these editions was seen that has these sections.
  public let isVerified: Bool
  /// What editors should know of the plan.
  public let note: String?
  /// The sections, in order; the first is number 1.
  public let sections: [Section]

  init(_ element: XMLElement, _ sections: [Section]) throws(ReferenceError) {
    let file = ReferenceFile.sections
    guard let from = try file.integer("from", of: element) else {
      throw ReferenceError(file, "<editions> lacks the attribute from.")
    }
    fromEdition = from
    toEdition = try file.integer("to", of: element)
    isVerified = element.isVerified
    let words = element.text
    note = words.isEmpty ? nil : words
    self.sections = sections
  }

  /// The place of the section (from 0) that gathers a theme; `nil` when none does.
  public func place(of theme: ThemeCode) -> Int? { sections.firstIndex { $0.themes.contains(theme) } }
}
