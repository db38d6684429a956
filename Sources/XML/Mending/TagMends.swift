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

extension MarkupText {
  /// The place of a slash right before a place, or the place itself.
  func trimSlash(before place: Int) -> Int { self[place - 1] == UInt8(ascii: "/") ? place - 1 : place }
}
