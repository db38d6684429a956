import Model

/// The glossary as the template `glossary.html` shows it: the terms that the issue uses.
struct GlossaryView: TemplateView {
  enum Slot: String, TemplateSlot {
    case terms, anchor, term, definition, source

    var sort: SlotSort {
      switch self {
      case .terms: .part
      case .source: .markup
      default: .words
      }
    }

    var home: Slot? { self == .terms ? nil : .terms }
    var isIndispensable: Bool { true }
  }

  private let terms: [GlossaryTerm]
  private var term = 0

  /// A glossary.
  init(_ terms: [GlossaryTerm]) { self.terms = terms }

  func count(of part: Slot) -> Int { part == .terms ? terms.count : 0 }

  mutating func select(_ part: Slot, _ position: Int) { term = position }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    case .terms: break
    case .anchor: writer.text(terms[term].anchor)
    case .term: writer.text(terms[term].term)
    case .definition: writer.text(terms[term].definition)
    case .source: writer.link(terms[term].source.title, to: terms[term].source.href)
    }
  }
}
