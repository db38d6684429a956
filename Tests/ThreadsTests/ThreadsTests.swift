import Glibc
import Testing
import Threads

@Suite("What threads share")
struct ThreadsTests {
  @Test("No change of a guarded value is lost")
  func guards() {
    let sum = Guarded(0)
    let rounds = inParallel(64) { _ in
      for _ in 0..<1_000 { sum.withLock { $0 += 1 } }
      return 1_000
    }
    #expect(sum.withLock { $0 } == 64_000 && rounds == Array(repeating: 1_000, count: 64))
  }

  @Test("Two things are done, each once, whether or not there is a thread for each", arguments: [true, false])
  func doesTwoThings(isAlone: Bool) {
    let begun = Guarded<[String]>([])
    for _ in 0..<200 {
      let (first, second) = inParallel(isAlone: isAlone) {
        begun.withLock { $0.append("first") }
        return 1
      } _: {
        begun.withLock { $0.append("second") }
        return "two"
      }
      #expect(first == 1 && second == "two")
    }
    #expect(begun.withLock { $0.filter { $0 == "first" }.count } == 200 && begun.withLock { $0.count } == 400)
  }

  @Test("A guard is free again after an error")
  func isFreeAfterAnError() {
    struct Refusal: Error {}
    let value = Guarded(1)
    #expect(throws: Refusal.self) {
      try value.withLock { number throws(Refusal) in
        number = 2
        throw Refusal()
      }
    }
    #expect(value.withLock { $0 } == 2)
  }

  @Test("A value is made once, however many ask for it at once, and not before")
  func makesOnce() {
    let made = Guarded(0)
    let lazy = Lazy {
      usleep(1_000)
      return made.withLock { count in
        count += 1
        return count
      }
    }
    #expect(made.withLock { $0 } == 0)
    #expect(inParallel(32) { _ in lazy.value } == Array(repeating: 1, count: 32))
    #expect(Lazy(made: 7).value == 7)
  }

  @Test("Results stand in the order of the work, whichever thread did it", arguments: [0, 1, 3, 4, 100])
  func keepsTheOrder(count: Int) {
    #expect(inParallel(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    #expect(inParallel(count, isAlone: false) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
