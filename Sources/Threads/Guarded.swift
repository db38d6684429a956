import Glibc

/// A value that several threads share, one at a time.
///
/// The lock is the system's own (POSIX.1-2017, `pthread_mutex_lock`) and not `Synchronization.Mutex`, because
/// ThreadSanitizer knows the one and not the other: it would call each use of the value a race, and hide real ones among
/// them.
public final class Guarded<Value>: @unchecked Sendable {
  @usableFromInline
  let lock: UnsafeMutablePointer<pthread_mutex_t>
  @usableFromInline
  var value: Value

  /// A guarded value.
  ///
  /// - Parameter value: What it is at first; nobody else keeps it.
  public init(_ value: sending Value) {
    self.value = value
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Reads or changes the value while no other thread can.
  ///
  /// - Parameter body: What is done with the value; it must not use this guard itself, for it would wait for ever.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  @inlinable
  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
