import ArgumentParser
import Emit
import Model
import Pipeline

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check submissions: what is wrong, where, and how to mend it.",
    discussion: "A path is a file, the folder of a period, or a whole folder of inputs; “-” reads standard input.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, junit, html
  }

  @Argument(help: "Files or folders; “-” reads standard input.")
  var paths: [String]

  @Option(help: "The form of the findings.")
  var format = Format.text

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workshop = try performing { () throws(JobError) in try Workshop(inputs: options.inputsFolder) }
    let files = try performing { () throws(JobError) in try workshop.validate(paths) }
    let fails = files.count(.error) > 0 || options.strict && files.count(.warning) > 0
    switch format {
    case .text:
      if !options.quiet || fails {
        Terminal.print(findingsAsText(files, colour: Terminal.showsColour, verbose: options.verbose))
      }
    case .json: Terminal.print(findingsAsJSON(files))
    case .sarif: Terminal.print(findingsAsSARIF(report(files, workshop)))
    case .junit: Terminal.print(findingsAsJUnit(report(files, workshop)))
    case .html:
      var report = report(files, workshop)
      report.previews = try performing { () throws(JobError) in
        try workshop.previews(of: files, inputs: options.inputsFolder)
      }
      Terminal.print(findingsPage(report))
    }
    if fails { throw ExitCode.inputHasErrors }
  }

  /// A report in a form that tells all rules too.
  private func report(_ files: [CheckedFile], _ workshop: Workshop) -> FindingsReport {
    FindingsReport(files: files, rules: workshop.rules.rules, isStrict: options.strict, version: bulletinVersion)
  }
}
