/// The editors' part of one issue: what it holds beside the submissions, and what was decided about them.
public struct Issue: Hashable, Sendable {
  /// The edition's number, from 1.
  public var edition: Int
  /// The period.
  public var period: Period
  /// When it was or will be published, where known.
  public var published: PartialDate?
  /// The series' ISSN, where it has one.
  public var issn: String?
  /// The series' title in its day.
  public var title: String
  /// One paragraph that says what the bulletin is.
  public var about: String
  /// The note on the period's main event.
  public var specialNote: SpecialNote?
  /// The annex.
  public var annex: Annex
  /// The editors' decisions, in the file's order.
  public var decisions: [Decision]
  /// How to reach the network, disclaimer, rights.
  public var colophon: [Paragraph]
  /// Who sends the issue by mail to whom; it is never printed.
  public var mailing: Mailing?

  /// An issue of the given parts.
  public init(
    edition: Int, period: Period, published: PartialDate? = nil, issn: String? = nil, title: String, about: String,
    specialNote: SpecialNote? = nil, annex: Annex = Annex(), decisions: [Decision] = [], colophon: [Paragraph],
    mailing: Mailing? = nil
  ) {
    self.edition = edition
    self.period = period
    self.published = published
    self.issn = issn
    self.title = title
    self.about = about
    self.specialNote = specialNote
    self.annex = annex
    self.decisions = decisions
    self.colophon = colophon
    self.mailing = mailing
  }
}

/// A note on the period's main event.
public struct SpecialNote: Hashable, Sendable {
  /// The headline.
  public var headline: String
  /// One to three paragraphs.
  public var body: [Paragraph]

  /// A note of the given parts.
  public init(headline: String, body: [Paragraph]) {
    self.headline = headline
    self.body = body
  }
}

/// An editor's decision about an entry or a submission, with its reason. Reasons are for the report alone.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Action: Hashable, Sendable {
    /// The entry belongs under this theme, whatever the submission or the classifier says.
    case setTheme(id: String, ThemeCode)
    /// The entry, or without an id the whole submission, is left out.
    case leaveOut(id: String?)
    /// The entry goes into another of the same country.
    case merge(id: String, into: String)
    /// The entry stands right before another of the same country.
    case place(id: String, before: String)
  }

  /// The contributor whom it concerns.
  public var country: CountryCode
  /// What was decided.
  public var action: Action
  /// Why.
  public var reason: String

  /// A decision of the given parts.
  public init(country: CountryCode, action: Action, reason: String) {
    self.country = country
    self.action = action
    self.reason = reason
  }

  /// The ids of the entries that the decision names.
  public var ids: [String] {
    switch action {
    case .setTheme(let id, _): [id]
    case .leaveOut(let id): id.map { [$0] } ?? []
    case .merge(let id, let into): [id, into]
    case .place(let id, let before): [id, before]
    }
  }
}
