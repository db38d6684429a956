import Files
import Ingest
import Model
import Threads

/// Builds the archive: every issue of the inputs, and the site that gathers them.
///
/// Only what has changed is made again, and what is made takes its place whole. A build that was broken off is taken
/// up by the next.
public struct ArchiveBuild: Sendable {
  let inputs: InputsFolder
  let output: String
  let baseURL: String?

  /// A build.
  ///
  /// - Parameters:
  ///   - inputs: The folder of the inputs.
  ///   - output: The folder of the outputs; the site goes into its folder `archive`.
  ///   - baseURL: The address at which the site will stand, for absolute links; `nil` when it is not known.
  public init(inputs: InputsFolder, output: String, baseURL: String? = nil) {
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
    /// How many files of the site are new or other than before.
    public var pages = 0
    /// The files with their findings of issues that have errors; their outputs are as they were.
    public var faulty: [CheckedFile] = []
  }

  /// Builds what has changed.
  ///
  /// - Throws: `JobError` when something cannot be read or written, or another run is at it.
  public func run() throws(JobError) -> Outcome {
    try asJob {
      let work = try Work(self, isShared: false)
      let all = work.periods
      var (outcome, headers) = try work.makeIssues(all)
      guard outcome.faulty.isEmpty else { return outcome }
      try work.parts.keep(only: all)
      outcome.pages = try work.site.make(of: all.compactMap { period in headers[period].map { (period, $0) } })
      return outcome
    }
  }

  /// Makes a share of the issues, and not the site: other runs may make other shares at the same time.
  ///
  /// - Throws: `JobError` when something cannot be read or written.
  public func run(_ shard: Shard) throws(JobError) -> Outcome {
    try asJob {
      let work = try Work(self, isShared: true)
      return try work.makeIssues(shard.elements(of: work.periods)).outcome
    }
  }

  /// Makes the site from what shares of the work have made, and compiles nothing.
  ///
  /// - Parameter folders: The folders of the outputs of the shares, beside that of this one.
  /// - Throws: `JobError` when an issue is missing or out of date, or something cannot be read or written.
  public func join(_ folders: [String]) throws(JobError) -> Outcome {
    try asJob {
      for folder in folders where kind(ofPath: folder) != .folder {
        throw JobError("\(folder), which is to hold a share, is not there or is no folder.")
      }
      let work = try Work(self, isShared: false)
      for folder in folders { try work.gather(from: folder) }
      let headers = try work.making.current(work.periods)
      let missing = work.periods.filter { headers[$0] == nil }
      guard missing.isEmpty else {
        throw JobError(
          "these issues are missing, or were made of other inputs or by another build of the program: "
            + missing.map(\.name).joined(separator: ", ") + ". Build the shares that make them, then join again.")
      }
      try work.parts.keep(only: work.periods)
      let pages = try work.site.make(of: work.periods.compactMap { period in headers[period].map { (period, $0) } })
      return Outcome(count: work.periods.count, pages: pages)
    }
  }
}

/// The work of one run on an archive, during which no other run changes it.
private struct Work: ~Copyable {
  let periods: [Period]
  let parts: PartsFolder
  let making: IssueMaking
  let site: SiteBuild
  private let lock: FolderLock

  init(_ build: ArchiveBuild, isShared: Bool) throws {
    let program = try ArchiveProgram(inputs: build.inputs.path)
    let periods = try IssueFolder.periods(inInputs: build.inputs.path)
    let parts = PartsFolder(output: build.output, maker: program.maker)
    try makeFolder(parts.path)
    lock = try FolderLock(parts.path, isShared: isShared)
    self.periods = periods
    self.parts = parts
    making = IssueMaking(
      periods: periods, jobs: ArchiveJobs(inputs: build.inputs, output: build.output), parts: parts,
      digests: InputDigests(inputs: build.inputs), program: program.key)
    site = SiteBuild(output: build.output, parts: parts, baseURL: build.baseURL, program: program.key)
  }

  /// Makes those of some issues that are not what they should be.
  func makeIssues(_ periods: [Period]) throws -> (outcome: ArchiveBuild.Outcome, headers: [Period: IssuePart.Header]) {
    var headers = try making.current(periods)
    let stale = periods.filter { headers[$0] == nil }
    var making = making
    making.jobs.isAlone = !isWorthThreads(stale.count)
    let made = inParallel(stale.count) { [making] number in Result { try making.make(stale[number]) } }
    var outcome = ArchiveBuild.Outcome(count: periods.count)
    for (period, result) in zip(stale, made) {
      switch try result.get() {
      case .faulty(let files): outcome.faulty += files
      case .made(let header):
        headers[period] = header
        outcome.built.append(period)
      }
    }
    return (outcome, headers)
  }

  /// Takes over the issues that a share made in a folder of its own.
  func gather(from folder: String) throws {
    let share = PartsFolder(output: folder, maker: parts.maker)
    for period in periods {
      guard let header = share.header(of: period), header != parts.header(of: period) else { continue }
      try parts.remove(period)
      var files: [OutputFile] = []
      for file in header.files {
        let bytes = try readFile("\(folder)/\(period.name)/\(file.name)", atMost: .max)
        files.append(OutputFile(name: file.name, bytes: bytes))
      }
      try replaceFiles(files, inFolder: "\(parts.output)/\(period.name)")
      try parts.write(share.bytes(of: period), of: period)
    }
  }
}

/// Does work whose errors are told as those of a job.
private func asJob<Value>(_ work: () throws -> Value) throws(JobError) -> Value {
  do {
    return try work()
  } catch let error as JobError {
    throw error
  } catch {
    throw JobError("\(error)")
  }
}
