import Files
import Ingest
import Model
import Text
import Threads

/// Makes issues for the archive: their outputs, and their parts for the site.
struct IssueMaking: Sendable {
  let periods: [Period]
  var jobs: ArchiveJobs
  let parts: PartsFolder
  let digests: InputDigests
  let program: String

  /// What an issue's report looks at in the issue before: what was submitted then, to find texts that came before.
  private func filesBefore(_ period: Period) throws(FileError) -> [String] {
    guard let place = periods.firstIndex(of: period), place > 0 else { return [] }
    let before = periods[place - 1]
    return try names(inFolder: "\(jobs.inputs)/\(before.name)").filter { $0.hasSuffix(".xml") }
      .map { "\(before.name)/\($0)" }
  }

  /// The headers of the parts of issues that are as they should be.
  ///
  /// - Throws: `FileError` when an input file cannot be read.
  func current(_ periods: [Period]) throws(FileError) -> [Period: IssuePart.Header] {
    let found = inParallel(periods.count) { number in
      Result { () throws(FileError) -> IssuePart.Header? in
        guard let header = parts.header(of: periods[number]) else { return nil }
        return try key(of: periods[number], others: header.others) == header.key ? header : nil
      }
    }
    var headers: [Period: IssuePart.Header] = [:]
    for (period, header) in zip(periods, found) { headers[period] = try header.get() }
    return headers
  }

  private func key(of period: Period, others: [String]) throws(FileError) -> String {
    let all = Set(others).union(try filesBefore(period)).sorted()
    return try digests.key(of: period, others: all, program: program)
  }

  /// Makes an issue, its outputs before its part.
  ///
  /// - Returns: The part's header, or the files with their findings when the issue has errors.
  func make(_ period: Period) throws -> Made {
    try parts.remove(period)
    let outcome = try jobs.job(for: period).stages(period)
    guard let issue = outcome.issue else { return .faulty(outcome.files) }
    digests.keep(outcome.inputs, of: period)
    let others = references(of: issue)
    var written = CompactWriter(capacity: issue.entryCount << 11)
    written.write(issue)
    let header = IssuePart.Header(
      maker: parts.maker, key: try key(of: period, others: others), others: others, files: outcome.outputs,
      digests: PartDigests(issue, written: written))
    try parts.write(IssuePart.bytes(header, written), of: period)
    return .made(header)
  }

  /// What came of making an issue.
  enum Made: Sendable {
    case made(IssuePart.Header)
    case faulty([CheckedFile])
  }

  /// The files of other periods in which what an issue's entries follow up stands, and what was decided about it.
  private func references(of issue: CompiledIssue) -> [String] {
    let others = issue.entries.flatMap { $0.development.follows }.filter { $0.period != issue.period }
    let submissions = others.map { "\($0.period.name)/\($0.country.rawValue).xml" }
    return Set(submissions + others.map { "\($0.period.name)/\(IssueFolder.issueName)" }).sorted()
  }
}
