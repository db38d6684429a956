/// A piece of HTML with slots in it, read from a file that an editor can change.
///
/// The language is a subset of Mustache: `{{name}}`, `{{#part}}…{{/part}}`, `{{^part}}…{{/part}}`, `{{! remark }}`.
/// It is checked when it is read, against what the program can show, so that writing cannot fail.
struct Template<Slot: TemplateSlot>: Sendable {
  /// A piece of a template.
  enum Node: Sendable {
    /// Bytes that stand as they are.
    case literal([UInt8])
    /// What the slot holds.
    case value(Slot)
    /// A part, once for each thing that there is.
    case part(Slot, [Node])
    /// A part for when there is none.
    case absence(Slot, [Node])
  }

  /// The pieces in order.
  let nodes: [Node]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - source: The file's text.
  ///   - file: The file's name, for errors.
  /// - Throws: `TemplateError` with all that is wrong with it.
  init(_ source: String, file: String) throws(TemplateError) {
    var reader = TemplateReader<Slot>(source)
    nodes = reader.read()
    if !reader.faults.isEmpty { throw TemplateError(file: file, faults: reader.faults) }
  }
}

/// What a template shows: values for its slots.
protocol TemplateView {
  associatedtype Slot: TemplateSlot

  /// Writes what a slot holds.
  mutating func write(_ slot: Slot, to writer: inout HTMLWriter)

  /// How many things a part is written for; none leaves it out.
  func count(of part: Slot) -> Int

  /// Turns to one of the things of a part: what is written next is about it.
  mutating func select(_ part: Slot, _ position: Int)
}

extension TemplateView {
  func count(of part: Slot) -> Int { 0 }
  mutating func select(_ part: Slot, _ position: Int) {}
}

extension HTMLWriter {
  /// Writes a template with the values of a view.
  mutating func write<View: TemplateView>(_ template: Template<View.Slot>, _ view: consuming View) {
    write(template.nodes, &view)
  }

  private mutating func write<View: TemplateView>(_ nodes: [Template<View.Slot>.Node], _ view: inout View) {
    for node in nodes {
      switch node {
      case .literal(let bytes): literal(bytes)
      case .value(let slot): view.write(slot, to: &self)
      case .part(let part, let inner):
        for position in 0..<view.count(of: part) {
          view.select(part, position)
          write(inner, &view)
        }
      case .absence(let part, let inner): if view.count(of: part) == 0 { write(inner, &view) }
      }
    }
  }
}
