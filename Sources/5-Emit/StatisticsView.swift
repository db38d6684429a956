import Model

/// The statistics of the annex as the template `statistics.html` shows them: measure by measure, period by period.
struct StatisticsView: TemplateView {
  enum Slot: String, TemplateSlot {
    case measures, title
    case series, period, periodWords, unit
    case single, table
    case dated, values, label, valuePeriod, bar, number
    case notes, note
    case sources, sourceLabel, source, sourceSeparator

    var sort: SlotSort {
      switch self {
      case .measures, .series, .period, .single, .table, .dated, .values, .notes, .sources: .part
      case .bar, .number, .source: .markup
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .measures: nil
      case .title, .series: .measures
      case .period, .unit, .single, .table, .values, .notes, .sources, .sourceLabel: .series
      case .periodWords: .period
      case .dated: .series
      case .label, .valuePeriod, .bar, .number: .values
      case .note: .notes
      case .source, .sourceSeparator: .sources
      }
    }

    var isIndispensable: Bool {
      [.title, .periodWords, .unit, .label, .valuePeriod, .number, .note, .source].contains(self)
    }
  }

  private let measures: [Measure]
  private var measure = 0
  private var position = 0
  private var value = 0
  private var source = 0
  private var bars: [Double?]?

  /// The statistics of an annex.
  init(_ statistics: [Series]) { measures = Emit.measures(of: statistics) }

  private var series: Series { measures[measure].series[position] }

  func count(of part: Slot) -> Int {
    switch part {
    case .measures: measures.count
    case .series: measures[measure].series.count
    case .period: series.period == nil ? 0 : 1
    case .single: series.values.count == 1 ? 1 : 0
    case .table: series.values.count == 1 ? 0 : 1
    case .dated: series.values.contains { $0.period != nil } ? 1 : 0
    case .values: series.values.count
    case .notes: series.note == nil ? 0 : 1
    case .sources: series.sources.count
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    switch part {
    case .measures: measure = position
    case .series:
      self.position = position
      bars = series.bars
    case .values: value = position
    case .sources: source = position
    default: break
    }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    case .title: writer.text(measures[measure].title)
    case .periodWords: writer.text(series.period.map(Words.time) ?? "")
    case .unit: writer.text(series.unit)
    case .label: writer.text(series.values[value].label)
    case .valuePeriod: writer.text(series.values[value].period.map(Words.time) ?? "")
    case .bar: if let share = bars?[value] { writer.bar(share) }
    case .number: writer.number(series.values[value].number)
    case .note: writer.text(series.note ?? "")
    case .sourceLabel: writer.text(Words.label("Source", count: series.sources.count))
    case .sourceSeparator: writer.text(source == 0 ? "" : "; ")
    case .source: writer.link(series.sources[source].title, to: series.sources[source].href)
    default: break
    }
  }
}

extension HTMLWriter {
  /// Writes a bar that is a share of the longest. The figure itself stands beside it, so readers of words miss nothing.
  ///
  /// A figure above zero keeps a sliver that can be seen.
  fileprivate mutating func bar(_ share: Double) {
    let width = share > 0 ? max(share * 100, 0.5) : 0
    markup("<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    markup("<rect width=\"\(oneDecimal(width))\" height=\"10\"/></svg>")
  }
}
