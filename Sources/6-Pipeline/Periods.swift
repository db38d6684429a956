import Ingest
import Model

/// The newest period in a folder of inputs.
///
/// - Throws: `JobError` when the folder cannot be read or holds no period.
public func newestPeriod(inInputs path: String) throws(JobError) -> Period {
  let periods: [Period]
  do {
    periods = try IssueFolder.periods(inInputs: path)
  } catch {
    throw JobError("\(error)")
  }
  guard let newest = periods.last else {
    throw JobError("\(path) holds no folder of a period, such as 2016-Q1.")
  }
  return newest
}

extension Period {
  /// The edition of the period; for an irregular one that of the quarter in which it ends, and 1 before the rule.
  var nearestEdition: Int {
    ruledEdition ?? Period("\(last.year)-Q\((last.month + 2) / 3)")?.ruledEdition ?? 1
  }
}
