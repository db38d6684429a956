import ArgumentParser
import Emit
import Pipeline

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure the classifier on texts whose themes are known.",
    discussion: """
      The file has columns parted by tabs; its first line names them: id, title, summary (or description) and themes. \
      Several right themes are joined by “|”, the primary one first. Of a folder of submissions, those developments \
      count whose theme is declared.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The table, or a folder of submissions.")
  var file: String

  @Option(help: "The form of the figures.")
  var format = Format.text

  @OptionGroup var options: CommonOptions

  func run() throws {
    let result = try performing { () throws(JobError) in
      try Classification(workshop: Workshop(inputs: options.inputsFolder)).evaluate(file)
    }
    switch result {
    case .success(let evaluation):
      Terminal.print(format == .json ? evaluationAsJSON(evaluation) : evaluationAsText(evaluation))
    case .failure(let fault):
      for sentence in fault.sentences { Terminal.printError("\(file): \(sentence)") }
      throw ExitCode.inputHasErrors
    }
  }
}
