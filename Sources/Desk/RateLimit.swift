import Threads

/// How often each address may ask: so many times a minute on the average, with as many at once after a pause.
public final class RateLimit: Sendable {
  private let perMinute: Double
  private let most: Int
  private let known = Guarded<[String: Allowance]>([:])

  private struct Allowance {
    var left: Double
    /// When it was counted, in seconds.
    var time: Double
  }

  /// A limit.
  ///
  /// - Parameters:
  ///   - perMinute: How many requests a minute; 0 for no limit.
  ///   - most: The most addresses that are remembered. When there are more, those that may ask as often as ever are
  ///     forgotten, and if that is not enough, all.
  public init(perMinute: Int, most: Int = 10_000) {
    self.perMinute = Double(perMinute)
    self.most = most
  }

  /// A limit of its own for something that may be asked for so many times as often.
  public func times(_ number: Int) -> RateLimit { RateLimit(perMinute: Int(perMinute) * number, most: most) }

  /// Whether an address may ask now, which is then counted.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - time: The time in seconds, on a clock that is never set back.
  public func admits(_ address: String, at time: Double) -> Bool {
    if perMinute == 0 { return true }
    return known.withLock { known in
      if known.count >= most, known[address] == nil { forget(&known, at: time) }
      var allowance = known[address] ?? Allowance(left: perMinute, time: time)
      allowance.left = left(of: allowance, at: time)
      allowance.time = time
      let admits = allowance.left >= 1
      if admits { allowance.left -= 1 }
      known[address] = allowance
      return admits
    }
  }

  private func left(of allowance: Allowance, at time: Double) -> Double {
    min(perMinute, allowance.left + max(0, time - allowance.time) * perMinute / 60)
  }

  private func forget(_ known: inout [String: Allowance], at time: Double) {
    known = known.filter { left(of: $0.value, at: time) < perMinute }
    if known.count >= most { known.removeAll() }
  }
}
