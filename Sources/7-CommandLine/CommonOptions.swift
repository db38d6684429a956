import ArgumentParser
import Emit
import Model

/// The options that all jobs share.
struct CommonOptions: ParsableArguments {
  @Option(help: "The folder of the inputs.")
  var inputs = "inputs"

  @Option(help: "The folder of the outputs.")
  var output = "output"

  @Flag(help: "Say nothing but what goes wrong.")
  var quiet = false

  @Flag(help: "Say more.")
  var verbose = false

  @Flag(help: "Count warnings as errors.")
  var strict = false

  /// Shows errors always, warnings unless told to be quiet, notes only when asked for.
  func report(_ files: [CheckedFile]) {
    let shown = files.map { file in
      var file = file
      file.diagnostics.removeAll {
        $0.severity == .warning && quiet || $0.severity == .note && !verbose
      }
      return file
    }
    guard shown.contains(where: { !$0.diagnostics.isEmpty }) else { return }
    Terminal.printError(findingsAsText(shown, colour: Terminal.showsColourInErrors))
  }
}
