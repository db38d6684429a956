#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns scores into shares that add up to 1: each share is the exponential of its score over the sum of all.
func softmax(_ scores: [Double]) -> [Double] {
  // Taken from the highest score down, no exponential can grow beyond 1.
  let highest = scores.max() ?? 0
  let powers = scores.map { exp($0 - highest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
