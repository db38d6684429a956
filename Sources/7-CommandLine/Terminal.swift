import ArgumentParser
import Glibc
import Pipeline

/// Exit statuses of the contract.
extension ExitCode {
  static let inputHasErrors = ExitCode(1)
  static let jobNotDone = ExitCode(2)
}

/// What goes to the terminal: results to standard output, everything else to standard error.
enum Terminal {
  /// Whether standard output shows colours: only a terminal, and never with `NO_COLOR`.
  static var showsColour: Bool { isatty(STDOUT_FILENO) == 1 && !hasNoColour }

  /// Whether standard error shows colours.
  static var showsColourInErrors: Bool { isatty(STDERR_FILENO) == 1 && !hasNoColour }

  private static var hasNoColour: Bool {
    guard let value = getenv("NO_COLOR") else { return false }
    return value.pointee != 0
  }

  static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  static func printError(_ bytes: [UInt8]) { write(bytes, to: STDERR_FILENO) }

  static func print(_ line: String) { print(Array(line.utf8) + [0x0A]) }

  static func printError(_ line: String) { printError(Array(line.utf8) + [0x0A]) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      // A reader that has gone away (`bulletin … | head`) wants no more.
      guard count > 0 || errno == EINTR else { return }
      done += max(count, 0)
    }
  }
}

/// Runs a job and turns a job that could not be done into its sentence and exit status.
func performing<Result>(_ job: () throws(JobError) -> Result) throws -> Result {
  do {
    return try job()
  } catch {
    Terminal.printError("bulletin: \(error)")
    throw ExitCode.jobNotDone
  }
}
