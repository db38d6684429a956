/// A product made of several issues, ready to be published: chosen, ordered, grouped and numbered.
///
/// Both of its forms are written from this value and from nothing else.
public struct CompiledProduct: Hashable, Sendable {
  /// What sort of product.
  public enum Kind: String, CaseIterable, Sendable {
    /// A year's developments, theme by theme.
    case annual
    /// One country's developments, theme by theme.
    case factsheet
    /// One theme's developments, period by period.
    case digest
  }

  /// What sort of product.
  public var kind: Kind
  /// What it is about: the year, the country's name, the theme's name.
  public var subject: String
  /// The span of time that it covers.
  public var span: Period
  /// The title of the series in the latest of the issues.
  public var series: String
  /// The numbers of the editions that it is made of, in order of their periods.
  public var editions: [Int]
  /// Whether drafts were let in: every page then says so.
  public var isDraft: Bool
  /// The sections that have entries, in order.
  public var sections: [Section]
  /// Series of figures.
  public var statistics: [Series] = []
  /// How to reach the network, disclaimer, rights: those of the latest issue.
  public var colophon: [Paragraph]
  /// What EU texts note at names that the product uses.
  public var nameNotes: [NameNote] = []
  /// The terms that the product explains, in alphabetical order.
  public var glossary: [GlossaryTerm] = []
  /// Names of countries, at any time, that have several words: no line breaks within them.
  public var longNames: [String] = []

  /// A product of the given parts.
  public init(
    kind: Kind, subject: String, span: Period, series: String, editions: [Int], isDraft: Bool, sections: [Section],
    colophon: [Paragraph]
  ) {
    self.kind = kind
    self.subject = subject
    self.span = span
    self.series = series
    self.editions = editions
    self.isDraft = isDraft
    self.sections = sections
    self.colophon = colophon
  }

  /// All entries, in reading order.
  public var entries: [Entry] {
    sections.flatMap { $0.groups.flatMap(\.entries) }
  }
}
