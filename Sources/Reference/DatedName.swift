import Model
import XML

/// An English name of a country and the days on which it is the one to use.
///
/// Names and days follow the Interinstitutional Style Guide, Annex A5.
public struct DatedName: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The first day; `nil` when it reaches back before the network.
  public let from: Day?
  /// The last day; `nil` when it is still in use.
  public let until: Day?
  /// Whether the days are confirmed.
  public let isVerified: Bool

  init(_ element: XMLElement, in file: ReferenceFile) throws(ReferenceError) {
    name = element.text
    from = try file.day("from", of: element)
    until = try file.day("until", of: element)
    isVerified = element.isVerified
  }

  func holds(on day: Day) -> Bool {
    if let from, day < from { return false }
    if let until, until < day { return false }
    return true
  }
}

extension [DatedName] {
  /// The name on a day. Where the dates leave a gap the last name in the list stands in.
  public func name(on day: Day) -> String? { (first { $0.holds(on: day) } ?? last)?.name }
}
