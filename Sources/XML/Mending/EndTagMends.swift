import Text

extension Mending {
  /// An end tag that is not one: a blank before the name, no `>` after it, or words in it.
  func endTag(_ start: Int, _ failure: ParserFailure) -> Mend {
    let name = text.skipBlanks(start + 2)
    let end = text.nameEnd(name)
    if name > start + 2 {
      return Mend(.tagNameMalformed(found: text[start + 1..<end]), start..<end, Edit(start + 2..<name))
    }
    let close = text.skipBlanks(end)
    if close >= text.count {
      guard failure.open.last?.name == text[name..<end] else { return cutOff(from: start, failure) }
      return Mend(.tagUnfinished(element: text[name..<end]), start..<end, Edit(end..<end, ">"))
    }
    if text[close] == UInt8(ascii: "<") || text.next(">", from: close, before: text.next("<", from: close)) == nil {
      // A mark that was typed instead of the bracket goes.
      let isMark = !isNameByte(text[close]) && text[close] < 0x80 && text[close] != UInt8(ascii: "<")
      return Mend(.tagUnfinished(element: text[name..<end]), start..<end, Edit(end..<(isMark ? close + 1 : end), ">"))
    }
    let last = text.next(">", from: close) ?? close
    return Mend(.tagNameMalformed(found: text[name..<last]), start..<last, Edit(end..<last))
  }

  /// An end tag whose name is not that of the innermost open element.
  func mismatch(_ failure: ParserFailure) -> Mend {
    guard let start = text.last("</", before: failure.position), let open = failure.open.last else {
      return Mend(.unexplained, text.clamped(failure.position, 1))
    }
    let nameEnd = text.nameEnd(start + 2)
    let found = text[start + 2..<nameEnd]
    guard failure.open.dropLast().contains(where: { $0.name == found }) else {
      return stranger(found, start, nameEnd, open)
    }
    if failure.open.dropLast().last?.name == open.name, !allows(open.name, in: open.name) {
      return slashMissing(open, failure.open[failure.open.count - 2])
    }
    let tagEnd = text.next(">", from: nameEnd).map { $0 + 1 } ?? nameEnd
    let after = text.skipBlanks(tagEnd)
    if text.hasPrefix("</\(open.name)>", at: after) {
      let end = after + open.name.utf8.count + 3
      return Mend(
        .endTagsCrossed(inner: open.name, outer: found), start..<nameEnd,
        Edit(start..<end, "</\(open.name)></\(found)>"))
    }
    let next = endMeant(open, before: start)
    let place = text.trimBlanks(before: next)
    let nextName = text[next + 1..<text.nameEnd(text[next + 1] == UInt8(ascii: "/") ? next + 2 : next + 1)]
    return Mend(
      .endTagMissing(element: open.name, meantAt: max(place - 1, 0), next: nextName),
      open.place..<text.nameEnd(open.place + 1),
      Edit(place..<place, "</\(open.name)>"))
  }

  /// An end tag of which no element is open: mistyped, or one too many.
  private func stranger(_ found: String, _ start: Int, _ nameEnd: Int, _ open: OpenElement) -> Mend {
    let knowsOpen = model?.knows(open.name) ?? true
    let knowsFound = model?.knows(found) ?? false
    let fault = SyntaxFault.endTagMistyped(element: open.name, openedAt: open.place, found: found)
    if !knowsOpen, knowsFound {
      let name = open.place + 1..<text.nameEnd(open.place + 1)
      return Mend(fault, open.place..<name.upperBound, Edit(name, found))
    }
    if !isNear(found, open.name), goesOn(after: nameEnd, in: open.name) { return surplus(found, start, nameEnd) }
    return Mend(fault, start..<nameEnd, Edit(start + 2..<nameEnd, open.name))
  }

  /// Whether an element goes on behind an end tag, with its own end tag or with what it can hold.
  private func goesOn(after place: Int, in element: String) -> Bool {
    guard var tag = text.next("<", from: place) else { return false }
    while text.hasPrefix("<!--", at: tag) {
      guard let end = text.next("-->", from: tag), let next = text.next("<", from: end) else { return false }
      tag = next
    }
    if text.hasPrefix("</", at: tag) { return text[tag + 2..<text.nameEnd(tag + 2)] == element }
    return allows(text[tag + 1..<text.nameEnd(tag + 1)], in: element)
  }

  /// An end tag that closes nothing: it goes; or its start tag becomes one, where that was closed at once by mistake or
  /// lacks its `<`.
  private func surplus(_ found: String, _ start: Int, _ nameEnd: Int) -> Mend {
    let fault = SyntaxFault.endTagSurplus(element: found)
    let end = text.next(">", from: nameEnd).map { $0 + 1 } ?? nameEnd
    if let tag = text.last("<", before: start) {
      let close = StartTag.end(in: text.bytes, at: tag)
      if text.hasPrefix("<\(found)", at: tag), text[close - 2] == UInt8(ascii: "/"), text.skipBlanks(close) < start {
        return Mend(fault, start..<nameEnd, Edit(close - 2..<close - 1))
      }
      let word = text.skipBlanks(text.next(">", from: tag).map { $0 + 1 } ?? start)
      if text.hasPrefix(found, at: word), [UInt8(ascii: ">"), 0x20].contains(text[word + found.utf8.count]),
        text.next(">", from: word, before: start) != nil
      {
        return Mend(fault, start..<nameEnd, Edit(word..<word, "<"))
      }
    }
    return Mend(fault, start..<nameEnd, Edit(start..<end))
  }

  /// A start tag where the end tag of the same element was meant.
  func slashMissing(_ element: OpenElement, _ opened: OpenElement) -> Mend {
    Mend(
      .endTagSlash(element: element.name, openedAt: opened.place), element.place..<text.nameEnd(element.place + 1),
      Edit(element.place + 1..<element.place + 1, "/"))
  }

  /// Where an open element was meant to end: before the first tag that cannot stand in it.
  private func endMeant(_ open: OpenElement, before end: Int) -> Int {
    guard model?.knows(open.name) ?? false else { return end }
    var place = text.next(">", from: open.place).map { $0 + 1 } ?? end
    while let tag = text.next("<", from: place, before: end) {
      let name = text.nameEnd(tag + 1)
      if name > tag + 1, !allows(text[tag + 1..<name], in: open.name), !isInside(tag, open) { return tag }
      place = tag + 1
    }
    return end
  }

  /// Whether an element deeper inside, which may hold the tag, is still open at it.
  private func isInside(_ tag: Int, _ open: OpenElement) -> Bool {
    var depth = 0
    var place = text.next(">", from: open.place).map { $0 + 1 } ?? tag
    while let next = text.next("<", from: place, before: tag) {
      let close = text.next(">", from: next) ?? tag
      if text.hasPrefix("</", at: next) {
        depth -= 1
      } else if isNameStart(text[next + 1]), text[close - 1] != UInt8(ascii: "/") {
        depth += 1
      }
      place = close
    }
    return depth > 0
  }

  private func allows(_ child: String, in parent: String) -> Bool { model?.allows(child, in: parent) ?? true }
}

/// Whether a name was probably meant to be another: the same but for capitals, or a third of its letters differ.
func isNear(_ name: String, _ other: String) -> Bool { nearestName(to: name, in: [other]) != nil }
