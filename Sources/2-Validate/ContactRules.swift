import Model

/// E-mail addresses and telephone numbers, the first of each in a text.
func contactHits(_ passage: Passage) -> [Hit] {
  guard passage.role != .colophon else { return [] }
  var hits: [Hit] = []
  if passage.signs.contains(.at), let hit = addressHit(passage) { hits.append(hit) }
  if let hit = phoneHit(passage) { hits.append(hit) }
  return hits
}

private func addressHit(_ passage: Passage) -> Hit? {
  let text = passage.text
  for sign in text.indices where text[sign] == UInt8(ascii: "@") {
    guard let address = address(around: sign, in: text) else { continue }
    let found = String(decoding: text[address], as: UTF8.self)
    return Hit(
      "contact-published", at: address.lowerBound,
      ["what": "an e-mail address", "found": found, "place": passage.role.words])
  }
  return nil
}

/// The address of which an at sign is part; `nil` when there is none, as in the name of an account.
private func address(around sign: Int, in text: [UInt8]) -> Range<Int>? {
  func isPart(_ byte: UInt8) -> Bool {
    isSmall(byte) || isCapital(byte) || isDigit(byte) || "._-+".utf8.contains(byte)
  }
  var start = sign
  while start > 0, isPart(text[start - 1]) { start -= 1 }
  var end = sign + 1
  while end < text.count, isPart(text[end]) { end += 1 }
  while end > sign, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
  return start < sign && text[sign..<end].contains(UInt8(ascii: ".")) ? start..<end : nil
}

/// A number with a plus and a country's code, nine digits at least; or any of six digits after a word such as “Tel”.
private func phoneHit(_ passage: Passage) -> Hit? {
  let text = passage.text
  var start: Int?
  let plus = passage.signs.contains(.plus) ? text.firstIndex(of: UInt8(ascii: "+")) : nil
  for index in (plus ?? text.count)..<text.count where text[index] == UInt8(ascii: "+") {
    if index + 1 < text.count, isDigit(text[index + 1]), digits(in: text, from: index).count >= 9 {
      start = index
      break
    }
  }
  for hit in passage.known where start == nil && hit.meaning == .phoneMarker && hit.count == 1 {
    let index = gapEnd(in: text, from: passage.words[hit.index].end)
    if index < text.count, isDigit(text[index]) || text[index] == UInt8(ascii: "("),
      digits(in: text, from: index).count >= 6
    {
      start = index
    }
  }
  guard let start else { return nil }
  let found = String(decoding: text[start..<digits(in: text, from: start).end], as: UTF8.self)
  return Hit(
    "contact-published", at: start, ["what": "a telephone number", "found": found, "place": passage.role.words])
}

/// Where three blanks, stops or colons end at most.
private func gapEnd(in text: [UInt8], from start: Int) -> Int {
  var index = start
  for _ in 0..<3 where index < text.count {
    index += ".:".utf8.contains(text[index]) ? 1 : blankLength(text, at: index)
  }
  return index
}

/// How many digits stand in a row, with blanks, strokes, dots, hyphens and brackets between them, two at most.
///
/// Behind other digits than a country's code, such as +47 or 0047, an opening bracket holds another number.
private func digits(in text: [UInt8], from start: Int) -> (count: Int, end: Int) {
  let code = text[start] == UInt8(ascii: "+") ? 3 : 5
  var count = 0
  var end = start
  var index = start
  var gap = 0
  while index < text.count, gap < 3 {
    if isDigit(text[index]) {
      count += 1
      gap = 0
      index += 1
      end = index
      continue
    }
    if text[index] == UInt8(ascii: "("), count > code { break }
    let length = "+-/.()".utf8.contains(text[index]) ? 1 : blankLength(text, at: index)
    if length == 0 { break }
    gap += 1
    index += length
  }
  return (count, end)
}
