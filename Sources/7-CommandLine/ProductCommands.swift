import ArgumentParser
import Console
import Model
import Pipeline

struct AnnualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annual",
    abstract: "Make the overview of a year: its developments by theme, each told once, and its statistics.")

  @Argument(help: "The year, such as 2016. An issue belongs to the year in which its period ends.")
  var year: Int

  @OptionGroup var settings: ProductSettings

  func run() throws { try settings.make { _ in .annual(year: year) } }
}

struct FactsheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factsheet", abstract: "Make the factsheet of a country: its developments by theme, each told once.")

  @Argument(help: "The country's code, such as NO, or its name in English.")
  var country: String

  @OptionGroup var span: SpanOptions
  @OptionGroup var settings: ProductSettings

  func run() throws {
    try settings.make { workshop in
      .factsheet(try workshop.country(named: country), from: span.from, to: span.to)
    }
  }
}

struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Make the digest of a theme: its developments period by period, the newest last.")

  @Argument(help: "The theme's code, such as return, or its name.")
  var theme: String

  @OptionGroup var span: SpanOptions
  @OptionGroup var settings: ProductSettings

  func run() throws {
    try settings.make { workshop in .digest(try workshop.theme(named: theme), from: span.from, to: span.to) }
  }
}

/// Which issues a product is made of.
struct SpanOptions: ParsableArguments {
  @Option(help: "The first period, such as 2016-Q1; the earliest in the inputs when left out.", transform: readPeriod)
  var from: Period?

  @Option(help: "The last period, such as 2016-Q4; the newest in the inputs when left out.", transform: readPeriod)
  var to: Period?

  func validate() throws {
    guard let from, let to, to < from || Period(from: from, to: to) == nil else { return }
    throw ValidationError("--from \(from.name) is after --to \(to.name).")
  }
}

/// What the commands that make products share.
struct ProductSettings: ParsableArguments {
  @Flag(help: "Let drafts in; every page then says that it is a draft.")
  var draft = false

  @OptionGroup var options: CommonOptions

  /// Makes a product and says what came of it.
  func make(_ request: (Workshop) throws -> ProductJob.Request) throws {
    let workshop = try performing { () throws(JobError) in try Workshop(inputs: options.inputsFolder) }
    let wanted = try asking { try request(workshop) }
    let outcome = try performing { () throws(JobError) in
      let compilation = try Compilation(
        workshop: workshop, inputs: options.inputsFolder, output: options.output, letsDraftsIn: draft,
        isStrict: options.strict)
      return try ProductJob(compilation).run(wanted)
    }
    options.report(outcome.files)
    guard let product = outcome.product else {
      Terminal.printError("Nothing was written: the previous output is as it was.")
      throw ExitCode.inputHasErrors
    }
    if options.quiet { return }
    let contributors = Set(product.entries.map(\.country)).count
    Terminal.printError(
      "\(product.subject), \(product.span.words): \(product.entries.count) developments from \(contributors) "
        + "\(contributors == 1 ? "contributor" : "contributors").")
    for path in outcome.written { Terminal.print(path) }
  }
}

/// Turns a refusal of what was asked for into wrong usage.
func asking<Result>(_ question: () throws -> Result) throws -> Result {
  do {
    return try question()
  } catch let refusal as Refusal {
    throw ValidationError("\(refusal)")
  }
}
