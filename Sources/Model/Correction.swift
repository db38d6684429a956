/// A correction of an issue after it was published.
public struct Correction: Hashable, Sendable {
  /// The day of the correction.
  public var date: Day
  /// Why it was made, as readers are told.
  public var reason: String
  /// The places in pages of the entries that it changed or added, in reading order: what it corrected beside entries
  /// names none.
  public var entries: [String]

  /// A correction on a day, with its reason and what it changed.
  public init(date: Day, reason: String, entries: [String] = []) {
    self.date = date
    self.reason = reason
    self.entries = entries
  }
}

/// An entry that was published and then withdrawn: its place in pages stays, with a notice.
public struct Withdrawal: Hashable, Sendable {
  /// The id of its place in pages.
  public var anchor: String
  /// The headline under which it was published.
  public var headline: Phrase
  /// The day on which it was withdrawn.
  public var date: Day
  /// The theme under which it was published, where that is on record.
  public var theme: ThemeCode?

  /// A withdrawn entry of the given parts.
  public init(anchor: String, headline: Phrase, date: Day, theme: ThemeCode? = nil) {
    self.anchor = anchor
    self.headline = headline
    self.date = date
    self.theme = theme
  }

  /// Its contributor, whose code opens its place in pages.
  public var country: CountryCode { CountryCode(String(anchor.prefix { $0 != "-" }).uppercased()) }
}
