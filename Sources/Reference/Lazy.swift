import Synchronization
import XML

/// A value that is made when somebody first asks for it, once, whichever thread asks.
///
/// A run that checks one file needs few of the reference files, and none of the rules' words when nothing is wrong.
public final class Lazy<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that is still to be made.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// A value that is there already.
  public init(made value: Value) {
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

  /// A value of a file that the executable carries, or of an editor's newer one, which is made at once so that what is
  /// wrong with it is said before any work begins.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - newer: The editor's newer file, where there is one.
  ///   - read: Makes the value of the file's document.
  public static func reading(
    _ file: ReferenceFile, overriding newer: [UInt8]?,
    _ read: @escaping @Sendable (XMLDocument) throws(ReferenceError) -> Value
  ) throws(ReferenceError) -> Lazy {
    if let newer { return Lazy(made: try read(file.document(overriding: newer))) }
    return Lazy { carried { () throws(ReferenceError) in try read(file.document(overriding: nil)) } }
  }
}

/// What a file that the executable carries gives. It cannot be wrong: the tests have read it.
func carried<Value>(_ read: () throws(ReferenceError) -> Value) -> Value {
  do {
    return try read()
  } catch {
    fatalError("A file that the executable carries cannot be read: \(error)")
  }
}
