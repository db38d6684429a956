/// The span of time that an issue reports on: a calendar quarter as a rule, any span of months in the early years.
public struct Period: Hashable, Comparable, Sendable {
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day

  /// A period by its name: `2016-Q1`, or a span of months such as `2014-08_2014-11`; `nil` for any other text.
  public init?(_ name: some StringProtocol) {
    let text = String(name)
    if let quarter = Period.quarter(text) {
      self = quarter
      return
    }
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2,
      case .month(let firstYear, let firstMonth)? = PartialDate(parts[0]),
      case .month(let lastYear, let lastMonth)? = PartialDate(parts[1]),
      (firstYear, firstMonth) <= (lastYear, lastMonth)
    else { return nil }
    self.init(from: (firstYear, firstMonth), to: (lastYear, lastMonth))
  }

  /// The span from the first day of a period to the last day of another, which must not end before the first begins.
  public init?(from start: Period, to end: Period) {
    guard start.first <= end.last else { return nil }
    first = start.first
    last = end.last
  }

  private init(from start: (year: Int, month: Int), to end: (year: Int, month: Int)) {
    first = Day(start.year, start.month, 1)
    last = Day(end.year, end.month, Day.count(year: end.year, month: end.month))
  }

  private static func quarter(_ text: String) -> Period? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, case .year(let year)? = PartialDate(parts[0]), parts[1].utf8.count == 2,
      parts[1].first == "Q", let number = Int(parts[1].dropFirst()), (1...4).contains(number)
    else { return nil }
    return Period(from: (year, number * 3 - 2), to: (year, number * 3))
  }

  /// The number of the quarter, 1 to 4; `nil` when the period is not a calendar quarter.
  public var quarter: Int? {
    guard first.year == last.year, first.month % 3 == 1, last.month == first.month + 2 else { return nil }
    return last.month / 3
  }

  /// The name that stands in files and on folders: `2016-Q1` or `2014-08_2014-11`.
  public var name: String {
    if let quarter { return "\(padded(first.year, 4))-Q\(quarter)" }
    return PartialDate.month(year: first.year, month: first.month).iso + "_"
      + PartialDate.month(year: last.year, month: last.month).iso
  }

  /// The period as texts write it: `January to March 2016`, `November 2014 to February 2015`.
  public var words: String {
    if first.year != last.year {
      return "\(monthName(first.month)) \(first.year) to \(monthName(last.month)) \(last.year)"
    }
    if first.month == last.month { return "\(monthName(first.month)) \(first.year)" }
    return "\(monthName(first.month)) to \(monthName(last.month)) \(first.year)"
  }

  /// Whether a date falls in the period, as far as the date is known: all days that it may mean must do so, but for
  /// a year, of which one day is enough.
  public func contains(_ date: PartialDate) -> Bool {
    if case .year = date { return date.earliest <= last && first <= date.latest }
    return first <= date.earliest && date.latest <= last
  }

  /// The edition number that the period has by the rule in force since 2015-Q4 (edition 13, one edition a quarter);
  /// `nil` for earlier and irregular periods, whose numbers follow no rule.
  public var ruledEdition: Int? {
    guard let quarter else { return nil }
    let count = (first.year - 2015) * 4 + quarter - 4
    return count >= 0 ? 13 + count : nil
  }

  /// Periods are ordered by their first day, then by their last.
  public static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}
