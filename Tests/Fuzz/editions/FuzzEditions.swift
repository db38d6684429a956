import Fuzzing
import Properties

private let property = sound { try TextsStandOnce(of: Press()) }

/// Puts the bytes as texts, parted by bytes that no text has, into every field that takes words, and looks for them in
/// what is published.
@main
struct FuzzEditions {
  static func main() { fuzz { test(bytes($0, $1)) } }
}

private func test(_ input: [UInt8]) -> Int32 {
  let texts = input.split(separator: 0xFF, maxSplits: 31).map { String(decoding: $0, as: UTF8.self) }
  if !TextsStandOnce.canBeTold(of: texts) { return -1 }
  sound { try property.check(texts) }
  return 0
}
