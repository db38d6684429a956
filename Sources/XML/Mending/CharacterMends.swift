extension Mending {
  /// An ampersand that begins no reference, or one to a name that is not XML's. It becomes the character itself.
  func reference(before place: Int) -> Mend {
    guard let start = text.last("&", before: place) else { return Mend(.unexplained, text.clamped(place, 1)) }
    let edit = Edit(start..<start + 1, "&amp;")
    if text[start + 1] == UInt8(ascii: "#") { return numbered(start) }
    let end = text.nameEnd(start + 1)
    if end > start + 1, text[end] == UInt8(ascii: ";") {
      return Mend(.entityUnknown(name: text[start + 1..<end]), start..<end + 1, edit)
    }
    return Mend(.ampersand, start..<start + 1, edit)
  }

  /// A reference by number that is none, or to a character that there is not.
  private func numbered(_ start: Int) -> Mend {
    var end = start + 2
    while isNameByte(text[end]) { end += 1 }
    if text[end] == UInt8(ascii: ";") { end += 1 }
    return Mend(.characterReference(found: text[start..<end]), start..<end, Edit(start..<start + 1, "&amp;"))
  }

  /// A character that XML forbids, by itself or by its number.
  func character(_ place: Int) -> Mend {
    if let start = text.last("&#", before: place), place - start < 12,
      text.next(";", from: start, before: place - 1) == nil
    {
      return numbered(start)
    }
    for start in max(0, place - 1)..<min(place + 4, text.count) {
      guard let code = forbiddenCharacter(start) else { continue }
      let range = start..<start + text.characterLength(start)
      return Mend(.characterForbidden(code: code), range, Edit(range))
    }
    return Mend(.unexplained, text.clamped(place, 1))
  }

  func forbiddenCharacter(_ place: Int) -> UInt32? {
    switch text[place] {
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20: UInt32(text[place])
    case 0xEF where text.hasPrefix("\u{FFFE}", at: place): 0xFFFE
    case 0xEF where text.hasPrefix("\u{FFFF}", at: place): 0xFFFF
    default: nil
    }
  }

  /// A less-than sign after which no name follows: a tag that was mistyped, or just the sign in a text.
  func strayLessThan(_ start: Int, _ failure: ParserFailure) -> Mend {
    if text.skipBlanks(start + 1) >= text.count { return cutOff(from: start, failure) }
    if text[start + 1] == UInt8(ascii: "<") { return doubled(start) }
    if text[start + 1] == UInt8(ascii: "!") { return declared(start) }
    if text.hasPrefix("<--", at: start), let end = text.next("-->", from: start) {
      return Mend(.commentMalformed, start..<start + 3, Edit(start..<end + 3))
    }
    return mistypedTag(start) ?? Mend(.lessThan, start..<start + 1, Edit(start..<start + 1, "&lt;"))
  }

  /// Two less-than signs: one too many before a tag, or quotation marks.
  private func doubled(_ start: Int) -> Mend {
    let name = text.nameEnd(start + 2)
    let isTag = text[start + 2] == UInt8(ascii: "/") || model?.knows(text[start + 2..<name]) ?? true
    let range = start..<start + 1
    return isTag
      ? Mend(.lessThan, range, Edit(range))
      : Mend(.lessThan, start..<start + 2, Edit(start..<start + 2, "&lt;&lt;"))
  }

  /// `<!` that begins neither comment nor section, though one was meant.
  private func declared(_ start: Int) -> Mend {
    let end = text.next(">", from: start).map { $0 + 1 } ?? text.lineEnd(start)
    if text[start + 2] == UInt8(ascii: "[") {
      let close = text.next("]]>", from: start).map { $0..<$0 + 3 } ?? end..<end
      let open = text.next("[", from: start + 3, before: close.lowerBound).map { $0 + 1 } ?? start + 3
      return Mend(.sectionMalformed, start..<open, Edit(start..<open), Edit(close))
    }
    let isComment = ["-", "–", "—"].contains { text.hasPrefix($0, at: start + 2) }
    let fault: SyntaxFault = isComment ? .commentMalformed : .tagNameMalformed(found: text[start + 1..<start + 2])
    return Mend(fault, start..<min(start + 4, end), Edit(start..<end))
  }

  /// A tag with a few characters too many before its name, such as a blank, a digit or a backslash for the slash.
  private func mistypedTag(_ start: Int) -> Mend? {
    guard let model, let name = (start + 1..<start + 6).first(where: { isNameStart(text[$0]) }) else { return nil }
    let end = text.nameEnd(name)
    let after = text.skipBlanks(end)
    let isTag =
      text[after] == UInt8(ascii: ">") || text[after] == UInt8(ascii: "/")
      || text[text.nameEnd(after)] == UInt8(ascii: "=")
    guard isTag, model.knows(text[name..<end]) else { return nil }
    let junk = start + 1..<name
    let isEnd = text[junk].contains("/") || text[junk].contains("\\")
    return Mend(.tagNameMalformed(found: text[start + 1..<end]), start..<end, Edit(junk, isEnd ? "/" : ""))
  }

  /// A CDATA section that is not closed, or the mark of its end in plain text.
  func section(_ place: Int, isOpen: Bool) -> Mend {
    guard isOpen else {
      let start = text.next("]]>", from: place - 3) ?? place
      return Mend(.sectionMalformed, start..<start + 3, Edit(start + 2..<start + 3, "&gt;"))
    }
    let from = text.last("]]>", before: place) ?? 0
    guard let start = text.next("<![CDATA[", from: from) else { return Mend(.sectionMalformed, text.clamped(place, 1)) }
    let end = text.lineEnd(start)
    // An end that was mistyped, if there is one in the line.
    if let mark = ["]>", "]] >", "] ]>", "]]"].lazy.compactMap({ mark in
      text.next(mark, from: start + 9, before: end).map { ($0, mark) }
    }).first {
      return Mend(.sectionMalformed, start..<start + 9, Edit(mark.0..<mark.0 + mark.1.utf8.count, "]]>"))
    }
    let close = text.last("</", before: end).flatMap { $0 > start ? $0 : nil } ?? end
    return Mend(.sectionMalformed, start..<start + 9, Edit(close..<close, "]]>"))
  }
}
