/// The annex of an issue.
public struct Annex: Hashable, Sendable {
  /// Series of figures.
  public var statistics: [Series]
  /// The state of transposition, directive by directive.
  public var transposition: [TranspositionMeasure]
  /// Other outputs of the network.
  public var outputs: [Output]
  /// Events past and upcoming.
  public var events: [Event]

  /// An annex of the given parts.
  public init(
    statistics: [Series] = [], transposition: [TranspositionMeasure] = [], outputs: [Output] = [],
    events: [Event] = []
  ) {
    self.statistics = statistics
    self.transposition = transposition
    self.outputs = outputs
    self.events = events
  }
}

/// Figures of one measure that belong together.
public struct Series: Hashable, Sendable {
  /// One figure.
  public struct Value: Hashable, Sendable {
    /// Of whom or where.
    public var label: String
    /// The number as a decimal numeral.
    public var number: String
    /// Its own period or day, where it is not the series'.
    public var period: String?
    /// Whether it is the whole of which the series' other figures are parts.
    public var isTotal: Bool

    /// A figure of the given parts.
    public init(label: String, number: String, period: String? = nil, isTotal: Bool = false) {
      self.label = label
      self.number = number
      self.period = period
      self.isTotal = isTotal
    }
  }

  /// The measure and its breakdown.
  public var title: String
  /// What is counted.
  public var unit: String
  /// The period or day of the figures: a year, a quarter, a month or a day in the form of the schema.
  public var period: String?
  /// The figures, in order.
  public var values: [Value]
  /// Who made them.
  public var sources: [Source]
  /// What a reader must know of them.
  public var note: String?

  /// A series of the given parts.
  public init(
    title: String, unit: String, period: String? = nil, values: [Value], sources: [Source], note: String? = nil
  ) {
    self.title = title
    self.unit = unit
    self.period = period
    self.values = values
    self.sources = sources
    self.note = note
  }
}

/// A directive and how far the Member States are with it.
public struct TranspositionMeasure: Hashable, Sendable {
  /// One country's state, in words.
  public struct State: Hashable, Sendable {
    /// The country.
    public var country: CountryCode
    /// Its state.
    public var words: String

    /// A country's state.
    public init(country: CountryCode, words: String) {
      self.country = country
      self.words = words
    }
  }

  /// The directive's short name.
  public var title: String
  /// Its CELEX number.
  public var celex: String
  /// The day by which it had to be transposed.
  public var deadline: PartialDate?
  /// The states, in the file's order.
  public var states: [State]
  /// Who says so.
  public var sources: [Source]

  /// A measure of the given parts.
  public init(title: String, celex: String, deadline: PartialDate? = nil, states: [State], sources: [Source]) {
    self.title = title
    self.celex = celex
    self.deadline = deadline
    self.states = states
    self.sources = sources
  }
}

/// Another output of the network.
public struct Output: Hashable, Sendable {
  /// What sort of output; the schema of issues closes this list.
  public enum Kind: String, CaseIterable, Sendable {
    case study, inform
    case adHocQuery = "ad-hoc-query"
    case annualReport = "annual-report"
    case other
  }

  /// What sort of output.
  public var kind: Kind
  /// Its title.
  public var title: Phrase
  /// When it came out.
  public var date: PartialDate?
  /// The link.
  public var href: String?

  /// An output of the given parts.
  public init(kind: Kind, title: Phrase, date: PartialDate? = nil, href: String? = nil) {
    self.kind = kind
    self.title = title
    self.date = date
    self.href = href
  }
}

/// An event of the network.
public struct Event: Hashable, Sendable {
  /// Its title.
  public var title: Phrase
  /// Its day, or its first.
  public var date: PartialDate
  /// Its last day, when it has several.
  public var end: PartialDate?
  /// Where.
  public var place: String?
  /// By whom.
  public var organiser: String?
  /// The link.
  public var href: String?

  /// An event of the given parts.
  public init(
    title: Phrase, date: PartialDate, end: PartialDate? = nil, place: String? = nil, organiser: String? = nil,
    href: String? = nil
  ) {
    self.title = title
    self.date = date
    self.end = end
    self.place = place
    self.organiser = organiser
    self.href = href
  }
}
