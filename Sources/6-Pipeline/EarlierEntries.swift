import Files
import Ingest
import Model

/// A development of an earlier period, as it can be referred to.
public struct EarlierEntry: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// Its id.
  public var id: String
  /// Its headline.
  public var headline: String
}

/// The developments that a country submitted for periods before another, the newest period first.
///
/// - Parameters:
///   - country: The country's code, in whatever form somebody gave it.
///   - period: The period before which they were submitted.
///   - inputs: The folder of the inputs; what cannot be read in it is as if it were not there.
public func earlierEntries(of country: CountryCode, before period: Period, inInputs inputs: String) -> [EarlierEntry] {
  // The code becomes part of a path.
  guard country.rawValue.utf8.count == 2, country.rawValue.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
    let periods = try? IssueFolder.periods(inInputs: inputs)
  else { return [] }
  return periods.filter { $0 < period }.reversed().flatMap { period -> [EarlierEntry] in
    let path = "\(inputs)/\(period.name)/\(country.rawValue).xml"
    guard let bytes = try? readFile(path) else { return [] }
    let submission = ingestSubmission(bytes, name: path, schema: nil).content
    return (submission?.developments ?? []).filter { !$0.id.isEmpty }.map {
      EarlierEntry(period: period, id: $0.id, headline: $0.headline.words)
    }
  }
}

/// The periods that have a folder in the inputs, the newest first; none where these cannot be read.
public func knownPeriods(inInputs inputs: String) -> [Period] {
  ((try? IssueFolder.periods(inInputs: inputs)) ?? []).reversed()
}
