import ArgumentParser
import Console
import Model

/// The program of the desk: it reads arguments and hands over to what was asked for.
@main
struct BulletinDesk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin-desk",
    abstract: "The web desk at which country teams check and send their submissions, and editors make the issue.",
    discussion: """
      Without a subcommand it serves: it prints its address and goes on until it is stopped (Ctrl-C, or the signal \
      TERM). “bulletin-desk help serve” lists the options for that.
      """,
    version: bulletinVersion, subcommands: [ServeCommand.self, TokenCommand.self, AuditCommand.self],
    defaultSubcommand: ServeCommand.self)

  static func main() async { await start() }
}

/// Where the desk keeps what it must.
struct DataOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the desk's data.", discussion: "Its “inputs/reference” may hold newer reference files."))
  var data = "desk-data"
}
