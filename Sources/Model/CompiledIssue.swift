/// An issue ready to be published: ordered, grouped and numbered, with every name and reference resolved.
///
/// Both editions are written from this value and from nothing else.
public struct CompiledIssue: Hashable, Sendable {
  /// The edition's number.
  public var edition: Int
  /// The period.
  public var period: Period
  /// When it was or will be published, where known.
  public var published: PartialDate?
  /// The series' ISSN, where it has one.
  public var issn: String?
  /// The series' title in its day.
  public var title: String
  /// Whether drafts were let in: every page then says so.
  public var isDraft: Bool
  /// What the bulletin is, in one paragraph.
  public var about: String
  /// The note on the period's main event.
  public var specialNote: SpecialNote?
  /// The edition's sections that have entries or headings, in order.
  public var sections: [Section]
  /// The annex.
  public var annex: CompiledAnnex
  /// The contributors during the period, in the bulletin's order.
  public var contactPoints: [ContactPoint]
  /// The names of the contributors from whom the issue reports no development.
  public var silent: [String]
  /// How to reach the network, disclaimer, rights.
  public var colophon: [Paragraph]
  /// What was corrected after publication, the oldest first.
  public var corrections: [Correction] = []
  /// Entries that were published and then withdrawn.
  public var withdrawn: [Withdrawal] = []
  /// What EU texts note at names that the issue uses.
  public var nameNotes: [NameNote] = []
  /// The terms that the issue explains, in alphabetical order.
  public var glossary: [GlossaryTerm] = []
  /// Names of countries, at any time, that have several words: no line breaks within them.
  public var longNames: [String] = []

  /// An issue of the given parts.
  public init(
    issue: Issue, isDraft: Bool, sections: [Section], annex: CompiledAnnex, contactPoints: [ContactPoint],
    silent: [String]
  ) {
    edition = issue.edition
    period = issue.period
    published = issue.published
    issn = issue.issn
    title = issue.title
    about = issue.about
    specialNote = issue.specialNote
    colophon = issue.colophon
    self.isDraft = isDraft
    self.sections = sections
    self.annex = annex
    self.contactPoints = contactPoints
    self.silent = silent
  }

  /// All entries, in reading order.
  public var entries: [Entry] {
    sections.flatMap { $0.groups.flatMap(\.entries) }
  }

  /// How many entries there are.
  public var entryCount: Int {
    sections.reduce(0) { $1.groups.reduce($0) { $0 + $1.entries.count } }
  }
}

/// A numbered section of an issue.
public struct Section: Hashable, Sendable {
  /// The number, from 1.
  public var number: Int
  /// The heading in that edition.
  public var heading: String
  /// The id of its place in pages.
  public var anchor: String
  /// The EU part first, then one group for each country.
  public var groups: [Group]
  /// Entries of other sections that touch one of its themes too.
  public var seeAlso: [CrossReference]
  /// The themes of the list that the edition gathers under the heading, with their names for readers.
  public var themes: [(code: ThemeCode, label: String)] { zip(themeCodes, themeLabels).map { ($0, $1) } }
  /// The codes of its themes.
  public var themeCodes: [ThemeCode] = []
  /// The names of its themes, beside their codes.
  public var themeLabels: [String] = []

  /// A section of the given parts.
  public init(number: Int, heading: String, anchor: String, groups: [Group], seeAlso: [CrossReference]) {
    self.number = number
    self.heading = heading
    self.anchor = anchor
    self.groups = groups
    self.seeAlso = seeAlso
  }

  /// The entries of one contributor in a section.
  public struct Group: Hashable, Sendable {
    /// The contributor.
    public var country: CountryCode
    /// Its English name on the period's last day.
    public var name: String
    /// The id of the group's place in pages.
    public var anchor: String
    /// Its entries, in order.
    public var entries: [Entry]

    /// A group of the given parts.
    public init(country: CountryCode, name: String, anchor: String, entries: [Entry]) {
      self.country = country
      self.name = name
      self.anchor = anchor
      self.entries = entries
    }
  }

  /// A pointer to an entry that stands elsewhere in the issue.
  public struct CrossReference: Hashable, Sendable {
    /// The entry's number.
    public var number: String
    /// The id of its place in pages.
    public var anchor: String
    /// Its contributor's name.
    public var country: String
    /// Its headline.
    public var headline: Phrase

