import Desk
import Testing

@Suite struct RateLimitTests {
  @Test func admitsSoManyAMinute() {
    let limit = RateLimit(perMinute: 3)
    #expect((0..<4).map { _ in limit.admits("192.0.2.1", at: 0) } == [true, true, true, false])
    #expect(limit.admits("192.0.2.2", at: 0))
    #expect(!limit.admits("192.0.2.1", at: 19))
    #expect(limit.admits("192.0.2.1", at: 20))
    // A long pause gives no more than a minute's share.
    #expect((0..<4).map { _ in limit.admits("192.0.2.1", at: 9_000) } == [true, true, true, false])
  }

  @Test func zeroIsNoLimit() {
    let limit = RateLimit(perMinute: 0)
    #expect((0..<1_000).allSatisfy { _ in limit.admits("192.0.2.1", at: 0) })
  }

  @Test func remembersOnlySoManyAddresses() {
    let limit = RateLimit(perMinute: 1, most: 2)
    #expect(limit.admits("a", at: 0) && limit.admits("b", at: 30))
    // At 61 the first may ask as ever, so it can be forgotten, and the second is still known.
    #expect(limit.admits("c", at: 61))
    #expect(!limit.admits("b", at: 61))
  }
}
