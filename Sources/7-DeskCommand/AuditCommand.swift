import ArgumentParser
import Console
import DeskStore

/// Looks at the log of what was done at the desk.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Look at the log of what was done at the desk.", subcommands: [Verify.self])

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "See whether anything in the log was changed, put in or taken out.")

    @OptionGroup var folder: DataOption

    func run() throws {
      try performing {
        guard Store.isThere(in: folder.data) else { throw StoreError("\(folder.data) holds no desk's data.") }
        let verification = try Store(data: folder.data).audit.verify()
        for fault in verification.faults { Terminal.print(fault) }
        guard verification.faults.isEmpty else { throw ExitCode.inputHasErrors }
        Terminal.print(
          "\(verification.lines) lines, all as they were written. The last has the digest \(verification.last).")
      }
    }
  }
}
