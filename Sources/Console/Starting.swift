import ArgumentParser

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

  /// Ends the program with what an error has to say, such as an argument that was not understood, and with its status.
  public static func leave(by error: any Error) -> Never {
    let status = exitCode(for: error)
    let message = fullMessage(for: error)
    if status.isSuccess {
      Terminal.print(message)
    } else if !message.isEmpty {
      Terminal.printError(message)
    }
    exit(withError: status)
  }
}

extension AsyncParsableCommand {
  /// Runs a program that serves by the arguments that it was given, and ends it with the status of how that went.
  public static func start() async {
    Terminal.prepare()
    do {
      var command = try parseAsRoot()
      if var serving = command as? any AsyncParsableCommand {
        try await serving.run()
      } else {
        try command.run()
      }
    } catch {
      leave(by: error)
    }
  }
}
