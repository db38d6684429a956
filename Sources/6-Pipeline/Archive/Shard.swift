/// A share of the archive's issues that one machine makes: the third of sixteen, say.
public struct Shard: Sendable {
  /// Which share, from 1.
  public let number: Int
  /// How many shares there are.
  public let count: Int

  /// A share by its name, such as `3/16`; `nil` when there is no such share.
  public init?(_ name: String) {
    let numbers = name.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1], count > 0, (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Its elements: every so manieth, so that all shares take about the same time.
  func elements<Element>(of all: [Element]) -> [Element] {
    stride(from: number - 1, to: all.count, by: count).map { all[$0] }
  }
}
