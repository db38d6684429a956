/// A value that is made when somebody first asks for it, once, whichever thread asks.
public final class Lazy<Value: Sendable>: Sendable {
  private let made: Guarded<Value?>
  private let make: @Sendable () -> Value

  /// A value that is still to be made.
  ///
  /// - Parameter make: Makes the value; it must not ask for it.
  public init(_ make: @escaping @Sendable () -> Value) {
    made = Guarded(nil)
    self.make = make
  }

  /// A value that is there already.
  public init(made value: Value) {
    made = Guarded(value)
    make = { value }
  }

  /// The value.
  public var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
