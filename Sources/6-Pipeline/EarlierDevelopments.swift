import Files
import Ingest
import Model
import Synchronization
import Validate

/// The developments of earlier issues, for references to them: each submission is read once, when it is first asked for.
public final class EarlierDevelopments: Sendable {
  private let inputs: String
  private let submissions = Mutex<[String: [Development]]>([:])
  private let periods = Mutex<[Period]?>(nil)

  /// The developments in a folder of inputs.
  init(inputs: String) {
    self.inputs = inputs
  }

  /// The headline of a development; `nil` when the inputs do not have it.
  public func headline(of reference: DevelopmentReference) -> Phrase? {
    developments(of: reference.country, in: reference.period).last { $0.id == reference.id }?.headline
  }

  /// What a country submitted for the latest period before another that has a folder; `nil` for nothing.
  func submission(of country: CountryCode, before period: Period) -> EarlierSubmission? {
    let all = periods.withLock { known in
      let found = known ?? (try? IssueFolder.periods(inInputs: inputs)) ?? []
      known = found
      return found
    }
    guard let previous = all.last(where: { $0 < period }) else { return nil }
    let developments = developments(of: country, in: previous)
    return developments.isEmpty ? nil : EarlierSubmission(period: previous, developments: developments)
  }

  /// Keeps what was read anyway, so that a later period need not read it again.
  func keep(_ files: [IngestedSubmission], of period: Period) {
    submissions.withLock { known in
      for file in files {
        let name = file.name.hasSuffix(".xml") ? file.name.dropLast(4) : file.name[...]
        known[path(CountryCode(String(name)), period)] = file.content?.developments ?? []
      }
    }
  }

  private func developments(of country: CountryCode, in period: Period) -> [Development] {
    // The parts of a reference are checked by the schema, so a path cannot lead out of the inputs; a code or an id
    // that is malformed simply finds nothing.
    guard country.rawValue.allSatisfy({ $0.isASCII && $0.isUppercase }) else { return [] }
    let path = path(country, period)
    return submissions.withLock { known in
      if let developments = known[path] { return developments }
      let developments = read(path)
      known[path] = developments
      return developments
    }
  }

  private func path(_ country: CountryCode, _ period: Period) -> String {
    "\(inputs)/\(period.name)/\(country.rawValue).xml"
  }

  /// An earlier file has been checked in its own period, so its schema is left aside here.
  private func read(_ path: String) -> [Development] {
    guard let bytes = try? readFile(path) else { return [] }
    return ingestSubmission(bytes, name: path, schema: nil).content?.developments ?? []
  }
}
