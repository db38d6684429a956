import ArgumentParser
import Console
import Desk
import Model
import Pipeline

/// The program of the desk: it reads arguments, opens the desk and serves its pages until it is told to stop.
@main
struct BulletinDesk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin-desk",
    abstract: "The web desk at which country teams check their submissions.",
    discussion: "It prints its address and serves pages until it is stopped (Ctrl-C, or the signal TERM).",
    version: bulletinVersion)

  @Option(help: "The address to listen on; at 127.0.0.1 only this computer reaches the desk.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes one that is free.")
  var port = 8080

  @Option(help: "The folder of the desk's data, whose “inputs/reference” may hold newer reference files.")
  var data = "desk-data"

  @Option(help: "The most KiB that a file may have.")
  var largestFile = 2048

  @Option(help: "How many forms an address may send a minute; 0 for any number.")
  var formsPerMinute = 60

  @Flag(
    help: ArgumentHelp(
      "The desk stands behind a proxy that speaks TLS with browsers.",
      discussion: "Addresses are then taken from the last one in X-Forwarded-For, which the proxy must set."))
  var behindProxy = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is no port: it goes up to 65535.") }
    guard (1...16_384).contains(largestFile) else {
      throw ValidationError("--largest-file \(largestFile) is not between 1 and 16384 KiB.")
    }
    guard formsPerMinute >= 0 else { throw ValidationError("--forms-per-minute \(formsPerMinute) is less than none.") }
  }

  func run() async throws {
    do {
      let desk = try Desk(
        workshop: try Workshop(inputs: InputsFolder("\(data)/inputs")), largestFile: largestFile << 10)
      let server = DeskServer(
        desk: desk, largestFile: largestFile << 10, limit: RateLimit(perMinute: formsPerMinute),
        isBehindProxy: behindProxy)
      try await server.run(host: host, port: port)
    } catch {
      Terminal.printError("bulletin-desk: \(error)")
      throw ExitCode.jobNotDone
    }
  }
}
