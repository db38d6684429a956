import Synchronization

/// A value that is made when the first page asks for it, once, whichever thread asks.
///
/// When no page of the search has changed, nobody asks, and the archive's words need not be read.
final class SearchOnce<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that is still to be made.
  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value.
  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
