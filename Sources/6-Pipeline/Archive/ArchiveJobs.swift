import Files
import Model
import Reference
import Synchronization

/// The jobs of many issues, which share what they can: reference data of the same versions are loaded once.
struct ArchiveJobs: Sendable {
  let inputs: String
  let output: String
  private let shared = SharedJobs()

  init(inputs: String, output: String) {
    self.inputs = inputs
    self.output = output
  }

  /// Compiles issues and writes their editions, reports and manifests.
  ///
  /// - Throws: `JobError` when something cannot be read or written.
  func emit(_ periods: [Period]) throws(JobError) -> [Compilation.Outcome] {
    let jobs = try periods.map { period throws(JobError) in try job(for: period) }
    let outcomes = inParallel(periods.count) { number in
      Result { () throws(FileError) in try jobs[number].stages(periods[number]) }
    }
    return try all(outcomes)
  }

  /// Compiles issues without writing anything.
  ///
  /// - Throws: `JobError` when something cannot be read.
  func compile(_ periods: [Period]) throws(JobError) -> [(Period, CompiledIssue)] {
    let jobs = try periods.map { period throws(JobError) in try job(for: period) }
    let drafts = inParallel(periods.count) { number in
      Result { () throws(FileError) -> CompiledIssue? in
        if case .compiled(let draft) = try jobs[number].draft(periods[number]) { draft.compiled } else { nil }
      }
    }
    return zip(periods, try all(drafts)).compactMap { period, issue in issue.map { (period, $0) } }
  }

  private func all<Value>(_ results: [Result<Value, FileError>]) throws(JobError) -> [Value] {
    var values: [Value] = []
    for result in results {
      do { values.append(try result.get()) } catch { throw JobError("\(error)") }
    }
    return values
  }

  private func job(for period: Period) throws(JobError) -> Compilation {
    let record: PublishedRecord?
    do { record = try PublishedRecord.read(inFolder: "\(inputs)/\(period.name)") } catch { throw JobError("\(error)") }
    let pinned = record?.pinned ?? [:]
    var job: Compilation
    if let known = shared[pinned] {
      job = known
    } else {
      job = try Compilation(workshop: try Workshop(inputs: inputs, pinned: pinned), inputs: inputs, output: output)
      shared[pinned] = job
    }
    job.published = record
    return job
  }
}

/// The jobs made so far, by the versions on which they are pinned.
private final class SharedJobs: Sendable {
  private let jobs = Mutex<[[ReferenceFile: String]: Compilation]>([:])

  subscript(pinned: [ReferenceFile: String]) -> Compilation? {
    get { jobs.withLock { $0[pinned] } }
    set { jobs.withLock { $0[pinned] = newValue } }
  }
}
