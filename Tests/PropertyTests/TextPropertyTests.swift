import Properties
import Testing

@Suite("Whatever people write")
struct TextPropertyTests {
  /// As many texts as there are fields, and more: each field gets one of its own.
  private static let count = 40

  @Test("Each text stands once in its own entry of both editions, and makes nothing of itself", arguments: 0..<20)
  func standsOnce(seed: Int) throws {
    let property = try TextsStandOnce(of: Press())
    var lots = Lots(seed: seed)
    var tried = 0
    while tried < 15 {
      let texts = (0..<Self.count).map { _ in lots.text() }
      guard TextsStandOnce.canBeTold(of: texts) else { continue }
      try property.check(texts)
      tried += 1
    }
  }
}
