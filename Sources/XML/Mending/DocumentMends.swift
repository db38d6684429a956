extension Mending {
  /// What stands before the outermost element and is neither tag nor comment.
  func beforeRoot(_ place: Int) -> Mend {
    let roots =
      (model?.roots.keys.sorted() ?? []).flatMap { ["<\($0) ", "<\($0)>", "<\($0)\n", "<\($0)\r"] } + ["<?xml "]
    guard let start = roots.compactMap({ text.next($0, from: place) }).min() else {
      // What ends after its declaration and its comments is no other sort of file: its elements are missing.
      if text.skipBlanks(place) >= text.count, place > 0 {
        return Mend(.cutOff(element: "", openedAt: 0), text.clamped(text.count - 1, 1))
      }
      return Mend(.notXML, text.clamped(text.skipBlanks(0), 1))
    }
    let first = text.skipBlanks(place)
    return Mend(.textOutside, first..<text.trimBlanks(before: start), Edit(place..<start))
  }

  /// What stands after the outermost element.
  func afterRoot(_ place: Int) -> Mend {
    let first = text.skipBlanks(place)
    if let code = forbiddenCharacter(first), first < text.count {
      return Mend(.characterForbidden(code: code), first..<first + 1, Edit(first..<first + 1))
    }
    let rest = Edit(first..<text.count)
    if text.hasPrefix("</", at: first) {
      let end = text.nameEnd(first + 2)
      return Mend(.endTagSurplus(element: text[first + 2..<end]), first..<end, rest)
    }
    if text[first] == UInt8(ascii: "<") { return Mend(.rootTwice, first..<text.nameEnd(first + 1), rest) }
    return Mend(.textOutside, first..<text.lineEnd(first), rest)
  }

  /// The XML declaration is written anew.
  func declaration() -> Mend {
    let end = text.declarationEnd ?? text.lineEnd(0)
    let isClosed = text[end - 1] == UInt8(ascii: ">")
    return Mend(
      .declarationMalformed, 0..<(isClosed ? end : text.trimBlanks(before: end)),
      Edit(0..<end, "<?xml version=\"1.0\"?>"))
  }

  /// A declaration that is not at the very beginning: what stands before it goes where that is blank, else it does.
  func misplacedDeclaration(_ place: Int) -> Mend {
    let start = text.last("<?", before: place) ?? 0
    if start == 0 { return declaration() }
    let end = text.next("?>", from: start).map { $0 + 2 } ?? text.lineEnd(start)
    // A second file that was pasted below the first begins with a declaration of its own.
    if text.last("</", before: start) != nil, text.bytes[..<start].last(where: { !isBlank($0) }) == UInt8(ascii: ">"),
      model.map({ model in model.roots.keys.contains { text.last("</\($0)>", before: start) != nil } }) ?? false
    {
      return Mend(.rootTwice, start..<end, Edit(start..<text.count))
    }
    let isFirst = text.skipBlanks(0) == start
    return Mend(.declarationMisplaced, start..<start + 5, isFirst ? Edit(0..<start) : Edit(start..<end))
  }

  /// A comment that is not closed is closed where somebody meant to; two hyphens in one are parted.
  func comment(_ place: Int, isOpen: Bool) -> Mend {
    guard isOpen else {
      let close = text.skipBlanks(place + 2)
      let isClose = close > place + 2 && text[close] == UInt8(ascii: ">")
      let edit = isClose ? Edit(place..<close + 1, "-->") : Edit(place..<place + 1, " ")
      return Mend(.commentMalformed, text.clamped(place, 2), edit)
    }
    let from = text.last("-->", before: text.count) ?? 0
    guard let start = text.next("<!--", from: from) else { return Mend(.commentMalformed, text.clamped(place, 1)) }
    let line = text.lineEnd(start)
    let close =
      text.next("->", from: start + 4, before: line).map { ($0, 2) }
      ?? text.next("--", from: start + 4, before: line).map { ($0, 2) }
      ?? text.next(">", from: start + 4, before: line).map { ($0, 1) } ?? (line, 0)
    return Mend(.commentMalformed, start..<start + 4, Edit(close.0..<close.0 + close.1, "-->"))
  }

  /// A processing instruction goes; nothing in these vocabularies needs one.
  func instruction(_ place: Int) -> Mend {
    let start = text.last("<?", before: place + 1) ?? place
    if text.hasPrefix("<? xml", at: start) { return declaration() }
    let end = min(
      text.next(">", from: start).map { $0 + 1 } ?? text.count, text.next("<", from: start + 1) ?? text.count)
    return Mend(.instructionMalformed, start..<start + 2, Edit(start..<end))
  }

  /// The document ends too early: all that is open is closed.
  func cutOff(_ failure: ParserFailure) -> Mend {
    if let code = forbiddenCharacter(failure.position), failure.position < text.count {
      let range = failure.position..<failure.position + 1
      return Mend(.characterForbidden(code: code), range, Edit(range))
    }
    if failure.open.count > 1, let last = failure.open.last, let parent = failure.open.dropLast().last,
      last.name == parent.name, model.map({ !$0.allows(last.name, in: last.name) }) ?? false,
      text.skipBlanks(text.next(">", from: last.place).map { $0 + 1 } ?? last.place) >= text.count
    {
      return slashMissing(last, parent)
    }
    return cutOff(from: text.count, failure)
  }

  /// The document ends too early, in a tag that begins at a place.
  func cutOff(from place: Int, _ failure: ParserFailure) -> Mend {
    let closing = failure.open.filter { $0.place < place }.reversed().map { "</\($0.name)>" }.joined()
    let innermost = failure.open.last
    let fault = SyntaxFault.cutOff(element: innermost?.name ?? "", openedAt: innermost?.place ?? 0)
    let end = text.trimBlanks(before: text.count)
    let edit = Edit(place..<text.count, closing)
    return closing.isEmpty ? Mend(fault, text.clamped(end - 1, 1)) : Mend(fault, text.clamped(end - 1, 1), edit)
  }
}
