import Model

/// The series of one measure: the same figures for one period after another.
struct Measure {
  /// The measure and its breakdown.
  let title: String
  /// Its series, in the order.
  var series: [Series]
}

/// The series of an annex by measure, in the order in which the measures first appear.
func measures(of statistics: [Series]) -> [Measure] {
  var measures: [Measure] = []
  for series in statistics {
    if let place = measures.firstIndex(where: { $0.title == series.title }) {
      measures[place].series.append(series)
    } else {
      measures.append(Measure(title: series.title, series: [series]))
    }
  }
  return measures
}

extension Series {
  /// How long the bar of each figure is, as a share of the longest: between 0 and 1; `nil` for a figure that is the
  /// whole of the others, which would dwarf them.
  ///
  /// There are no bars (`nil`) for a single figure, which compares with nothing, nor where a figure is below zero or
  /// no number. All bars start at zero: shortened axes mislead.
  var bars: [Double?]? {
    let numbers = values.map { $0.isTotal ? nil : Double($0.number) }
    let parts = zip(values, numbers).filter { !$0.0.isTotal }.map(\.1)
    guard parts.count > 1, let longest = parts.compactMap({ $0 }).max(), longest > 0, longest.isFinite else {
      return nil
    }
    guard parts.allSatisfy({ $0.map { $0 >= 0 } ?? false }) else { return nil }
    return numbers.map { $0.map { $0 / longest } }
  }
}
