import Threads
import XML

/// A run that checks one file needs few of the reference files, and none of the rules' words when nothing is wrong: they
/// are read when they are first asked for.
extension Lazy {
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
