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
  guard let sign = text.firstIndex(of: UInt8(ascii: "@")) else { return nil }
  func isPart(_ byte: UInt8) -> Bool {
    isSmall(byte) || isCapital(byte) || isDigit(byte) || "._-+".utf8.contains(byte)
  }
  var start = sign
  while start > 0, isPart(text[start - 1]) { start -= 1 }
  var end = sign + 1
  while end < text.count, isPart(text[end]) { end += 1 }
  while end > sign, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
  guard start < sign, text[sign..<end].contains(UInt8(ascii: ".")) else { return nil }
  let found = String(decoding: text[start..<end], as: UTF8.self)
  return Hit(
    "contact-published", at: start, ["what": "an e-mail address", "found": found, "place": passage.role.words])
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
    let word = passage.words[hit.index]
    var index = word.end
    while index < min(word.end + 3, text.count), [0x20, 0x2E, 0x3A].contains(text[index]) { index += 1 }
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

/// How many digits stand in a row, with single blanks, strokes, dots, hyphens and brackets between them.
private func digits(in text: [UInt8], from start: Int) -> (count: Int, end: Int) {
  var count = 0
  var end = start
  var index = start
  var gap = 0
  while index < text.count, gap < 3 {
    if isDigit(text[index]) {
      count += 1
      gap = 0
      end = index + 1
    } else if " +-/.()".utf8.contains(text[index]) {
      gap += 1
    } else {
      break
    }
    index += 1
  }
  return (count, end)
}
