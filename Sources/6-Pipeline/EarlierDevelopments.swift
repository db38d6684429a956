import Files
import Ingest
import Model
import Threads
import Validate

/// The developments of earlier issues, for references to them: each file is read once, when it is first asked for.
///
/// The issues of one run share it, so that what one has read is there for the next.
final class EarlierDevelopments: Sendable {
  private let inputs: InputsFolder
  private let known: Guarded<Known>
  private let decisions = Guarded<[Period: [Decision]]>([:])
  private let periods = Guarded<[Period]?>(nil)
  private let failure = Guarded<FileError?>(nil)

  /// The developments in a folder of inputs.
  ///
  /// - Parameters:
  ///   - inputs: The folder.
  ///   - most: The most periods whose submissions are kept, for a run over very many of them.
  init(inputs: InputsFolder, keeping most: Int = .max) {
    self.inputs = inputs
    known = Guarded(Known(most: most))
  }

  /// Whether the inputs have a development, published or not.
  func has(_ reference: DevelopmentReference) -> Bool { development(reference) != nil }

  /// The headline under which a development was published: of what it was merged into, where it was. `nil` when the
  /// inputs do not have it, while its submission is a draft, and when the editors left it out.
  func publishedHeadline(of reference: DevelopmentReference) -> Phrase? {
    if submitted(by: reference.country, in: reference.period).isDraft { return nil }
    func development(_ id: String) -> Development? {
      self.development(DevelopmentReference(country: reference.country, period: reference.period, id: id))
    }
    let decisions = decisions(on: reference.period)
    var decided = DecidedEntries(leftOutBy: decisions)
    for decision in decisions where decision.country == reference.country {
      guard case .merge(let id, let into) = decision.action, development(id) != nil,
        development(decided.goal(of: into, of: reference.country)) != nil
      else { continue }
      decided.merge(id, into: into, of: reference.country)
    }
    let goal = decided.goal(of: reference.id, of: reference.country)
    return decided.isLeftOut(goal, of: reference.country) ? nil : development(goal)?.headline
  }

  /// What a country submitted for the latest period before another that has a folder; `nil` for nothing.
  func submission(of country: CountryCode, before period: Period) -> EarlierSubmission? {
    let all = periods.withLock { known in
      let found = known ?? reading { () throws(FileError) in try IssueFolder.periods(inInputs: inputs.path) } ?? []
      known = found
      return found
    }
    guard let previous = all.last(where: { $0 < period }) else { return nil }
    let developments = submitted(by: country, in: previous).developments
    return developments.isEmpty ? nil : EarlierSubmission(period: previous, developments: developments)
  }

  /// Says what could not be read, if anything: what is there but cannot be read must not count as not submitted.
  ///
  /// - Throws: `FileError` with the first of it.
  func confirm() throws(FileError) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// What is read; `nil`, and a note of why, when it cannot be.
  private func reading<Value>(_ read: () throws(FileError) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      failure.withLock { $0 = $0 ?? error }
      return nil
    }
  }

  /// Keeps what was read anyway, so that a later period need not read it again.
  func keep(_ files: [IngestedSubmission], of period: Period) {
    known.withLock { known in
      for file in files {
        let name = file.name.hasSuffix(".xml") ? file.name.dropLast(4) : file.name[...]
        known.keep(Submitted(file.content), of: CountryCode(String(name)), in: period)
      }
    }
  }

  private func development(_ reference: DevelopmentReference) -> Development? {
    submitted(by: reference.country, in: reference.period).developments.last { $0.id == reference.id }
  }

  private func submitted(by country: CountryCode, in period: Period) -> Submitted {
    // The parts of a reference are checked by the schema, so a path cannot lead out of the inputs; a code or an id
    // that is malformed simply finds nothing.
    guard country.rawValue.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
      return Submitted(nil)
    }
    if let known = known.withLock({ $0.submitted[period]?[country] }) { return known }
    // Read without the lock: others need not wait, and two that read the same file read the same.
    let path = "\(inputs)/\(period.name)/\(country.rawValue).xml"
    // An earlier file has been checked in its own period, so its schema is left aside here.
    let submitted = Submitted(bytes(of: path).flatMap { ingestSubmission($0, name: path, schema: nil).content })
    known.withLock { $0.keep(submitted, of: country, in: period) }
    return submitted
  }

  private func decisions(on period: Period) -> [Decision] {
    if let known = decisions.withLock({ $0[period] }) { return known }
    let path = "\(inputs)/\(period.name)/\(IssueFolder.issueName)"
    let read = bytes(of: path).flatMap { ingestIssue($0, name: path, schema: nil).content }?.decisions ?? []
    decisions.withLock { $0[period] = read }
    return read
  }

  /// The bytes of a file; `nil` where there is none, and where it cannot be read.
  private func bytes(of path: String) -> [UInt8]? {
    if kind(ofPath: path) == .nothing { return nil }
    return reading { () throws(FileError) in try readFile(path, atMost: inputs.largestFile) }
  }
}

/// What a country submitted for a period, as far as references to it need to know.
private struct Submitted: Sendable {
  var developments: [Development]
  var isDraft: Bool

  init(_ submission: Submission?) {
    developments = submission?.developments ?? []
    isDraft = submission?.status == .draft
  }
}

/// What was read of earlier periods.
private struct Known: Sendable {
  let most: Int
  private(set) var submitted: [Period: [CountryCode: Submitted]] = [:]
  /// The periods, the one that was met first at the beginning.
  private var met: [Period] = []

  init(most: Int) { self.most = most }

  mutating func keep(_ new: Submitted, of country: CountryCode, in period: Period) {
    if submitted[period] == nil {
      if met.count >= most { submitted[met.removeFirst()] = nil }
      met.append(period)
    }
    submitted[period, default: [:]][country] = new
  }
}
