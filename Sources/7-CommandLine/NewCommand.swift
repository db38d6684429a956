import ArgumentParser
import Console
import Emit
import Model
import Pipeline

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a file to be filled in, with what is known already and what each part is for.",
    subcommands: [Submission.self, Issue.self, Template.self])

  struct Submission: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "submission", abstract: "Make a contact point's submission to be filled in.")

    @Option(help: "Whose it is: the country's code, such as NO; EU for the Commission.")
    var country: String

    @OptionGroup var options: NewOptions

    func run() throws {
      let workshop = try performing { () throws(JobError) in try Workshop(inputs: InputsFolder(options.inputs)) }
      let form = try asking { try workshop.newSubmission(of: country, period: options.period) }
      try options.deliver(form)
    }
  }

  struct Issue: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "issue", abstract: "Make the editors' file of an issue to be filled in.")

    @OptionGroup var options: NewOptions

    func run() throws {
      let workshop = try performing { () throws(JobError) in try Workshop(inputs: InputsFolder(options.inputs)) }
      try options.deliver(workshop.newIssue(period: options.period))
    }
  }

  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "template", abstract: "Copy out a template of the HTML edition, to be changed.",
      discussion: "Put the changed copy into the folder templates of the inputs, under the same name.")

    @Argument(help: "Which one, such as entry.html.", transform: readTemplateFile)
    var name: TemplateFile

    @Option(
      name: [.customShort("o"), .customLong("file")],
      help: "The file to write, which must not be there yet; standard output when left out.")
    var file: String?

    func run() throws {
      let bytes = Array(name.own.utf8)
      guard let file else { return Terminal.print(bytes) }
      try performing { () throws(JobError) in try writeNew(bytes, to: file) }
      Terminal.print(file)
    }
  }
}

/// Reads the name of a template given as an argument.
private func readTemplateFile(_ name: String) throws -> TemplateFile {
  if let file = TemplateFile(rawValue: name) { return file }
  throw ValidationError(
    "There is no template “\(name)”: there are \(TemplateFile.allCases.map(\.rawValue).joined(separator: ", ")).")
}

/// What the files to be filled in share.
struct NewOptions: ParsableArguments {
  @Option(help: "The period, such as 2016-Q1.", transform: readPeriod)
  var period: Period

  @Option(
    name: [.customShort("o"), .customLong("file")],
    help: "The file to write, which must not be there yet; standard output when left out.")
  var file: String?

  @Option(help: "The folder of the inputs, whose reference files count.")
  var inputs = "inputs"

  /// Hands a file over.
  func deliver(_ bytes: [UInt8]) throws {
    guard let file else { return Terminal.print(bytes) }
    try performing { () throws(JobError) in try writeNew(bytes, to: file) }
    Terminal.print(file)
  }
}
