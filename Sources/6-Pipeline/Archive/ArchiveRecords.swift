import Files
import Ingest
import Model
import Threads

/// The records of what was published: made, and held against what the inputs give.
public struct ArchiveRecords: Sendable {
  let inputs: InputsFolder

  /// The records in a folder of inputs.
  public init(inputs: InputsFolder) { self.inputs = inputs }

  /// Why an issue is accepted again.
  public enum Renewal: Sendable {
    /// It looks otherwise, but says the same.
    case restyling
    /// It says something else, for a reason that readers are told.
    ///
    /// - Parameter takesCurrentReference: Whether reference data of today take the place of those on record.
    case correction(Correction, takesCurrentReference: Bool)
  }

  /// What came of accepting or verifying an issue.
  public struct Outcome: Sendable {
    /// The issue's period.
    public var period: Period
    /// The files with their findings, when errors stopped the work.
    public var files: [CheckedFile] = []
    /// What differs from the record, in sentences.
    public var differences: [String] = []
    /// How it went, in a sentence.
    public var summary: String
    /// Whether all is well.
    public var isGood: Bool
  }

  /// Records an issue as published.
  ///
  /// - Parameters:
  ///   - period: The issue's period.
  ///   - renewal: Why it is accepted again, when a record is there; without one a record is never changed.
  /// - Throws: `JobError` when something cannot be read or written.
  public func accept(_ period: Period, renewal: Renewal? = nil) throws(JobError) -> Outcome {
    let folder = "\(inputs)/\(period.name)"
    let job = try job(for: period, renewal)
    let record = job.published
    guard let draft = try draft(job, period) else { return try stopped(job, period) }
    if renewal != nil, record == nil {
      return Outcome(period: period, summary: "is not recorded as published: accept it first.", isGood: false)
    }
    var state: PublishedRecord
    switch renewal {
    case nil:
      let made = Regeneration(draft, by: job)
      if let record { return refusal(period, Comparison(made, with: record)) }
      state = made.record
    case .restyling:
      let made = Regeneration(draft, by: job)
      guard let record, Comparison(made, with: record).content.isEmpty else {
        let differences = record.map { Comparison(made, with: $0).content } ?? []
        return Outcome(
          period: period, differences: differences, summary: "says something else than what was published.",
          isGood: false)
      }
      if made.digests == record.digests { return Outcome(period: period, summary: "looks as it did.", isGood: true) }
      state = record
      state.former.append(.init(digests: record.digests, cause: .restyling))
      state.digests = made.digests
    case .correction(let correction, _):
      guard let record else { return Outcome(period: period, summary: "is not recorded.", isGood: false) }
      if let refusal = refusal(of: correction, draft, by: job, since: record) { return refusal }
      state = corrected(record, correction, draft, by: job)
    }
    do {
      try replaceFiles([OutputFile(name: PublishedRecord.fileName, bytes: state.bytes)], inFolder: folder)
    } catch {
      throw JobError("\(error)")
    }
    return Outcome(period: period, summary: "is recorded as published.", isGood: true)
  }

  /// The record of an issue with a correction.
  private func corrected(
    _ record: PublishedRecord, _ correction: Correction, _ draft: Compilation.Draft, by job: Compilation
  ) -> PublishedRecord {
    let made = Regeneration(draft, by: job, correction: (correction, since: record))
    var state = made.record
    let cause = PublishedRecord.Former.Cause.correction(made.issue.corrections.last ?? correction)
    state.former = record.former + [.init(digests: record.digests, cause: cause)]
    return state
  }

