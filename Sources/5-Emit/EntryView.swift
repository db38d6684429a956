import Model

/// A development as the template `entry.html` shows it.
struct EntryView: TemplateView {
  enum Slot: String, TemplateSlot {
    case anchor, level, country, theme, kind, stageCodes
    case numbered, number, headline, kindLabel
    case stages, stageSeparator, stage, date
    case body
    case rows, rowLabel, facts, fact

    var sort: SlotSort {
      switch self {
      case .level: .number
      case .numbered, .stages, .rows, .facts: .part
      case .headline, .date, .body, .fact: .markup
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .number: .numbered
      case .stageSeparator, .stage, .date: .stages
      case .rowLabel, .facts: .rows
      case .fact: .facts
      default: nil
      }
    }

    var isIndispensable: Bool {
      [.anchor, .headline, .kindLabel, .stage, .date, .body, .rowLabel, .fact].contains(self)
    }
  }

  private let entry: Entry
  private let level: Int
  private let rows: [EntryFacts]
  private let stages: [(label: String, date: PartialDate)]
  private var stage = 0
  private var row = 0
  private var fact = 0

  /// An entry under a heading of a level. One without a number has none in its heading.
  init(_ entry: Entry, level: Int, in context: SectionsContext) {
    self.entry = entry
    self.level = level
    rows = entry.facts(in: context)
    stages = entry.stages
  }

  func count(of part: Slot) -> Int {
    switch part {
    case .numbered: entry.number.isEmpty ? 0 : 1
    case .stages: stages.count
    case .rows: rows.count
    case .facts: rows[row].count
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    switch part {
    case .stages: stage = position
    case .rows: row = position
    case .facts: fact = position
    default: break
    }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    case .anchor: writer.text(entry.anchor)
    case .level: writer.number(level)
    case .country: writer.text(entry.country.rawValue)
    case .theme: writer.text(entry.theme.rawValue)
    case .kind: writer.text(entry.development.kind.rawValue)
    case .stageCodes:
      for (position, stage) in entry.development.stages.enumerated() {
        if position > 0 { writer.markup(" ") }
        writer.text(stage.type.rawValue)
      }
    case .number: writer.text(entry.number)
    case .headline: writer.phrase(entry.development.headline)
    case .kindLabel: writer.text(entry.kindLabel)
    case .stageSeparator: writer.text(stage == 0 ? " · " : "; ")
    case .stage: writer.text(Words.stage(stages[stage].label, isFirst: stage == 0))
    case .date: writer.date(stages[stage].date)
    case .body: writer.paragraphs(entry.development.body)
    case .rowLabel: writer.text(rows[row].label)
    case .fact: writer.fact(fact, of: rows[row], in: entry)
    case .numbered, .stages, .rows, .facts: break
    }
  }
}
