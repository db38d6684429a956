import Model
import XML

/// The days on which something holds.
struct DaySpan: Hashable, Sendable {
  /// The first day; `nil` when it reaches back before the first issue.
  let from: Day?
  /// The last day; `nil` when it still holds.
  let until: Day?

  init(_ element: XMLElement, in file: ReferenceFile) throws(ReferenceError) {
    from = try file.day("from", of: element)
    until = try file.day("until", of: element)
    if let from, let until, until < from {
      throw ReferenceError(file, "A <\(element.name)> ends before it begins on \(PartialDate.day(from).iso).")
    }
  }

  func holds(on day: Day) -> Bool {
    if let from, day < from { return false }
    if let until, until < day { return false }
    return true
  }

  /// The days on which something may change: the first one, and the one after the last.
  var changes: [Day] { [from, until?.next].compactMap { $0 } }
}

/// Something with the days on which it holds.
struct Dated<Value: Sendable>: Sendable {
  let value: Value
  let days: DaySpan
}

extension Array {
  /// The last in the list that holds on a day.
  func last<Value>(on day: Day) -> Value? where Element == Dated<Value> {
    last { $0.days.holds(on: day) }?.value
  }
}

extension Day {
  /// The day after this one; `nil` after the last day that there is.
  fileprivate var next: Day? {
    Day(year: year, month: month, day: day + 1)
      ?? Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
  }
}
