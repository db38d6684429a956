import Emit
import Files
import Ingest
import Model
import Reference
import Text

/// Builds the archive: every issue of the inputs, and the site that gathers them.
///
/// Only what has changed is made again, and every file takes its place whole. A build that was broken off is taken up
/// by the next.
public struct ArchiveBuild: Sendable {
  let inputs: String
  let output: String
  let baseURL: String?

  /// A build.
  ///
  /// - Parameters:
  ///   - inputs: The folder of the inputs.
  ///   - output: The folder of the outputs; the site goes into its folder `archive`.
  ///   - baseURL: The address at which the site will stand, for absolute links; `nil` when it is not known.
  public init(inputs: String, output: String, baseURL: String?) {
    self.inputs = inputs
    self.output = output
    self.baseURL = baseURL
  }

  /// What came of a build.
  public struct Outcome: Sendable {
    /// The periods whose issues were made again.
    public var built: [Period] = []
    /// How many issues there are.
    public var count = 0
    /// How many files of the site were written.
    public var pages = 0
    /// The files with their findings of issues that have errors; their outputs are as they were.
    public var faulty: [CheckedFile] = []
  }

  private var site: String { "\(output)/archive" }

  /// Builds what has changed.
  ///
  /// - Throws: `JobError` when something cannot be read or written.
  public func run() throws(JobError) -> Outcome {
    do {
      return try build()
    } catch let error as JobError {
      throw error
    } catch {
      throw JobError("\(error)")
    }
  }

  private func build() throws -> Outcome {
    let periods = try IssueFolder.periods(inInputs: inputs)
    let before = BuildState.read(inFolder: site)
    let digests = try InputDigests(inputs: inputs, periods: periods)
    let program = try programKey()
    let stale = periods.filter { period in
      guard let issue = before.issues[period.name] else { return true }
      return issue.key != digests.key(of: period, others: issue.others, program: program) || !hasOutputs(period)
    }
    var outcome = Outcome(count: periods.count)
    let siteKey = digests.siteKey(program: program, baseURL: baseURL)
    if stale.isEmpty, before.site == siteKey { return outcome }

    let jobs = ArchiveJobs(inputs: inputs, output: output)
    var state = before
    state.issues = state.issues.filter { item in periods.contains { $0.name == item.key } }
    var issues: [Period: CompiledIssue] = [:]
    for (period, made) in zip(stale, try jobs.emit(stale)) {
      guard let issue = made.issue else {
        outcome.faulty += made.files
        state.issues[period.name] = nil
        continue
      }
      issues[period] = issue
      outcome.built.append(period)
      let others = references(of: issue)
      state.issues[period.name] = BuildState.Issue(
        key: digests.key(of: period, others: others, program: program), others: others)
    }
    if outcome.faulty.isEmpty {
      for (period, issue) in try jobs.compile(periods.filter { issues[$0] == nil }) { issues[period] = issue }
      outcome.pages = try writeSite(periods.compactMap { issues[$0] })
      state.site = siteKey
    }
    _ = try writeChanged([OutputFile(name: BuildState.fileName, bytes: state.bytes)], below: site)
    return outcome
  }

  /// Writes the site's files that have changed, and takes away those that no longer belong to it.
  private func writeSite(_ issues: [CompiledIssue]) throws -> Int {
    var files: [OutputFile] = []
    for issue in issues {
      for name in ["bulletin.html", "bulletin.txt"] {
        let bytes = try readFile("\(output)/\(issue.period.name)/\(name)")
        files.append(OutputFile(name: "\(issue.period.name)/\(name)", bytes: bytes))
      }
    }
    let pages = sitePages(of: issues, baseURL: baseURL)
    files += inParallel(pages.count) { OutputFile(name: pages[$0].path, bytes: pages[$0].bytes()) }
    return try writeChanged(files, below: site).count
  }

  private func hasOutputs(_ period: Period) -> Bool {
    ["\(output)/\(period.name)", "\(site)/\(period.name)"].allSatisfy { folder in
      ["bulletin.html", "bulletin.txt"].allSatisfy { kind(ofPath: "\(folder)/\($0)") == .file }
    }
  }

  private func references(of issue: CompiledIssue) -> [String] {
    let others = issue.entries.flatMap { $0.development.follows }.filter { $0.period != issue.period }
    return Set(others.map { "\($0.period.name)/\($0.country.rawValue).xml" }).sorted()
  }

  /// What tells this program, with the reference data and templates in the inputs, from any other.
  private func programKey() throws -> String {
    var parts = [bulletinVersion, buildIdentity()]
    for folder in [Workshop.referenceFolder, templatesFolder] {
      let path = "\(inputs)/\(folder)"
      guard kind(ofPath: path) == .folder else { continue }
      for name in try names(inFolder: path) { parts += [name, digest(try readFile("\(path)/\(name)"))] }
    }
    return digest(Array(parts.joined(separator: "\n").utf8))
  }
}

/// All pages of the site beside the editions.
func sitePages(of issues: [CompiledIssue], baseURL: String?) -> [SitePage] {
  archiveSite(of: issues, baseURL: baseURL) + archiveSearch(of: issues)
}
