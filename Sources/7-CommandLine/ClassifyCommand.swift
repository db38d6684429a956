import ArgumentParser
import Emit
import Model
import Pipeline

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "Show each development's theme, who decides it, and why.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "Submissions, or folders of them.")
  var paths: [String]

  @Option(help: "The form of the answer.")
  var format = Format.text

  @OptionGroup var options: CommonOptions

  func run() throws {
    let themes = try performing { () throws(JobError) in
      try Classification(workshop: Workshop(inputs: options.inputs)).classify(paths)
    }
    switch format {
    case .json: Terminal.print(themesAsJSON(themes.classified))
    case .text: Terminal.print(themesAsText(themes.classified))
    }
    guard themes.unreadable.isEmpty else {
      Terminal.printError(findingsAsText(themes.unreadable, colour: Terminal.showsColourInErrors))
      throw ExitCode.inputHasErrors
    }
  }
}
