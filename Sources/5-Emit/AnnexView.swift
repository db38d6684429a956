import Model

/// The annex as the template `annex.html` shows it.
struct AnnexView: TemplateView {
  enum Slot: String, TemplateSlot {
    case hasStatistics, statistics
    case hasTransposition, measures, measureTitle, measureCelex, deadline, deadlineDate
    case states, stateCountry, stateWords, sources, sourceLabel, source, sourceSeparator
    case hasOutputs, outputs, outputKind, outputTitle, dated, outputDate
    case hasUpcoming, upcoming, hasPast, past, event

    var sort: SlotSort {
      switch self {
      case .hasStatistics, .hasTransposition, .measures, .deadline, .states, .sources, .hasOutputs, .outputs, .dated,
        .hasUpcoming, .upcoming, .hasPast, .past:
        .part
      case .statistics, .measureCelex, .deadlineDate, .source, .outputTitle, .outputDate, .event: .markup
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .statistics: .hasStatistics
      case .measures: .hasTransposition
      case .measureTitle, .measureCelex, .deadline, .states, .sources, .sourceLabel: .measures
      case .deadlineDate: .deadline
      case .stateCountry, .stateWords: .states
      case .source, .sourceSeparator: .sources
      case .outputs: .hasOutputs
      case .outputKind, .outputTitle, .dated: .outputs
      case .outputDate: .dated
      case .upcoming: .hasUpcoming
      case .past: .hasPast
      default: nil
      }
    }

    var isIndispensable: Bool {
      home != nil && sort != .part && ![.sourceLabel, .sourceSeparator].contains(self) || self == .event
        || self == .upcoming || self == .past
    }
  }

  private let annex: CompiledAnnex
  private let template: Template<StatisticsView.Slot>
  private var measure = 0
  private var item = 0
  private var source = 0
  private var events: [Event] = []

  /// An annex, whose statistics are written by their own template.
  init(_ annex: CompiledAnnex, statistics template: Template<StatisticsView.Slot>) {
    self.annex = annex
    self.template = template
  }

  private var transposition: CompiledAnnex.Transposition { annex.transposition[measure] }
  private var output: Output { annex.outputs[item] }

  func count(of part: Slot) -> Int {
    switch part {
    case .hasStatistics: annex.statistics.isEmpty ? 0 : 1
    case .hasTransposition: annex.transposition.isEmpty ? 0 : 1
    case .measures: annex.transposition.count
    case .deadline: transposition.measure.deadline == nil ? 0 : 1
    case .states: min(transposition.measure.states.count, transposition.countries.count)
    case .sources: transposition.measure.sources.count
    case .hasOutputs: annex.outputs.isEmpty ? 0 : 1
    case .outputs: annex.outputs.count
    case .dated: output.date == nil ? 0 : 1
    case .hasUpcoming: annex.upcoming.isEmpty ? 0 : 1
    case .upcoming: annex.upcoming.count
    case .hasPast: annex.past.isEmpty ? 0 : 1
    case .past: annex.past.count
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    switch part {
    case .measures: measure = position
    case .states, .outputs: item = position
    case .sources: source = position
    case .upcoming, .past:
      events = part == .past ? annex.past : annex.upcoming
      item = position
    default: break
    }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    let sources = annex.transposition.isEmpty ? [] : transposition.measure.sources
    switch slot {
    case .statistics: writer.write(template, StatisticsView(annex.statistics))
    case .measureTitle: writer.text(transposition.measure.title)
    case .measureCelex: writer.celex(transposition.measure.celex)
    case .deadlineDate: if let deadline = transposition.measure.deadline { writer.date(deadline) }
    case .stateCountry: writer.text(transposition.countries[item])
    case .stateWords: writer.text(transposition.measure.states[item].words)
    case .sourceLabel: writer.text(Words.label("Source", count: sources.count))
    case .sourceSeparator: writer.text(source == 0 ? "" : "; ")
    case .source: writer.link(sources[source].title, to: sources[source].href)
    case .outputKind: writer.text(Words.kind(output.kind))
    case .outputTitle: writer.link(output.title, to: output.href, element: "cite")
    case .outputDate: if let date = output.date { writer.date(date) }
    case .event: if item < events.count { writer.event(events[item]) }
    default: break
    }
  }
}

extension HTMLWriter {
  /// Writes an event: when, what, where, by whom.
  fileprivate mutating func event(_ event: Event) {
    if let end = event.end, end != event.date {
      date(event.date, words: event.date.words(until: end))
      markup(" to ")
      date(end)
    } else {
      date(event.date)
    }
    markup(": ")
    link(event.title, to: event.href)
    if let place = event.place { element(", ", place, "") }
    if let organiser = event.organiser { element(" (", organiser, ")") }
  }
}
