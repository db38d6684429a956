import Model

/// The statistics of several issues as one: a figure that a later issue gives again stands once, as the later has it.
///
/// Two figures are of the same thing when measure, unit, label and period agree. Series of the same measure and period
/// become one; its figures are set in order of their periods where each has one.
///
/// - Parameter statistics: The statistics of each issue, the earliest first.
func mergedStatistics(_ statistics: [[Series]]) -> [Series] {
  var merged: [Series] = []
  for issue in statistics {
    // Measured against earlier issues alone, so that what one issue tells in several series stays as it is.
    merged = merged.map { series in issue.reduce(series) { $0.without($1) } }.filter { !$0.values.isEmpty }
    let places = merged.count
    for series in issue {
      let home = merged[..<places].firstIndex {
        $0.title == series.title && $0.unit == series.unit && $0.period == series.period
      }
      if let home {
        merged[home].take(in: series)
      } else {
        merged.append(series)
        // It may tell what an earlier series told that has nothing left.
        merged[merged.count - 1].setInOrderOfTime()
      }
    }
  }
  return merged
}

extension Series {
  /// What is left of the series when a later one has been told.
  fileprivate func without(_ later: Series) -> Series {
    guard later.title == title, later.unit == unit else { return self }
    var rest = self
    rest.values.removeAll { value in
      later.values.contains { $0.label == value.label && ($0.period ?? later.period) == (value.period ?? period) }
    }
    return rest
  }

  /// Takes the figures of a later series in.
  fileprivate mutating func take(in later: Series) {
    values += later.values
    for source in later.sources where !sources.contains(source) { sources.append(source) }
    note = later.note ?? note
    setInOrderOfTime()
  }

  /// Sets the figures of each label in order of their periods, when all have one; labels keep their order.
  fileprivate mutating func setInOrderOfTime() {
    let days = values.compactMap { value in value.period.flatMap { Series.firstDay(of: $0) } }
    guard days.count == values.count else { return }
    var labels: [String] = []
    for value in values where !labels.contains(value.label) { labels.append(value.label) }
    let places = values.map { labels.firstIndex(of: $0.label) ?? 0 }
    let order = values.indices.sorted { (places[$0], days[$0], $0) < (places[$1], days[$1], $1) }
    values = order.map { values[$0] }
  }

  private static func firstDay(of time: String) -> Day? { PartialDate(time)?.earliest ?? Period(time)?.first }
}
