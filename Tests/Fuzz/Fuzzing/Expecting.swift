import CFuzzer
import Glibc
import Text

/// Runs libFuzzer by the program's arguments.
///
/// - Parameter test: Takes bytes and returns 0; or -1 for such as are not worth keeping.
public func fuzz(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32) {
  var count = CommandLine.argc
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
  exit(LLVMFuzzerRunDriver(&count, &arguments, test))
}

/// Ends the program with a sentence when something does not hold; the fuzzer then keeps the bytes that did it.
///
/// - Parameters:
///   - condition: What must hold.
///   - sentence: What to say when it does not.
public func expect(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { fatalError(visible(sentence())) }
}

/// What something gives that throws nothing when all is well; the program ends when it throws.
public func sound<Value>(_ value: () throws -> Value) -> Value {
  do { return try value() } catch { fatalError("\(error)") }
}

/// The bytes that libFuzzer hands over.
public func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  [UInt8](UnsafeBufferPointer(start: start, count: count))
}
