/// A correction of an issue after it was published.
public struct Correction: Hashable, Sendable {
  /// The day of the correction.
  public var date: Day
  /// Why it was made, as readers are told.
  public var reason: String

  /// A correction on a day, with its reason.
  public init(date: Day, reason: String) {
    self.date = date
    self.reason = reason
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

  /// A withdrawn entry of the given parts.
  public init(anchor: String, headline: Phrase, date: Day) {
    self.anchor = anchor
    self.headline = headline
    self.date = date
  }
}
