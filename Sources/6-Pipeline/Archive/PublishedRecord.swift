import Model

/// What is on record of a published issue, in its `published.json`.
///
/// A regeneration must meet the digests; the versions of reference data and the themes are taken from here, so that
/// nothing that has moved on moves a published issue.
struct PublishedRecord: Equatable, Sendable {
  /// The name of the file in an issue's folder.
  static let fileName = "published.json"

  /// The digests of one state of an issue.
  struct Digests: Equatable, Sendable {
    /// The SHA-256 of the content in its canonical form, in hexadecimal digits.
    var content: String
    /// The SHA-256 of each edition, by the name of its file.
    var editions: [String: String]
    /// The version of the templates.
    var templates: String
  }

  /// A state that a later one replaced.
  struct Former: Equatable, Sendable {
    /// What it was replaced for: a new look, or a correction with its day and reason.
    enum Cause: Equatable, Sendable {
      case restyling
      case correction(Correction)
    }

    var digests: Digests
    var cause: Cause
  }

  var edition: Int
  var period: Period
  /// The version of each reference file that shapes content.
  var reference: [String: String]
  /// The theme of each development, by country and id: `NO/minors-reception`.
  var themes: [String: String]
  var digests: Digests
  /// The states before, the oldest first.
  var former: [Former] = []
  /// Entries that a correction withdrew.
  var withdrawn: [Withdrawal] = []
  /// What readers were told, in short: for saying what has changed.
  var outline: IssueOutline

  /// The corrections, the oldest first.
  var corrections: [Correction] {
    former.compactMap { if case .correction(let correction) = $0.cause { correction } else { nil } }
  }

  /// The theme on record of a development.
  func theme(of reference: DevelopmentReference) -> ThemeCode? {
    themes["\(reference.country.rawValue)/\(reference.id)"].map { ThemeCode($0) }
  }
}

/// An issue in short: what its entries are called, where they stand and when their steps were.
struct IssueOutline: Equatable, Sendable {
  /// One entry.
  struct Entry: Equatable, Sendable {
    var anchor: String
    var number: String
    var headline: Phrase
    var section: String
    var theme: String
    var kind: String
    /// The steps with their dates, such as `Adopted 2016-03-10`.
    var stages: [String]
    /// The digest of the whole entry in its canonical form, without its number.
    var digest: String
  }

  /// The entries in reading order.
  var entries: [Entry]
  /// Who took part, such as `Norway (observer)`.
  var contactPoints: [String]
  /// The digests of the parts beside the entries, by their name for readers.
  var parts: [String: String]
}
