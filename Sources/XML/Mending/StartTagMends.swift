import Text

/// Reads a start tag as a person reads it, and stops at the first thing that is wrong with it.
struct StartTagMending {
  let text: MarkupText
  let model: ContentModel?
  /// Where the tag's `<` stands.
  let start: Int
  let element: String
  private let nameEnd: Int
  private var names: [String] = []

  init(text: MarkupText, model: ContentModel?, start: Int) {
    self.text = text
    self.model = model
    self.start = start
    nameEnd = text.nameEnd(start + 1)
    element = text[start + 1..<nameEnd]
  }

  /// What is wrong; `nil` where nothing is, or where the document ends in the tag.
  mutating func mend() -> Mend? {
    if let stray = bracketInText() { return stray }
    var place = nameEnd
    if !isBlank(text[place]), !isEnd(text[place]), place < text.count { return malformedName() }
    while true {
      let next = text.skipBlanks(place)
      switch text[next] {
      case _ where next >= text.count: return nil
      case UInt8(ascii: ">"): return nil
      case UInt8(ascii: "/"):
        if text[next + 1] == UInt8(ascii: ">") { return nil }
        let end = text.skipBlanks(next + 1)
        if text[end] == UInt8(ascii: ">") || text[end] == UInt8(ascii: "<") {
          let edit = Edit(next + 1..<(text[end] == UInt8(ascii: ">") ? end + 1 : next + 1), ">")
          return Mend(.tagUnfinished(element: element), start..<nameEnd, edit)
        }
        return stray(next)
      case UInt8(ascii: "\\") where text[next + 1] == UInt8(ascii: ">"):
        return Mend(.tagUnfinished(element: element), start..<nameEnd, Edit(next..<next + 1, "/"))
      case UInt8(ascii: "<"): return unfinished(at: place)
      default: break
      }
      let end = text.nameEnd(next)
      if end == next { return stray(next) }
      let name = text[next..<end]
      if name.hasSuffix(":"), text[text.skipBlanks(end)] == 0x22 {
        return Mend(
          .attributeWithoutValue(attribute: String(name.dropLast())), next..<end - 1, Edit(end - 1..<end, "="))
      }
      if next == place, place > nameEnd {
        return Mend(.blankMissing(attribute: name), next..<end, Edit(next..<next, " "))
      }
      if names.contains(name) { return twice(name, next, end) }
      names.append(name)
      let equals = text.skipBlanks(end)
      guard text[equals] == UInt8(ascii: "=") else { return withoutValue(name, next, end) }
      switch value(of: name, at: text.skipBlanks(equals + 1)) {
      case .failure(let mend): return mend.mend
      case .success(let valueEnd): place = valueEnd
      }
    }
  }

  struct Failure: Error {
    let mend: Mend?
  }

  func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
  }

  /// A bracket around words, such as a link or an address in a mail: no element has that name, or is closed under it.
  private func bracketInText() -> Mend? {
    guard let model, !model.knows(element), nearestName(to: element, in: model.names) == nil,
      model.knownStart(of: element) == nil, !element.contains(":") || text.hasPrefix("//", at: nameEnd),
      text.next("</\(element)", from: nameEnd) == nil, !["eu", "xml"].contains(element.lowercased())
    else { return nil }
    return Mend(.lessThan, start..<start + 1, Edit(start..<start + 1, "&lt;"))
  }

  /// A name that goes on with what no name can hold.
  private func malformedName() -> Mend {
    if text[nameEnd] == UInt8(ascii: "@") { return Mend(.lessThan, start..<start + 1, Edit(start..<start + 1, "&lt;")) }
    if text[nameEnd] == UInt8(ascii: "="), let split = gluedAttribute() { return split }
    if text.oddBlank(at: nameEnd) != nil || text.hasPrefix("\u{AD}", at: nameEnd) { return stray(nameEnd) }
    var end = nameEnd
    while end < text.count, !isBlank(text[end]), !isEnd(text[end]) { end += 1 }
    return Mend(.tagNameMalformed(found: text[start + 1..<end]), start..<end, Edit(nameEnd..<end))
  }

  /// An element's name to which its first attribute is glued.
  private func gluedAttribute() -> Mend? {
    guard let model, let known = model.knownStart(of: element) else { return nil }
    let place = start + 1 + known.utf8.count
    let attribute = text[place..<nameEnd]
    guard model.allows(attribute: attribute, on: known) else { return nil }
    return Mend(.blankMissing(attribute: attribute), place..<nameEnd, Edit(place..<place, " "))
  }

  func stray(_ place: Int) -> Mend {
    let range = place..<place + text.characterLength(place)
    let edit = Edit(range, text.oddBlank(at: place) == nil ? "" : " ")
    return Mend(.strayCharacter(found: text[range], element: element), range, edit)
  }

  /// A tag that runs into the next one: its `>` is missing, with a slash where the element holds nothing.
  private func unfinished(at place: Int) -> Mend {
    let isEmpty = model?.isEmpty(element) ?? false
    let isClosed = text.hasPrefix("</\(element)", at: text.skipBlanks(place))
    return Mend(
      .tagUnfinished(element: element), start..<nameEnd, Edit(place..<place, isEmpty && !isClosed ? "/>" : ">"))
  }

  private func twice(_ name: String, _ place: Int, _ end: Int) -> Mend {
    var valueEnd = end
    let quote = text.skipBlanks(text.skipBlanks(end) + 1)
    if text[quote] == 0x22 || text[quote] == 0x27 {
      valueEnd =
        text.next(quote == 0x22 ? "\"" : String(text[quote..<quote + 1]), from: quote + 1).map { $0 + 1 } ?? end
    }
    return Mend(.attributeTwice(attribute: name), place..<end, Edit(place..<valueEnd))
  }

  /// Words without an equals sign: text after a tag that was not closed, part of a name, or an attribute's name alone.
  private func withoutValue(_ name: String, _ place: Int, _ end: Int) -> Mend {
    if text[text.skipBlanks(end)] == 0x22 || text[text.skipBlanks(end)] == 0x27 {
      return Mend(.attributeWithoutValue(attribute: name), place..<end, Edit(end..<end, "="))
    }
    let close = text.next(">", from: end) ?? text.count
    if let next = text.next("<", from: end, before: close) {
      // The text before the next tag belongs into the element.
      let known = model.flatMap { $0.knows(element) ? nil : $0.knownStart(of: element) }
      if let known, names.count == 1 {
        let split = start + 1 + known.utf8.count
        return Mend(.tagUnfinished(element: known), start..<split, Edit(split..<split, ">"))
      }
      let insert = names.count == 1 ? nameEnd : text.trimBlanks(before: place)
      return Mend(.tagUnfinished(element: element), start..<nameEnd, Edit(insert..<insert, insert < next ? ">" : ""))
    }
    if let model, !model.knows(element), let joint = ["", "-"].first(where: { model.knows(element + $0 + name) }) {
      var edits = [Edit(nameEnd..<place, joint)]
      if let closing = text.next("</\(element) \(name)", from: close) {
        let blank = closing + 2 + element.utf8.count
        edits.append(Edit(blank..<blank + 1, joint))
      }
      var mend = Mend(.tagNameMalformed(found: text[start + 1..<end]), start..<end)
      mend.edits = edits
      return mend
    }
    return Mend(.attributeWithoutValue(attribute: name), place..<end, Edit(text.trimBlanks(before: place)..<end))
  }
}
