import Glibc
import Model

/// A second in time, as the desk's clock counts them.
public struct Moment: Hashable, Comparable, Sendable {
  /// The seconds since the beginning of 1970 in UTC.
  public let seconds: Int

  /// A moment by its seconds.
  public init(seconds: Int) { self.seconds = seconds }

  /// The moment that the machine's clock shows.
  public static var now: Moment { Moment(seconds: time(nil)) }

  /// The moment in ISO 8601: `2016-04-15T09:31:02Z`.
  public var iso: String { "\(isoDay)T\(clock):\(two(parts.tm_sec))Z" }

  /// The moment as pages tell it: `15 April 2016, 09:31 UTC`.
  public var words: String { "\(day.map { PartialDate.day($0).words } ?? isoDay), \(clock) UTC" }

  /// The day in UTC.
  public var day: Day? { Day(isoDay) }

  /// Earlier moments come first.
  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  private var isoDay: String { "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))" }
  private var clock: String { "\(two(parts.tm_hour)):\(two(parts.tm_min))" }
  private func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }

  private var parts: tm {
    var (time, parts) = (time_t(seconds), tm())
    gmtime_r(&time, &parts)
    return parts
  }
}
