import Model

/// What is asked of the archive: words, and what the filters let through.
public struct SearchRequest: Sendable {
  /// What must occur in a development.
  public var query: SearchQuery
  /// For each filter that is set, the values that it lets through, as somebody wrote them: codes or names.
  public var filters: [SearchFilter: [String]]
  /// The period with which the issues begin.
  public var since: Period?
  /// The period with which the issues end.
  public var until: Period?
  /// The most developments that are shown; 0 shows all.
  public var limit: Int

  /// A request of the given parts.
  public init(
    query: SearchQuery, filters: [SearchFilter: [String]] = [:], since: Period? = nil, until: Period? = nil,
    limit: Int = 20
  ) {
    self.query = query
    self.filters = filters
    self.since = since
    self.until = until
    self.limit = limit
  }
}

/// What a search found.
public struct SearchResults: Equatable, Sendable {
  /// How many developments meet the request.
  public var count: Int
  /// How many would meet it without its filters; told where none meets it with them.
  public var unfilteredCount: Int
  /// Those that are shown, the best first.
  public var shown: [FoundDevelopment]
  /// Whether words were sought, by which one development is better than another.
  public var isRanked: Bool
}

/// A development that was found.
public struct FoundDevelopment: Equatable, Sendable {
  /// A stage with its date, both as codes.
  public struct Step: Equatable, Sendable {
    /// The stage, such as `in-force`.
    public var stage: String
    /// The date as it is known: a day, a month or a year.
    public var date: String
  }

  /// The period of its issue.
  public var period: String
  /// The number of its edition.
  public var edition: Int
  /// When its issue was published, where known.
  public var published: String?
  /// Its id, unique for its country.
  public var id: String
  /// Its place in the page.
  public var anchor: String
  /// Its country's code.
  public var country: String
  /// Its country's name in its issue.
  public var countryName: String
  /// Its theme's code.
  public var theme: String
  /// Its theme's name in its issue.
  public var themeLabel: String
  /// The codes of other themes that it touches.
  public var furtherThemes: [String]
  /// What sort of development it is.
  public var kind: String
  /// Its stages.
  public var stages: [Step]
  /// The language of its headline.
  public var language: String
  /// Its headline, with what was sought marked.
  public var headline: [MarkedText]
  /// A part of its text, with what was sought marked.
  public var excerpt: [MarkedText]
}

/// A piece of a text that was searched.
public struct MarkedText: Equatable, Sendable {
  /// The words.
  public var text: String
  /// Whether they are what was sought.
  public var isMatch: Bool

  /// A piece of a text.
  public init(_ text: String, isMatch: Bool = false) {
    self.text = text
    self.isMatch = isMatch
  }
}
