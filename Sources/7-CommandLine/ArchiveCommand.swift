import ArgumentParser
import Console
import Emit
import Model
import Pipeline

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Build all issues and their site; record what was published, and prove that it comes out again.",
    subcommands: [Build.self, Join.self, Verify.self, Accept.self])

  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "build", abstract: "Compile every issue of the inputs, and make the archive's site.",
      discussion: """
        Only what has changed is made again. The site is put together in the outputs' folder archive.
        With --shard, several machines make a share of the issues each, with no word between them; “archive join” then
        makes the site.
        """)

    @Option(
      name: .customLong("base-url"),
      help: "The address at which the site will stand, such as https://example.org/archive/.", transform: readAddress)
    var baseURL: String?

    @Option(help: "Make only a share of the issues, such as 3/16, and not the site.", transform: readShard)
    var shard: Shard?

    @OptionGroup var options: SharedOptions

    func validate() throws {
      if shard != nil && baseURL != nil { throw ValidationError("Give --base-url to “archive join”, not to a share.") }
    }

    func run() throws {
      let build = ArchiveBuild(inputs: options.inputsFolder, output: options.output, baseURL: baseURL)
      let outcome = try performing { () throws(JobError) in
        if let shard { try build.run(shard) } else { try build.run() }
      }
      if !outcome.faulty.isEmpty {
        Terminal.printError(findingsAsText(outcome.faulty, colour: Terminal.showsColourInErrors))
        Terminal.printError("Issues with errors, and the site, are as they were.")
      }
      if !options.quiet {
        let issues = "\(outcome.count) issues, \(outcome.built.count) made again"
        Terminal.print(issues + (shard == nil ? "; \(outcome.pages) files of the site written." : "."))
      }
      if !outcome.faulty.isEmpty { throw ExitCode.inputHasErrors }
    }
  }

  struct Join: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "join", abstract: "Make the site from the issues that “archive build --shard” made.",
      discussion: "Nothing is compiled. The result is the same, byte for byte, as that of a build without shares.")

    @Argument(help: "The outputs' folders of the shares, when these were not made in the same one.")
    var folders: [String] = []

    @Option(
      name: .customLong("base-url"),
      help: "The address at which the site will stand, such as https://example.org/archive/.", transform: readAddress)
    var baseURL: String?

    @OptionGroup var options: SharedOptions

    func run() throws {
      let outcome = try performing { () throws(JobError) in
        try ArchiveBuild(inputs: options.inputsFolder, output: options.output, baseURL: baseURL).join(folders)
      }
      if options.quiet { return }
      Terminal.print("\(outcome.count) issues joined; \(outcome.pages) files of the site written.")
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Record an issue as published, in the file published.json of its folder.",
      discussion: """
        Once it is on record, compiling takes the versions of reference data and the themes of developments from there.
        A record is changed only with --restyle or --correct; the digests of before stay in it.
        """)

    @Argument(help: "The period, such as 2016-Q1.", transform: readPeriod)
    var period: Period

    @Flag(help: "Record a new look of a published issue, whose content is the same.")
    var restyle = false

    @Option(help: "Record a correction of a published issue, with the reason that readers are told.")
    var correct: String?

    @Option(name: .customLong("on"), help: "The day of the correction, such as 2017-01-12.", transform: readDay)
    var day: Day?

    @Flag(help: "With --correct: take the reference data of today, not those on record.")
    var currentReference = false

    @OptionGroup var options: SharedOptions

    func validate() throws {
      if restyle && correct != nil { throw ValidationError("Give either --restyle or --correct, not both.") }
      if correct != nil && day == nil {
        throw ValidationError("Say with --on on which day the correction was made, such as --on 2017-01-12.")
      }
      if correct == nil && (day != nil || currentReference) {
        throw ValidationError("--on and --current-reference go with --correct.")
      }
      if let correct, correct.allSatisfy(\.isWhitespace) {
        throw ValidationError("Give readers a reason with --correct.")
      }
    }

    func run() throws {
      var renewal: ArchiveRecords.Renewal? = restyle ? .restyling : nil
      if let correct, let day {
        renewal = .correction(Correction(date: day, reason: correct), takesCurrentReference: currentReference)
      }
      let outcome = try performing { () throws(JobError) in
        try ArchiveRecords(inputs: options.inputsFolder).accept(period, renewal: renewal)
      }
      show(outcome, quiet: options.quiet)
      if !outcome.isGood { throw ExitCode.inputHasErrors }
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Make every published issue anew and compare it with what is on record.",
      discussion: "Nothing is written. The exit status is 1 when anything differs, and each difference is told.")

    @OptionGroup var options: SharedOptions

    func run() throws {
      let outcomes = try performing { () throws(JobError) in try ArchiveRecords(inputs: options.inputsFolder).verify() }
      for outcome in outcomes { show(outcome, quiet: options.quiet) }
      if outcomes.contains(where: { !$0.isGood }) { throw ExitCode.inputHasErrors }
    }
  }
}

private func show(_ outcome: ArchiveRecords.Outcome, quiet: Bool) {
  if quiet && outcome.isGood { return }
  if outcome.files.contains(where: { !$0.diagnostics.isEmpty }) {
    Terminal.printError(findingsAsText(outcome.files, colour: Terminal.showsColourInErrors))
  }
  Terminal.print("\(outcome.period.name): \(outcome.summary)")
  for difference in outcome.differences { Terminal.print("  \(difference)") }
}

private func readDay(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw ValidationError("“\(text)” is not a day: write it as 2017-01-12.") }
  return day
}

private func readAddress(_ text: String) throws -> String {
  let lowercased = text.lowercased()
  let scheme = ["https://", "http://"].first { lowercased.hasPrefix($0) }
  let host = scheme.flatMap { text.dropFirst($0.count).first }
  let isWhole = text.unicodeScalars.allSatisfy { $0.value > 0x20 && !$0.properties.isWhitespace && $0.value != 0x7F }
  guard isWhole, let host, host.isLetter || host.isNumber || host == "[" else {
    throw ValidationError(
      "“\(text)” is not the address of a site: write it with http:// or https:// and the host, such as "
        + "https://example.org/archive/.")
  }
  return text
}

private func readShard(_ text: String) throws -> Shard {
  guard let shard = Shard(text) else {
    throw ValidationError("“\(text)” is not a share: write the third of sixteen as 3/16.")
  }
  return shard
}
