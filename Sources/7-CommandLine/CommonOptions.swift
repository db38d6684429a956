import ArgumentParser
import Emit
import Model
import Pipeline

/// The options that all jobs share, those on the archive among them.
struct SharedOptions: ParsableArguments {
  @Option(help: "The folder of the inputs.")
  var inputs = "inputs"

  @Option(help: "The folder of the outputs.")
  var output = "output"

  @Option(help: "The most KiB that a submission or an issue's file may have.")
  var largestFile = InputsFolder.usualLargestFile >> 10

  @Flag(help: "Say nothing but what goes wrong.")
  var quiet = false

  @Flag(help: "Say more.")
  var verbose = false

  func validate() throws {
    // libxml2 itself stops at ten million bytes of one text.
    guard (1...16_384).contains(largestFile) else {
      throw ValidationError("--largest-file \(largestFile) is not between 1 and 16384 KiB.")
    }
  }

  /// The folder of the inputs, with the most that a file in it may have.
  var inputsFolder: InputsFolder { InputsFolder(inputs, largestFile: largestFile << 10) }
}

/// The options of the jobs that tell what was found in the inputs.
struct CommonOptions: ParsableArguments {
  @OptionGroup var shared: SharedOptions

  @Flag(help: "Count warnings as errors.")
  var strict = false

  var inputs: String { shared.inputs }
  var output: String { shared.output }
  var quiet: Bool { shared.quiet }
  var verbose: Bool { shared.verbose }
  var inputsFolder: InputsFolder { shared.inputsFolder }

  /// Shows errors always, warnings unless told to be quiet where they stop nothing, notes only when asked for.
  func report(_ files: [CheckedFile]) {
    let shown = files.map { file in
      var file = file
      file.diagnostics.removeAll {
        $0.severity == .warning && quiet && !strict || $0.severity == .note && !verbose
      }
      return file
    }
    guard shown.contains(where: { !$0.diagnostics.isEmpty }) else { return }
    Terminal.printError(findingsAsText(shown, colour: Terminal.showsColourInErrors))
  }
}
