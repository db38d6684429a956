/// A property of many parts that copies share: copying it costs no more than copying one of its parts.
///
/// Entries are handed from stage to stage and gathered by country, theme and thread, and have more than twenty parts
/// that each copy would have to keep hold of.
@propertyWrapper
public struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  @usableFromInline
  internal final class Storage: Sendable {
    @usableFromInline
    internal let value: Value

    @usableFromInline
    internal init(_ value: Value) { self.value = value }
  }

  @usableFromInline
  internal var storage: Storage

  /// A property with a value.
  @inlinable
  public init(wrappedValue: Value) { storage = Storage(wrappedValue) }

  /// The value; whoever changes it changes no copy.
  @inlinable
  public var wrappedValue: Value {
    get { storage.value }
    set { storage = Storage(newValue) }
  }

  /// Whether both have the same value.
  public static func == (left: Shared, right: Shared) -> Bool {
    left.storage === right.storage || left.storage.value == right.storage.value
  }

  /// Feeds the value to a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.value) }
}
