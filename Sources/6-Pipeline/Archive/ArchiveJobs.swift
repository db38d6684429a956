import Files
import Model
import Reference
import Threads

/// The jobs of many issues, which share what they can: reference data of the same versions are loaded once.
struct ArchiveJobs: Sendable {
  let inputs: InputsFolder
  let output: String
  /// Whether the issues are worked on one at a time.
  var isAlone = true
  private let shared = SharedJobs()
  private let earlier: EarlierDevelopments

  init(inputs: InputsFolder, output: String) {
    self.inputs = inputs
    self.output = output
    // Issues refer to what came shortly before: the archive of many years need not be held in memory.
    earlier = EarlierDevelopments(inputs: inputs, keeping: 12)
  }

  /// The job for an issue.
  ///
  /// - Throws: `JobError` when the record, reference data or templates cannot be used.
  func job(for period: Period) throws(JobError) -> Compilation {
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
    job.earlier = earlier
    job.workshop.isAlone = isAlone
    return job
  }
}

/// The jobs made so far, by the versions on which they are pinned.
private final class SharedJobs: Sendable {
  private let jobs = Guarded<[[ReferenceFile: String]: Compilation]>([:])

  subscript(pinned: [ReferenceFile: String]) -> Compilation? {
    get { jobs.withLock { $0[pinned] } }
    set { jobs.withLock { $0[pinned] = newValue } }
  }
}
