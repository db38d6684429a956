import Model

/// Keeps on one line what a reader takes in as one: the day and its month, `EUR` and the sum, the groups of a number.
///
/// Looks at what was added to a paragraph since a position; the blanks within become those at which no line breaks.
func bindNumbers(_ bytes: inout [UInt8], from start: Int) {
  var position = max(start, 1)
  while let blank = bytes.withUnsafeBufferPointer({ blankBesideDigit(in: $0, from: position) }) {
    if isBound(bytes, blank) { bytes[blank] = NameBinding.boundBlank }
    position = blank + 1
  }
}

/// The next blank between two bytes one of which is a digit, from a position that is not the first.
private func blankBesideDigit(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  var position = start
  while position + 1 < bytes.count {
    if bytes[position] == 0x20, isDigit(bytes[position - 1]) || isDigit(bytes[position + 1]) { return position }
    position += 1
  }
  return nil
}

/// Whether what stands on both sides of a blank belongs together.
private func isBound(_ bytes: [UInt8], _ position: Int) -> Bool {
  let after = bytes[position + 1]
  guard isDigit(bytes[position - 1]) else { return isDigit(after) && leadsNumber(bytes[..<position]) }
  if isDigit(after) { return isGroup(bytes, after: position) }
  return opensUnit(bytes[(position + 1)...]) && digits(bytes, before: position) <= 3
    || opensMonth(bytes[(position + 1)...]) && digits(bytes, before: position) <= 2
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) }

/// How many digits stand right before a position.
private func digits(_ bytes: [UInt8], before position: Int) -> Int {
  var count = 0
  while count < 4, position > count, isDigit(bytes[position - 1 - count]) { count += 1 }
  return count
}

/// Whether exactly three digits follow, after three at most: `12 000`.
private func isGroup(_ bytes: [UInt8], after position: Int) -> Bool {
  let group = bytes[(position + 1)...].prefix(4)
  guard digits(bytes, before: position) <= 3, group.count >= 3, group.prefix(3).allSatisfy(isDigit) else {
    return false
  }
  return group.count == 3 || !isDigit(group[group.startIndex + 3])
}

private func opensMonth(_ bytes: ArraySlice<UInt8>) -> Bool { months.contains { opens(bytes, $0) } }

private func opensUnit(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.first == UInt8(ascii: "%") || units.contains { opens(bytes, $0) }
}

/// Whether a word stands at the beginning, and no longer one.
private func opens(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
  guard bytes.starts(with: word) else { return false }
  let end = bytes.startIndex + word.count
  return end == bytes.endIndex || !isLetter(bytes[end])
}

/// Whether the last word is one that a number belongs to: a currency's code, or `No` of an act.
private func leadsNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
  let code = bytes.suffix(4)
  if code.count >= 3, code.suffix(3).allSatisfy({ (0x41...0x5A).contains($0) }),
    code.count == 3 || !isLetter(code[code.startIndex])
  {
    return true
  }
  return leaders.contains { word in
    guard bytes.count >= word.count, bytes.suffix(word.count).elementsEqual(word) else { return false }
    return bytes.count == word.count || !isLetter(bytes[bytes.endIndex - word.count - 1])
  }
}

private let months = (1...12).map { Array(monthName($0).utf8) }
private let units = ["million", "billion"].map { Array($0.utf8) }
private let leaders = ["No", "Nos", "Article", "Articles", "(EU)", "(EC)"].map { Array($0.utf8) }
