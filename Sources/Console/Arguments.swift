import ArgumentParser
import Model

/// Reads a period given as an argument.
///
/// - Throws: `ValidationError` when it is none.
public func readPeriod(_ name: String) throws -> Period {
  guard let period = Period(name) else {
    throw ValidationError("“\(name)” is not a period: write a quarter as 2016-Q1, a span as 2014-08_2014-11.")
  }
  return period
}

extension Kind: ExpressibleByArgument {}
extension StageType: ExpressibleByArgument {}
