/// What one contributor submits for one period.
///
/// Contact details and notes to the editors stand in a submission's file, but not in this value: nothing downstream
/// can publish what it never gets.
public struct Submission: Hashable, Sendable {
  /// Who submits.
  public var country: CountryCode
  /// The period reported on.
  public var period: Period
  /// Whether it may be published.
  public var status: Status
  /// When it was finished, where known.
  public var date: Day?
  /// The developments, in the submission's order.
  public var developments: [Development]

  /// A submission of the given parts.
  public init(
    country: CountryCode, period: Period, status: Status, date: Day? = nil, developments: [Development]
  ) {
    self.country = country
    self.period = period
    self.status = status
    self.date = date
    self.developments = developments
  }
}
