import ArgumentParser
import Console
import Glibc

/// Hands over to `bulletin-search`, the program beside this one: what reads databases would slow the start of this one.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: SearchOptions.abstract, discussion: SearchOptions.discussion)

  @OptionGroup var options: SearchOptions

  func run() throws {
    let program = folderOfThisProgram + "/bulletin-search"
    // The options are understood, so what stands behind the command's name can be handed on as it was given.
    let given = CommandLine.arguments.drop { $0 != Self.configuration.commandName }.dropFirst()
    var arguments: [UnsafeMutablePointer<CChar>?] = (["bulletin-search"] + given).map { strdup($0) } + [nil]
    execv(program, &arguments)
    let reason = errno == ENOENT ? "is not there" : "could not be started (the system reports error \(errno))"
    for argument in arguments { free(argument) }
    Terminal.printError(
      "bulletin: \(program), the program that searches, \(reason). "
        + "“make search” builds it, or “swift build -c release --product bulletin-search”; it must lie beside bulletin."
    )
    throw ExitCode.jobNotDone
  }
}

/// The folder in which the running executable lies.
private var folderOfThisProgram: String {
  var path = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = max(readlink("/proc/self/exe", &path, path.count), 0)
  let bytes = path[..<count].map { UInt8(bitPattern: $0) }
  return String(decoding: bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)], as: UTF8.self)
}
