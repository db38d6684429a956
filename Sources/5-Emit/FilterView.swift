import Model

/// The choices of the filter as the template `filter.html` shows them: what occurs in the issue, and nothing else.
struct FilterView: TemplateView {
  enum Slot: String, TemplateSlot {
    case total, totalWords
    case countries, themes, kinds, stages, code, label

    var sort: SlotSort {
      switch self {
      case .total: .number
      case .countries, .themes, .kinds, .stages: .part
      case .totalWords, .code, .label: .words
      }
    }
  }

  private typealias Choice = (code: String, label: String)

  private let choices: [Slot: [Choice]]
  private let total: Int
  private var current: Choice = ("", "")

  /// The choices of an issue.
  init(_ context: SectionsContext) {
    let entries = context.entries
    let used = Set(entries.map(\.theme))
    var kinds: [String: String] = [:]
    var stages: [String: String] = [:]
    for entry in entries {
      kinds[entry.development.kind.rawValue] = entry.kindLabel
      for (stage, label) in zip(entry.development.stages, entry.stageLabels) { stages[stage.type.rawValue] = label }
    }
    total = entries.count
    choices = [
      .countries: context.overview.rows.map { ($0.country.rawValue, $0.name) },
      .themes: context.sections.flatMap { section in
        section.themes.filter { used.contains($0.code) }.map { ($0.code.rawValue, $0.label) }
      },
      .kinds: Self.byLabel(kinds), .stages: Self.byLabel(stages),
    ]
  }

  private static func byLabel(_ labels: [String: String]) -> [Choice] {
    labels.map { (code: $0.key, label: Words.stage($0.value, isFirst: true)) }
      .sorted { ($0.label, $0.code) < ($1.label, $1.code) }
  }

  func count(of part: Slot) -> Int { choices[part]?.count ?? 0 }

  mutating func select(_ part: Slot, _ position: Int) {
    if let list = choices[part] { current = list[position] }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    case .total: writer.number(total)
    case .totalWords: writer.text(counted(total, "development"))
    case .code: writer.text(current.code)
    case .label: writer.text(current.label)
    case .countries, .themes, .kinds, .stages: break
    }
  }
}
