import ArgumentParser
import Console
import Emit
import Model
import Pipeline

struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compile one issue: its editions in HTML and text, the report, the manifest.")

  @Argument(help: "The period, such as 2016-Q1; the newest in the inputs when left out.", transform: readPeriod)
  var period: Period?

  @Flag(help: "Let drafts in; every page then says that it is a draft.")
  var draft = false

  @Flag(
    help: ArgumentHelp(
      "Write bulletin.eml too: both editions as a message that a mail program opens for sending.",
      discussion:
        "Its addresses are those in the <mail> of issue.xml. Without this option, the message of an earlier run is removed."
    ))
  var mail = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let outcome = try performing { () throws(JobError) in
      let period = if let period { period } else { try newestPeriod(inInputs: options.inputs) }
      let job = try Compilation.job(
        for: period, inputs: options.inputsFolder, output: options.output, letsDraftsIn: draft,
        isStrict: options.strict,
        writesMail: mail)
      return try job.run(period)
    }
    options.report(outcome.files)
    guard let issue = outcome.issue else {
      Terminal.printError("Nothing was written: the previous output is as it was.")
      throw ExitCode.inputHasErrors
    }
    if options.quiet { return }
    Terminal.printError(
      "Edition \(issue.edition), \(issue.period.words): \(issue.entries.count) developments "
        + "from \(Set(issue.entries.map(\.country)).count) contributors.")
    for path in outcome.written { Terminal.print(path) }
  }
}
