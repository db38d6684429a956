import Files
import Ingest
import Model
import Threads
import Validate

/// The developments of earlier issues, for references to them: each submission is read once, when it is first asked for.
///
/// The issues of one run share it, so that what one has read is there for the next.
public final class EarlierDevelopments: Sendable {
  private let inputs: InputsFolder
  private let known: Guarded<Known>
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

  /// The headline of a development; `nil` when the inputs do not have it.
  public func headline(of reference: DevelopmentReference) -> Phrase? {
    developments(of: reference.country, in: reference.period).last { $0.id == reference.id }?.headline
  }

  /// What a country submitted for the latest period before another that has a folder; `nil` for nothing.
  func submission(of country: CountryCode, before period: Period) -> EarlierSubmission? {
    let all = periods.withLock { known in
      let found = known ?? reading { () throws(FileError) in try IssueFolder.periods(inInputs: inputs.path) } ?? []
      known = found
      return found
    }
    guard let previous = all.last(where: { $0 < period }) else { return nil }
    let developments = developments(of: country, in: previous)
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
        known.keep(file.content?.developments ?? [], of: CountryCode(String(name)), in: period)
      }
    }
  }

  private func developments(of country: CountryCode, in period: Period) -> [Development] {
    // The parts of a reference are checked by the schema, so a path cannot lead out of the inputs; a code or an id
    // that is malformed simply finds nothing.
    guard country.rawValue.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else { return [] }
    if let developments = known.withLock({ $0.developments[period]?[country] }) { return developments }
    // Read without the lock: others need not wait, and two that read the same file read the same.
    let developments = read("\(inputs)/\(period.name)/\(country.rawValue).xml")
    known.withLock { $0.keep(developments, of: country, in: period) }
    return developments
  }

  /// An earlier file has been checked in its own period, so its schema is left aside here.
  private func read(_ path: String) -> [Development] {
    if kind(ofPath: path) == .nothing { return [] }
    guard let bytes = reading({ () throws(FileError) in try readFile(path, atMost: inputs.largestFile) }) else {
      return []
    }
    return ingestSubmission(bytes, name: path, schema: nil).content?.developments ?? []
  }
}

/// What was read of earlier periods.
private struct Known: Sendable {
  let most: Int
  private(set) var developments: [Period: [CountryCode: [Development]]] = [:]
  /// The periods, the one that was met first at the beginning.
  private var met: [Period] = []

  init(most: Int) { self.most = most }

  mutating func keep(_ new: [Development], of country: CountryCode, in period: Period) {
    if developments[period] == nil {
      if met.count >= most { developments[met.removeFirst()] = nil }
      met.append(period)
    }
    developments[period, default: [:]][country] = new
  }
}
