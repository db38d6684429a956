import Glibc
import Synchronization

/// Does work for each number from 0 up to a count, on all processors, and gives the results in the numbers' order.
///
/// Threads of the system are used as they are: Swift's own would cost more to load than a small run takes.
///
/// - Parameters:
///   - count: How many pieces of work there are.
///   - isAlone: Whether the processors are free for it: work within work that is done in parallel needs no more threads.
///   - work: Does the piece of a number.
public func inParallel<Result: Sendable>(
  _ count: Int, isAlone: Bool = true, _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let helpers = isAlone && isWorthThreads(count) ? processors(for: count) - 1 : 0
  guard helpers > 0 else { return (0..<count).map(work) }
  let queue = WorkQueue(count: count, work: work)
  let threads = (0..<helpers).compactMap { _ in queue.start() }
  queue.run()
  for thread in threads { pthread_join(thread, nil) }
  return queue.results
}

/// Does two things at the same time, where there is a processor for each, and gives what came of both.
///
/// - Parameters:
///   - isAlone: Whether the processors are free for it.
///   - first: What another thread does, or this one where there is none.
///   - second: What this thread does.
public func inParallel<First: Sendable, Second: Sendable>(
  isAlone: Bool, _ first: @escaping @Sendable () -> First, _ second: () -> Second
) -> (First, Second) {
  guard isAlone, sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else { return (first(), second()) }
  let queue = WorkQueue(count: 1) { _ in first() }
  let thread = queue.start()
  let result = second()
  // Does what the other thread has not begun.
  queue.run()
  if let thread { pthread_join(thread, nil) }
  return (queue.results[0], result)
}

/// Whether there is enough to do for more than one thread: one is worth its while from a few pieces of work on.
public func isWorthThreads(_ count: Int) -> Bool { count >= 4 }

private func processors(for count: Int) -> Int { min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), count / 2, 16) }

/// Work that several threads take from, piece by piece.
private final class WorkQueue<Result: Sendable>: Sendable {
  private let count: Int
  private let work: @Sendable (Int) -> Result
  private let next = Atomic(0)
  private let done: Guarded<[Result?]>

  init(count: Int, work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
    done = Guarded(Array(repeating: nil, count: count))
  }

  /// The results, once all are there.
  var results: [Result] { done.withLock { $0.compactMap { $0 } } }

  /// Works until nothing is left.
  func run() {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let result = work(number)
      done.withLock { $0[number] = result }
    }
  }

  /// Starts a thread that works until nothing is left; `nil` when the system has none to give, and then the others do
  /// the work.
  func start() -> pthread_t? {
    let task = Unmanaged.passRetained(Task(run: { self.run() }))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Task>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, task.toOpaque())
    guard status == 0 else {
      task.release()
      return nil
    }
    return thread
  }
}

private final class Task: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
