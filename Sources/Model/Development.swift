/// One development: one thing that changed in law or policy, as a contributor submits it.
public struct Development: Hashable, Sendable {
  /// The id, unique for a country, for good.
  public var id: String
  /// What sort of development it is.
  public var kind: Kind
  /// The theme that the contributor declared; `nil` when it left that to the editors.
  public var theme: ThemeCode?
  /// Other themes that it touches.
  public var furtherThemes: [ThemeCode]
  /// What changed, in a few words.
  public var headline: Phrase
  /// The steps with their dates, in the submission's order.
  public var stages: [Stage]
  /// Why it is reported in this period when no stage falls in it.
  public var late: String?
  /// The text, one to a few paragraphs.
  public var body: [Paragraph]
  /// Figures that belong to it.
  public var figures: [Figure]
  /// The legal acts that make the change.
  public var acts: [Act]
  /// The acts of the EU that it transposes or applies.
  public var euActs: [EUAct]
  /// Where the facts can be read.
  public var sources: [Source]
  /// Earlier developments that it continues.
  public var follows: [DevelopmentReference]

  /// A development of the given parts.
  public init(
    id: String, kind: Kind, theme: ThemeCode? = nil, furtherThemes: [ThemeCode] = [], headline: Phrase,
    stages: [Stage], late: String? = nil, body: [Paragraph], figures: [Figure] = [], acts: [Act] = [],
    euActs: [EUAct] = [], sources: [Source] = [], follows: [DevelopmentReference] = []
  ) {
    self.id = id
    self.kind = kind
    self.theme = theme
    self.furtherThemes = furtherThemes
    self.headline = headline
    self.stages = stages
    self.late = late
    self.body = body
    self.figures = figures
    self.acts = acts
    self.euActs = euActs
    self.sources = sources
    self.follows = follows
  }
}

/// A step of a development, with its date.
public struct Stage: Hashable, Sendable {
  /// Which step.
  public var type: StageType
  /// When, as exact as the source gives it.
  public var date: PartialDate

  /// A step on a date.
  public init(_ type: StageType, _ date: PartialDate) {
    self.type = type
    self.date = date
  }
}

/// The address of a development for good: its country, the period in which it was reported, and its id.
public struct DevelopmentReference: Hashable, Sendable {
  /// The country.
  public var country: CountryCode
  /// The period.
  public var period: Period
  /// The id.
  public var id: String

  /// An address of the three.
  public init(country: CountryCode, period: Period, id: String) {
    self.country = country
    self.period = period
    self.id = id
  }
}
