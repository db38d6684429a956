import ArgumentParser
import Model
import Pipeline

/// The command line: it reads arguments, calls the library, prints what comes back and says by its exit status how it
/// went (0 done, 1 the input has errors, 2 the job could not be done, 64 wrong usage).
@main
struct BulletinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin",
    abstract: "Makes the quarterly bulletin of the European Migration Network from its contact points' submissions.",
    version: bulletinVersion,
    subcommands: [
      CompileCommand.self, ValidateCommand.self, ClassifyCommand.self, EvaluateCommand.self, ExplainCommand.self,
      ArchiveCommand.self, NewCommand.self, SchemaCommand.self, AnnualCommand.self, FactsheetCommand.self,
      DigestCommand.self, SearchCommand.self,
    ])

  static func main() { start() }
}