    /// A pointer of the given parts.
    public init(number: String, anchor: String, country: String, headline: Phrase) {
      self.number = number
      self.anchor = anchor
      self.country = country
      self.headline = headline
    }

    /// A pointer to an entry.
    public init(_ entry: Entry) {
      self.init(
        number: entry.number, anchor: entry.anchor, country: entry.countryName, headline: entry.development.headline)
    }
  }
}

/// One development as an issue prints it.
public struct Entry: Hashable, Sendable {
  /// Its number in the issue: section, dot, place in it.
  public var number: String
  /// The id of its place in pages, which carries the country: `no-minors-reception`.
  public var anchor: String
  /// Its contributor.
  public var country: CountryCode
  /// Its contributor's name.
  public var countryName: String
  /// The theme under which it stands.
  public var theme: ThemeCode
  /// The kind in words.
  public var kindLabel: String
  /// The steps in words, each with its date.
  public var stages: [(label: String, date: PartialDate)] {
    development.stages.enumerated().map { (stageLabels[$0.offset], $0.element.date) }
  }
  /// The labels of the development's stages, beside them.
  public var stageLabels: [String]
  /// What the contributor submitted.
  @Shared public var development: Development
  /// The earlier developments that it continues.
  public var follows: [Predecessor]
  /// The entries of the same issue that continue it, in reading order.
  public var followedBy: [Section.CrossReference] = []
  /// The period in which it was reported, where entries of several issues stand together.
  public var period: Period?

  /// An entry of the given parts.
  public init(
    number: String, anchor: String, country: CountryCode, countryName: String, theme: ThemeCode, kindLabel: String,
    stageLabels: [String], development: Development, follows: [Predecessor]
  ) {
    self.number = number
    self.anchor = anchor
    self.country = country
    self.countryName = countryName
    self.theme = theme
    self.kindLabel = kindLabel
    self.stageLabels = stageLabels
    self.development = development
    self.follows = follows
  }
}

/// An earlier development that an entry continues.
public struct Predecessor: Hashable, Sendable {
  /// Its address.
  public var reference: DevelopmentReference
  /// Its headline, as it was published.
  public var headline: Phrase
  /// The name of its country, when it is another than the entry's.
  public var country: String?

  /// An earlier development of the given parts.
  public init(reference: DevelopmentReference, headline: Phrase, country: String? = nil) {
    self.reference = reference
    self.headline = headline
    self.country = country
  }
}

/// The annex, with names resolved and events sorted.
public struct CompiledAnnex: Hashable, Sendable {
  /// Series of figures.
  public var statistics: [Series]
  /// The state of transposition; each state's country is a name.
  public var transposition: [Transposition]
  /// Other outputs of the network.
  public var outputs: [Output]
  /// Events that are not over at the period's end.
  public var upcoming: [Event]
  /// Events that are over then.
  public var past: [Event]

  /// A directive with the names of the countries.
  public struct Transposition: Hashable, Sendable {
    /// What was submitted.
    public var measure: TranspositionMeasure
    /// The countries' names, beside its states.
    public var countries: [String]

    /// A directive with the names of the countries.
    public init(measure: TranspositionMeasure, countries: [String]) {
      self.measure = measure
      self.countries = countries
    }
  }

  /// An annex of the given parts.
  public init(
    statistics: [Series], transposition: [Transposition], outputs: [Output], upcoming: [Event], past: [Event]
  ) {
    self.statistics = statistics
    self.transposition = transposition
    self.outputs = outputs
    self.upcoming = upcoming
    self.past = past
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool {
    statistics.isEmpty && transposition.isEmpty && outputs.isEmpty && upcoming.isEmpty && past.isEmpty
  }
}

/// A contributor as the list of contact points shows it.
public struct ContactPoint: Hashable, Sendable {
  /// The code.
  public var country: CountryCode
  /// The English name on the period's last day.
  public var name: String
  /// Names in the country's own languages.
  public var ownNames: [Phrase]
  /// Whether it takes part as an observer.
  public var isObserver: Bool

  /// A contact point of the given parts.
  public init(country: CountryCode, name: String, ownNames: [Phrase], isObserver: Bool) {
    self.country = country
    self.name = name
    self.ownNames = ownNames
    self.isObserver = isObserver
  }
}
