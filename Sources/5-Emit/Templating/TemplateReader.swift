import Text

/// Reads a template and finds all that is wrong with it.
struct TemplateReader<Slot: TemplateSlot> {
  /// What is wrong, in the file's order.
  var faults: [TemplateError.Fault] {
    found.sorted { $0.offset < $1.offset }.map { fault in
      let before = bytes[..<fault.offset]
      let line = before.count { $0 == 0x0A } + 1
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = String(decoding: bytes[start..<fault.offset], as: UTF8.self).count + 1
      return TemplateError.Fault(line: line, column: column, message: fault.message)
    }
  }

  private typealias Node = Template<Slot>.Node

  /// A part that is open while its inside is read.
  private struct OpenPart {
    let slot: Slot?
    let name: String
    let isAbsence: Bool
    let offset: Int
    let depth: Int
    var nodes: [Node] = []
  }

  private let bytes: [UInt8]
  private var position = 0
  private var context = HTMLContext()
  private var literal: [UInt8] = []
  private var parts = [OpenPart(slot: nil, name: "", isAbsence: false, offset: 0, depth: 0)]
  private var shown: Set<Slot> = []
  private var found: [(offset: Int, message: String)] = []

  init(_ source: String) { bytes = Array(source.utf8) }

  /// Reads the whole.
  mutating func read() -> [Template<Slot>.Node] {
    while position < bytes.count {
      if opensTag { readTag() } else { readByte() }
    }
    flush()
    for part in parts.dropFirst() {
      note(
        part.offset, "The part {{\(part.isAbsence ? "^" : "#")\(part.name)}} is never closed: add {{/\(part.name)}}.")
    }
    for element in context.open { note(element.offset, "<\(element.name)> is never closed.") }
    for stray in context.strays {
      let hint = stray.open.map { "what is open here is <\($0)>" } ?? "no element is open here"
      note(stray.offset, "</\(stray.name)> closes nothing: \(hint).")
    }
    for slot in Slot.allCases where slot.isIndispensable && !shown.contains(slot) {
      note(
        max(0, bytes.count - 1),
        "{{\(slot.rawValue)}} is missing: without it, something that was written would be lost.")
    }
    return parts[0].nodes
  }

  private var opensTag: Bool {
    bytes[position] == UInt8(ascii: "{") && position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "{")
  }

  /// Takes a byte of HTML. Blanks at the beginning of a line are for the template's readers and go.
  private mutating func readByte() {
    let byte = bytes[position]
    let isIndent = byte == 0x20 && (literal.last == 0x0A || literal.isEmpty && isAtLineStart)
    if !isIndent || context.state != .text { literal.append(byte) }
    context.advance(byte, at: position)
    position += 1
  }

  private var isAtLineStart: Bool {
    let before = bytes[..<position].last { $0 != 0x20 }
    return before == nil || before == 0x0A
  }

  private mutating func readTag() {
    let start = position
    guard let end = endOfTag else {
      note(start, "“{{” opens a slot that no “}}” closes.")
      position = bytes.count
      return
    }
    let inner = String(decoding: bytes[start + 2..<end], as: UTF8.self)
    position = end + 2
    let mark = inner.first.map { "#^/!".contains($0) ? $0 : " " } ?? " "
    let name = String((mark == " " ? inner[...] : inner.dropFirst())).filter { !$0.isWhitespace }
    if mark != " " { dropOwnLine(from: start) }
    switch mark {
    case "!": break
    case "#", "^": openPart(name, isAbsence: mark == "^", at: start)
    case "/": closePart(name, at: start)
    default: readSlot(name, at: start)
    }
  }

  private var endOfTag: Int? {
    var place = position + 2
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "}"), bytes[place + 1] == UInt8(ascii: "}") { return place }
      place += 1
    }
    return nil
  }

  /// A mark that is alone on its line leaves no empty line behind.
  private mutating func dropOwnLine(from start: Int) {
    guard bytes[..<start].last(where: { $0 != 0x20 }) ?? 0x0A == 0x0A else { return }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
  }

  private mutating func flush() {
    if !literal.isEmpty { parts[parts.count - 1].nodes.append(.literal(literal)) }
    literal = []
  }

  private mutating func openPart(_ name: String, isAbsence: Bool, at offset: Int) {
    flush()
    let slot = known(name, at: offset)
    if let slot {
      if slot.sort != .part { note(offset, "{{\(name)}} is not a part: write it without “#” or “^”.") }
      checkHome(of: slot, at: offset)
      if !isAbsence { shown.insert(slot) }
    }
    if context.state != .text { note(offset, "A part may begin only in text, not inside a tag.") }
    parts.append(
      OpenPart(slot: slot, name: name, isAbsence: isAbsence, offset: offset, depth: context.open.count))
  }

  private mutating func closePart(_ name: String, at offset: Int) {
    flush()
    guard parts.count > 1, let part = parts.last, part.name == name else {
      let hint =
        parts.count > 1 ? "the part that is open here is “\(parts[parts.count - 1].name)”" : "no part is open here"
      return note(offset, "{{/\(name)}} closes nothing: \(hint).")
    }
    parts.removeLast()
    if context.open.count != part.depth {
      note(part.offset, "An element that begins in the part “\(name)” must end in it, and one that does not, not.")
    }
    guard let slot = part.slot else { return }
    parts[parts.count - 1].nodes.append(part.isAbsence ? .absence(slot, part.nodes) : .part(slot, part.nodes))
  }

  private mutating func readSlot(_ name: String, at offset: Int) {
    flush()
    guard let slot = known(name, at: offset) else { return }
    shown.insert(slot)
    checkHome(of: slot, at: offset)
    let fault: String? =
      switch (slot.sort, context.state) {
      case (.part, _): "is a part: write {{#\(name)}} … {{/\(name)}}."
      case (.code, .code), (.number, _), (.words, .text), (.words, .value), (.markup, .text): nil
      case (.code, _): "may stand only inside <style> or <script>."
      case (.words, .bareValue): "stands in an attribute without quotes: write the value between two “\"”."
      case (.words, _): "may stand only in text or in an attribute's value between quotes."
      case (.markup, _): "holds elements, so it may stand only in text, not inside a tag."
      }
    if let fault { note(offset, "{{\(name)}} \(fault)") }
    context.advance(overNameSlot: name)
    parts[parts.count - 1].nodes.append(.value(slot))
  }

  private mutating func known(_ name: String, at offset: Int) -> Slot? {
    if let slot = Slot(rawValue: name) { return slot }
    let names = Slot.allCases.map(\.rawValue)
    let hint = nearestName(to: name, in: names).map { "did you mean {{\($0)}}?" }
    note(offset, "There is no “\(name)” here: " + (hint ?? "there are \(names.joined(separator: ", "))."))
    return nil
  }

  private mutating func checkHome(of slot: Slot, at offset: Int) {
    guard let home = slot.home, !parts.contains(where: { $0.slot == home && !$0.isAbsence }) else { return }
    note(
      offset,
      "“\(slot.rawValue)” has a value only inside the part “\(home.rawValue)”: put it between {{#\(home.rawValue)}} and {{/\(home.rawValue)}}."
    )
  }

  private mutating func note(_ offset: Int, _ message: String) { found.append((offset, message)) }
}
