/// A calendar day, without time or time zone.
public struct Day: Hashable, Comparable, Sendable {
  /// The year, 0 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// A day by its numbers; `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Day.count(year: year, month: month)).contains(day) else { return nil }
    self.init(year, month, day)
  }

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day in ISO 8601 form such as `2016-04-15`; `nil` for anything else.
  public init?(_ iso: some StringProtocol) {
    guard case .day(let day)? = PartialDate(iso) else { return nil }
    self = day
  }

  /// The number of days of a month, by the Gregorian calendar.
  public static func count(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
