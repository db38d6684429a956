import Ingest
import Model

/// Of which issues a product is made, and where it goes.
struct ProductScope {
  /// The periods of the issues, the earliest first.
  let periods: [Period]
  /// The span of time that was asked for.
  let span: Period
  /// The name of the product's folder.
  let folder: String
  /// What it is about, as a code: a year, a country, a theme.
  let code: String

  /// The scope of a product, by the periods that the inputs have.
  ///
  /// - Throws: `JobError` when they have none of those that are asked for, `FileError` when they cannot be read.
  init(_ request: ProductJob.Request, inputs: String) throws {
    let all = try IssueFolder.periods(inInputs: inputs)
    switch request {
    case .annual(let year): try self.init(year: year, all, inputs)
    case .factsheet(let country, let from, let to): try self.init("factsheet", country.rawValue, from, to, all, inputs)
    case .digest(let theme, let from, let to): try self.init("digest", theme.rawValue, from, to, all, inputs)
    }
  }

  /// An issue belongs to the year in which its period ends, so that one across the turn of a year is in one annual
  /// overview, and no more.
  private init(year: Int, _ all: [Period], _ inputs: String) throws(JobError) {
    let periods = all.filter { $0.last.year == year }
    guard let first = periods.first, let span = Period(from: first, to: periods.last ?? first) else {
      let years = Set(all.map(\.last.year)).sorted().map(String.init).joined(separator: ", ")
      throw JobError("\(inputs) has no issue of \(year)\(all.isEmpty ? "." : "; it has issues of \(years).")")
    }
    (self.periods, self.span, folder, code) = (periods, span, "annual-\(year)", String(year))
  }

  private init(
    _ kind: String, _ code: String, _ from: Period?, _ to: Period?, _ all: [Period], _ inputs: String
  ) throws(JobError) {
    guard let from = from ?? all.first, let to = to ?? all.last else {
      throw JobError("\(inputs) holds no folder of a period, such as 2016-Q1.")
    }
    guard let span = Period(from: from, to: to) else {
      throw JobError("The inputs have no issue from \(from.name) to \(to.name).")
    }
    periods = all.filter { from.first <= $0.first && $0.last <= to.last }
    guard !periods.isEmpty else {
      let names = all.map(\.name).joined(separator: ", ")
      throw JobError("\(inputs) has no issue from \(from.name) to \(to.name); it has \(names).")
    }
    (self.span, self.code, folder) = (span, code, "\(kind)-\(code)-\(from.name)-\(to.name)")
  }
}