  /// Why a correction is not recorded, which would be for good: readers would find nothing changed by it, or it cannot be
  /// of its day.
  private func refusal(
    of correction: Correction, _ draft: Compilation.Draft, by job: Compilation, since record: PublishedRecord
  ) -> Outcome? {
    let day = PartialDate.day(correction.date).words
    var refusal = Outcome(period: record.period, summary: "", isGood: false)
    if let last = record.corrections.map(\.date).max(), correction.date < last {
      refusal.summary =
        "was corrected on \(PartialDate.day(last).words) already: a correction of \(day) cannot come after that."
      return refusal
    }
    let out = draft.compiled.published?.earliest ?? record.period.last
    if correction.date < out {
      let words = PartialDate.day(out).words
      let reason = draft.compiled.published == nil ? "its period ends on \(words)" : "it was published on \(words)"
      refusal.summary = "cannot have been corrected on \(day): \(reason). Give the right day with --on."
      return refusal
    }
    let comparison = Comparison(Regeneration(draft, by: job), with: record)
    guard comparison.content.isEmpty else { return nil }
    let advice = comparison.look.isEmpty ? "" : " “accept --restyle” records the new look."
    refusal.differences = comparison.look
    refusal.summary = "says what was published: there is nothing to correct.\(advice)"
    return refusal
  }

  private func refusal(_ period: Period, _ comparison: Comparison) -> Outcome {
    if comparison.isSame {
      return Outcome(period: period, summary: "is on record already, and nothing differs.", isGood: true)
    }
    let advice =
      comparison.content.isEmpty
      ? "is on record with another look: “accept --restyle” records the new one."
      : "is on record otherwise: “accept --correct REASON --on DATE” records a correction."
    return Outcome(period: period, differences: comparison.content + comparison.look, summary: advice, isGood: false)
  }

  /// Makes every published issue anew and compares it with what is on record. Nothing is written.
  ///
  /// - Throws: `JobError` when something cannot be read.
  public func verify() throws(JobError) -> [Outcome] {
    let periods: [Period]
    do { periods = try IssueFolder.periods(inInputs: inputs.path) } catch { throw JobError("\(error)") }
    let jobs = ArchiveJobs(inputs: inputs, output: "")
    let verified = inParallel(periods.count) { number in
      Result { () throws(JobError) in try verify(periods[number], by: jobs.job(for: periods[number])) }
    }
    var outcomes: [Outcome] = []
    for outcome in verified { outcomes.append(try outcome.get()) }
    return outcomes
  }

  private func verify(_ period: Period, by job: Compilation) throws(JobError) -> Outcome {
    guard let record = job.published else {
      return Outcome(
        period: period, summary: "is not recorded as published: there is nothing to compare.", isGood: true)
    }
    guard let draft = try draft(job, period) else { return try stopped(job, period) }
    let comparison = Comparison(Regeneration(draft, by: job), with: record)
    return Outcome(
      period: period, differences: comparison.content + comparison.look,
      summary: comparison.isSame ? "comes out as it was published, byte for byte." : "differs from what was published:",
      isGood: comparison.isSame)
  }

  private func job(for period: Period, _ renewal: Renewal?) throws(JobError) -> Compilation {
    var job = try Compilation.job(for: period, inputs: inputs, output: "")
    if case .correction(_, let takesCurrentReference) = renewal {
      if takesCurrentReference {
        let record = job.published
        job = try Compilation(workshop: try Workshop(inputs: inputs), inputs: inputs, output: "")
        job.published = record
      }
      job.takesGivenThemes = true
    }
    return job
  }

  private func draft(_ job: Compilation, _ period: Period) throws(JobError) -> Compilation.Draft? {
    do {
      if case .compiled(let draft) = try job.draft(period) { return draft }
      return nil
    } catch {
      throw JobError("\(error)")
    }
  }

  private func stopped(_ job: Compilation, _ period: Period) throws(JobError) -> Outcome {
    do {
      guard case .stopped(let checked) = try job.draft(period) else {
        throw JobError("\(period.name) changed while it was read.")
      }
      return Outcome(
        period: period, files: checked.files, summary: "has errors and cannot be made anew.", isGood: false)
    } catch let error as JobError {
      throw error
    } catch {
      throw JobError("\(error)")
    }
  }
}
