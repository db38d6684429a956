import ArgumentParser
import Glibc
import Text

/// Exit statuses of the contract.
extension ExitCode {
  /// The input has errors.
  public static let inputHasErrors = ExitCode(1)
  /// The job could not be done.
  public static let jobNotDone = ExitCode(2)
}

/// What goes to the terminal: results to standard output, everything else to standard error.
public enum Terminal {
  /// Whether standard output shows colours: only a terminal, and never with `NO_COLOR`.
  public static var showsColour: Bool { isatty(STDOUT_FILENO) == 1 && !hasNoColour }

  /// Whether standard error shows colours.
  public static var showsColourInErrors: Bool { isatty(STDERR_FILENO) == 1 && !hasNoColour }

  private static var hasNoColour: Bool {
    guard let value = getenv("NO_COLOR") else { return false }
    return value.pointee != 0
  }

  /// Lets a reader go away (`bulletin … | head`) without ending the program in the midst of its work.
  public static func prepare() { signal(SIGPIPE, SIG_IGN) }

  /// Writes bytes to standard output. Where they cannot be written, as on a full disk, the program says so and ends: who
  /// asked for them would take half of them for all.
  public static func print(_ bytes: [UInt8]) {
    guard let code = write(bytes, to: STDOUT_FILENO) else { return }
    printError("error: the output could not be written: \(String(cString: strerror(code))).")
    exit(ExitCode.jobNotDone.rawValue)
  }

  /// Writes bytes to standard error.
  public static func printError(_ bytes: [UInt8]) { _ = write(bytes, to: STDERR_FILENO) }

  /// Writes a line to standard output.
  public static func print(_ line: String) { print(Array(line.utf8) + [0x0A]) }

  /// Writes a line to standard error. It may quote files and arguments, which are to give the terminal no orders.
  public static func printError(_ line: String) { printError(Array(visible(line).utf8) + [0x0A]) }

  /// - Returns: The system's number for what went wrong, if anything did.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      // A reader that has gone away wants no more.
      guard count > 0 || errno == EINTR else { return errno == EPIPE ? nil : errno }
      done += max(count, 0)
    }
    return nil
  }
}
