#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns scores into shares that add up to 1: each share is the exponential of its score, times the temperature, over
/// the sum of all.
public func softmax(_ scores: [Double], times temperature: Double) -> [Double] {
  // Taken from the highest score down, no exponential can grow beyond 1.
  let highest = scores.max() ?? 0
  var sum = 0.0
  var shares = scores
  for place in shares.indices {
    shares[place] = exp((shares[place] - highest) * temperature)
    sum += shares[place]
  }
  for place in shares.indices { shares[place] /= sum }
  return shares
}
