import ArgumentParser
import Console
import Desk
import Files
import Pipeline

/// Opens the desk and serves its pages until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the pages of the desk; so does the program without a subcommand.")

  @Option(help: "The address to listen on; at 127.0.0.1 only this computer reaches the desk.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes one that is free.")
  var port = 8080

  @OptionGroup var folder: DataOption

  @Option(help: "The most KiB that a file may have.")
  var largestFile = 2048

  @Option(help: "How many forms an address may send a minute; 0 for any number.")
  var formsPerMinute = 60

  @Option(help: "After so many minutes without a request people have to sign in anew.")
  var sessionMinutes = 480

  @Flag(
    help: ArgumentHelp(
      "The desk stands behind a proxy that speaks TLS with browsers.",
      discussion: """
        Addresses are then taken from the last one in X-Forwarded-For, which the proxy must set, and cookies go over \
        TLS only.
        """))
  var behindProxy = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is no port: it goes up to 65535.") }
    guard (1...16_384).contains(largestFile) else {
      throw ValidationError("--largest-file \(largestFile) is not between 1 and 16384 KiB.")
    }
    guard formsPerMinute >= 0 else { throw ValidationError("--forms-per-minute \(formsPerMinute) is less than none.") }
    guard (1...10_080).contains(sessionMinutes) else {
      throw ValidationError("--session-minutes \(sessionMinutes) is not between 1 and 10080, which is a week.")
    }
  }

  func run() async throws {
    do {
      guard [.folder, .nothing].contains(kind(ofPath: folder.data)) else {
        throw DeskError("\(folder.data) is no folder, in which the desk could keep its data.")
      }
      let registry = Registry(data: folder.data, idle: sessionMinutes * 60)
      try await registry.settle()
      let workshop = try Workshop(inputs: InputsFolder("\(folder.data)/inputs", largestFile: largestFile << 10))
      let desk = try Desk(workshop: workshop, registry: registry, largestFile: largestFile << 10)
      let server = DeskServer(
        desk: desk, largestFile: largestFile << 10,
        limit: RateLimit(perMinute: formsPerMinute),
        isBehindProxy: behindProxy, registry: registry)
      try await server.run(host: host, port: port)
    } catch {
      Terminal.printError("bulletin-desk: \(error)")
      throw ExitCode.jobNotDone
    }
  }
}
