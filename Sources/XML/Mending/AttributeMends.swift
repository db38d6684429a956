/// What can be wrong with an attribute's value and the quotation marks around it.
extension StartTagMending {
  /// Reads a value in quotation marks and gives the place after it.
  func value(of name: String, at place: Int) -> Result<Int, Failure> {
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
