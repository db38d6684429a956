import Model

private let dots = Array("...".utf8)
private let ellipsis = Array("…".utf8)

/// Places where a text is still missing.
func placeholderHits(_ passage: Passage) -> [Hit] {
  var offsets: [(Int, String)] = []
  for hit in passage.known {
    let word = passage.words[hit.index]
    if word.shape.contains(.quoted) { continue }
    if hit.meaning == .placeholder || hit.meaning == .bracketed && passage.byte(before: word) == UInt8(ascii: "[") {
      offsets.append((word.start, passage.quoted(hit.index...hit.index + hit.count - 1)))
    }
  }
  if let gap = gap(in: passage) { offsets.append(gap) }
  // One blank may show in two ways, as in “[… to be completed]”: the first says it.
  guard let first = offsets.min(by: { $0.0 < $1.0 }) else { return [] }
  return [Hit("placeholder-left", at: first.0, ["found": first.1, "place": passage.role.words])]
}

/// An ellipsis that is all of a text, or stands in brackets, or at an end of the bulletin's own prose; question marks in
/// a row.
///
/// A title of a source may end in an ellipsis of its own, and a quotation may leave words out.
private func gap(in passage: Passage) -> (Int, String)? {
  let text = passage.text
  guard passage.signs.contains(.gap) else { return nil }
  for mark in [dots, ellipsis] {
    var index = 0
    while index + mark.count <= text.count {
      guard text[index] == mark[0], text[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      var end = index + mark.count
      while end < text.count, text[end] == UInt8(ascii: ".") { end += 1 }
      if stands(for: index..<end, in: passage) {
        return (index, String(decoding: text[index..<end], as: UTF8.self))
      }
      index = end
    }
  }
  let question = UInt8(ascii: "?")
  for index in text.indices.dropFirst() where text[index] == question && text[index - 1] == question {
    return (index - 1, "??")
  }
  return nil
}

private func stands(for range: Range<Int>, in passage: Passage) -> Bool {
  let text = passage.text
  if passage.words.isEmpty { return true }
  let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
  let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
  let neighbours = passage.words.first { $0.start >= range.upperBound } ?? passage.words.last
  if neighbours?.shape.contains(.quoted) == true { return false }
  if before == UInt8(ascii: "["), after == UInt8(ascii: "]") { return true }
  if before == UInt8(ascii: "("), after == UInt8(ascii: ")") { return true }
  return passage.role.isProse && (range.upperBound == text.count || range.lowerBound == 0)
}

/// Parts of an id that stand for one still to be found.
func placeholderFinding(id: String, _ place: Int, by known: ProseWords) -> Finding? {
  let passage = Passage(id.uppercased(), .attribute, at: place, by: known)
  guard passage.known.contains(where: { $0.meaning == .placeholder }) else { return nil }
  return Finding("placeholder-left", at: .attribute("id", place), ["found": id, "place": "the id"])
}
