import ArgumentParser
import Text

extension ParsableCommand {
  /// Runs a program by the arguments that it was given, and ends it with the status of how that went.
  public static func start() {
    Terminal.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      leave(by: error)
    }
  }

  /// Ends the program with what an error has to say, and with its status.
  ///
  /// An argument that was not understood is repeated there. Whoever wrote it, its control characters are shown and not
  /// obeyed by the terminal.
  public static func leave(by error: any Error) -> Never {
    let status = exitCode(for: error)
    let message = fullMessage(for: error)
    if status.isSuccess {
      Terminal.print(message)
    } else if !message.isEmpty {
      Terminal.printError(visible(message))
    }
    exit(withError: status)
  }
}
