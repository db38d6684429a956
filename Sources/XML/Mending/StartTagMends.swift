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

  private struct Failure: Error {
    let mend: Mend?
  }

  private func isEnd(_ byte: UInt8) -> Bool {
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

  private func stray(_ place: Int) -> Mend {
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

  /// Reads a value in quotation marks and gives the place after it.
  private func value(of name: String, at place: Int) -> Result<Int, Failure> {
    let quote = text[place]
    guard quote == 0x22 || quote == 0x27 else { return .failure(Failure(mend: unquoted(name, place))) }
    let mark = quote == 0x22 ? "\"" : "'"
    let close = text.next(mark, from: place + 1)
    if let close, isSound(place + 1..<close), followsWell(close + 1) { return .success(close + 1) }
    return .failure(Failure(mend: broken(name, place, mark, close)))
  }

  private func isSound(_ value: Range<Int>) -> Bool { !text.bytes[value].contains(UInt8(ascii: "<")) }

  /// Whether what stands after a closing quotation mark lets the tag go on; a letter does, without its blank.
  private func followsWell(_ place: Int) -> Bool {
    if place >= text.count || isBlank(text[place]) || isEnd(text[place]) || text.hasPrefix("\\>", at: place) {
      return true
    }
    guard isNameStart(text[place]) else { return false }
    let end = text.nameEnd(place)
    return text[end] == UInt8(ascii: "=") && (text[end + 1] == 0x22 || text[end + 1] == 0x27)
  }

  /// A value in straight quotation marks that goes wrong.
  private func broken(_ name: String, _ place: Int, _ mark: String, _ close: Int?) -> Mend? {
    let bracket = text.next(">", from: place)
    let limit = min(bracket ?? text.count, close ?? text.count)
    if let curly = (place + 1..<limit).first(where: { text.curlyQuote(at: $0) != nil }),
      let length = text.curlyQuote(at: curly), isBlank(text[curly + length]) || isEnd(text[curly + length])
    {
      let end = curly + length
      var edits = [Edit(curly..<end, mark)]
      edits += curlyQuotes(from: end)
      var mend = Mend(.quotesCurly(attribute: name), curly..<end)
      mend.edits = edits
      return mend
    }
    let other = mark == "\"" ? "'" : "\""
    if let close = text.next(other, from: place + 1, before: limit), isBlank(text[close + 1]) || isEnd(text[close + 1])
    {
      return Mend(.attributeUnfinished(attribute: name), place + 1..<close, Edit(close..<close + 1, mark))
    }
    let nextAttribute = attributeInside(place + 1..<limit)
    guard let close else {
      guard let end = nextAttribute ?? bracket else { return nil }
      return Mend(.attributeUnfinished(attribute: name), place + 1..<end, Edit(end..<end, mark))
    }
    if let less = text.next("<", from: place, before: close) {
      let isText = followsWell(close + 1) && text.lineEnd(place) >= close && bracket.map { $0 > close } ?? true
      if isText { return Mend(.lessThan, less..<less + 1, Edit(less..<less + 1, "&lt;")) }
      let end = nextAttribute ?? text.trimSlash(before: bracket.map { min($0, less) } ?? less)
      return Mend(.attributeUnfinished(attribute: name), place + 1..<end, Edit(end..<end, mark))
    }
    if let nextAttribute {
      return Mend(
        .attributeUnfinished(attribute: name), place + 1..<nextAttribute, Edit(nextAttribute..<nextAttribute, mark))
    }
    guard isNameByte(text[close + 1]) else { return stray(close + 1) }
    return inner(name, place, mark, close)
  }

  /// A quotation mark inside a value, whose real end is the last such mark before the next attribute or the tag's end.
  private func inner(_ name: String, _ place: Int, _ mark: String, _ close: Int) -> Mend {
    var end = close
    while let next = text.next(mark, from: end + 1, before: text.next(">", from: end)) {
      end = next
      let after = text.skipBlanks(end + 1)
      if isEnd(text[after]) || after > end + 1 && text[text.nameEnd(after)] == UInt8(ascii: "=") { break }
    }
    if end == close { return stray(close + 1) }
    var mend = Mend(.quoteInside(attribute: name), place..<end + 1)
    mend.edits = (place + 1..<end).filter { text.hasPrefix(mark, at: $0) }
      .map { Edit($0..<$0 + 1, mark == "\"" ? "&quot;" : "&apos;") }
    return mend
  }

  /// The end of the value proper, where a further attribute with its equals sign stands inside what was read as one.
  private func attributeInside(_ value: Range<Int>) -> Int? {
    var place = value.lowerBound
    while let equals = text.next("=", from: place, before: value.upperBound) {
      var name = equals
      while name > value.lowerBound, isNameByte(text[name - 1]) { name -= 1 }
      if name < equals, name > value.lowerBound, isBlank(text[name - 1]) { return text.trimBlanks(before: name) }
      place = equals + 1
    }
    return nil
  }

  /// A value that no straight quotation mark opens.
  private func unquoted(_ name: String, _ place: Int) -> Mend? {
    if let length = text.curlyQuote(at: place) { return curly(name, place, length) }
    var end = place
    while end < text.count, !isBlank(text[end]), text[end] != UInt8(ascii: ">"), text[end] != UInt8(ascii: "<") {
      end += 1
    }
    if end >= text.count { return nil }
    if end == place {
      return Mend(.attributeWithoutValue(attribute: name), place - 1..<place, Edit(place..<place, "\"\""))
    }
    // A closing mark further on shows that only the opening one is missing.
    let limit = text.next("=", from: place, before: text.next(">", from: place)) ?? text.next(">", from: place) ?? end
    if let close = text.next("\"", from: place, before: limit) {
      return Mend(.attributeUnfinished(attribute: name), place..<close + 1, Edit(place..<place, "\""))
    }
    if text[end - 1] == UInt8(ascii: "/"), text[end] == UInt8(ascii: ">") { end -= 1 }
    let value = text[place..<end]
    return Mend(
      .attributeUnquoted(attribute: name, value: value), place..<end, Edit(place..<place, "\""), Edit(end..<end, "\""))
  }

  /// Who has one value of a tag in such marks mostly has them all: they go together.
  private func curlyQuotes(from place: Int) -> [Edit] {
    var edits: [Edit] = []
    var index = place
    while index < text.count, text[index] != UInt8(ascii: ">"), text[index] != UInt8(ascii: "<") {
      // Inside straight marks one of print is just a character.
      if text[index] == 0x22, let close = text.next("\"", from: index + 1, before: text.next(">", from: index)) {
        index = close
      } else if let length = text.curlyQuote(at: index), text[index] >= 0x80 {
        edits.append(Edit(index..<index + length, "\""))
        index += length - 1
      }
      index += 1
    }
    return edits
  }

  /// A value in quotation marks of print: both become straight.
  private func curly(_ name: String, _ place: Int, _ length: Int) -> Mend? {
    let limit = text.next(">", from: place) ?? text.count
    var end = place + length
    while end < limit {
      let size = text.curlyQuote(at: end) ?? (text[end] == 0x22 || text[end] == 0x27 ? 1 : nil)
      if let size {
        var mend = Mend(.quotesCurly(attribute: name), place..<end + size)
        mend.edits = [Edit(place..<place + length, "\""), Edit(end..<end + size, "\"")] + curlyQuotes(from: end + size)
        return mend
      }
      end += 1
    }
    end = place + length
    while end < limit, !isBlank(text[end]), text[end] != UInt8(ascii: "/") { end += 1 }
    if end >= text.count { return nil }
    return Mend(
      .quotesCurly(attribute: name), place..<end, Edit(place..<place + length, "\""), Edit(end..<end, "\""))
  }
}

extension MarkupText {
  /// The place of a slash right before a place, or the place itself.
  func trimSlash(before place: Int) -> Int { self[place - 1] == UInt8(ascii: "/") ? place - 1 : place }
}

extension Mending {
  /// Something is wrong in a start tag.
  func startTag(_ start: Int, _ failure: ParserFailure) -> Mend {
    var tag = StartTagMending(text: text, model: model, start: outermostTag(start, failure))
    if let mend = tag.mend() { return mend }
    if let place = (tag.start..<text.count).first(where: { forbiddenCharacter($0) != nil }), failure.code != 42,
      let code = forbiddenCharacter(place), place <= failure.position + 1
    {
      return Mend(.characterForbidden(code: code), place..<place + text.characterLength(place), Edit(place..<place + 1))
    }
    if text.next(">", from: failure.position) == nil { return cutOff(from: tag.start, failure) }
    return Mend(.unexplained, text.clamped(failure.position, 1))
  }

  /// A less-than sign inside a value is not where the tag begins: that is the last one from which a tag can be read up
  /// to the place.
  private func outermostTag(_ start: Int, _ failure: ParserFailure) -> Int {
    guard failure.code == 38 || failure.code == 65, !isNameStart(text[start + 1]) || failure.position <= start + 1
    else {
      return start
    }
    return text.last("<", before: start) ?? start
  }

  /// A name with a prefix that is not declared, in the tag before a place: the prefix goes.
  func prefix(before place: Int) -> Mend? {
    guard let start = text.tagStart(before: place) else { return nil }
    let nameEnd = text.nameEnd(start + 1)
    if let colon = text.next(":", from: start + 1, before: nameEnd) {
      let name = text[start + 1..<nameEnd]
      var mend = Mend(.prefixUnknown(prefix: text[start + 1..<colon]), start + 1..<colon, Edit(start + 1..<colon + 1))
      let tagEnd = text.next(">", from: nameEnd) ?? nameEnd
      if text[tagEnd - 1] != UInt8(ascii: "/"), let close = text.next("</\(name)", from: tagEnd) {
        mend.edits.append(Edit(close + 2..<close + 3 + colon - start - 1))
      }
      return mend
    }
    return attributePrefix(start, nameEnd)
  }

  private func attributePrefix(_ start: Int, _ nameEnd: Int) -> Mend? {
    var scanner = StartTag.Scanner(source: text.bytes, at: start)
    while let attribute = scanner.nextAttribute() {
      guard let colon = text.next(":", from: attribute.name.lowerBound, before: attribute.name.upperBound) else {
        continue
      }
      let prefix = text[attribute.name.lowerBound..<colon]
      if prefix == "xml" || prefix == "xmlns"
        || text.next("xmlns:\(prefix)", from: 0, before: text.next(">", from: start)) != nil
      {
        continue
      }
      let range = attribute.name.lowerBound..<colon
      return Mend(.prefixUnknown(prefix: prefix), range, Edit(range.lowerBound..<colon + 1))
    }
    return nil
  }
}
