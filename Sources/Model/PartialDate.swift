/// A date as exact as its source gives it: a day, a month or a year.
public enum PartialDate: Hashable, Sendable {
  /// A date that is known to the day.
  case day(Day)
  /// A date that is known to the month (1 to 12).
  case month(year: Int, month: Int)
  /// A date that is known to the year.
  case year(Int)

  /// Reads `2016-03-10`, `2016-03` or `2016`; `nil` for any other text and for days that do not exist.
  public init?(_ iso: some StringProtocol) {
    var iso = String(iso)
    guard let date = iso.withUTF8({ PartialDate($0) }) else { return nil }
    self = date
  }

  private init?(_ iso: UnsafeBufferPointer<UInt8>) {
    var numbers: (Int, Int, Int) = (0, 0, 0)
    var length = 0
    for byte in iso {
      if length == 4 || length == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        let digit = Int(byte - UInt8(ascii: "0"))
        switch length {
        case 0..<4: numbers.0 = numbers.0 * 10 + digit
        case 5..<7: numbers.1 = numbers.1 * 10 + digit
        default: numbers.2 = numbers.2 * 10 + digit
        }
      }
      length += 1
    }
    switch length {
    case 4: self = .year(numbers.0)
    case 7 where (1...12).contains(numbers.1): self = .month(year: numbers.0, month: numbers.1)
    case 10:
      guard let day = Day(year: numbers.0, month: numbers.1, day: numbers.2) else { return nil }
      self = .day(day)
    default: return nil
    }
  }

  /// The first day that the date may mean.
  public var earliest: Day {
    switch self {
    case .day(let day): day
    case .month(let year, let month): Day(year, month, 1)
    case .year(let year): Day(year, 1, 1)
    }
  }

  /// The last day that the date may mean.
  public var latest: Day {
    switch self {
    case .day(let day): day
    case .month(let year, let month): Day(year, month, Day.count(year: year, month: month))
    case .year(let year): Day(year, 12, 31)
    }
  }

  /// The date in ISO 8601 form, as exact as it is: `2016-03-10`, `2016-03` or `2016`.
  public var iso: String {
    switch self {
    case .day(let day): "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .year(let year): padded(year, 4)
    }
  }

  /// The date as texts write it: `13 November 2015`, `November 2015` or `2015`.
  public var words: String {
    switch self {
    case .day(let day): "\(day.day) \(monthName(day.month)) \(day.year)"
    case .month(let year, let month): "\(monthName(month)) \(year)"
    case .year(let year): "\(year)"
    }
  }

  /// The date as texts write it before `to` and the end of a span: without the month and the year that the end says
  /// again, as in `5 to 6 October 2022` and `30 September to 1 October 2022`.
  ///
  /// - Parameter end: The last day, month or year of the span.
  public func words(until end: PartialDate) -> String {
    switch (self, end) {
    case (.day(let day), .day(let last)) where (day.year, day.month) == (last.year, last.month): "\(day.day)"
    case (_, .year): words
    case (.day(let day), _) where day.year == end.latest.year: "\(day.day) \(monthName(day.month))"
    case (.month(let year, let month), _) where year == end.latest.year: monthName(month)
    default: words
    }
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The English name of a month (1 to 12).
public func monthName(_ month: Int) -> String {
  [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ][month - 1]
}
