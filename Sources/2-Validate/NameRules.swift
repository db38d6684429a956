import Model
import Reference

/// Names of countries that the style guide did not use on the period's last day.
///
/// Source: Interinstitutional Style Guide, Annex A5. Proper names keep what they were given: “EU-Turkey Statement”,
/// “Parliament of the Czech Republic”.
func nameHits(_ passage: Passage, on day: Day, _ known: ProseWords) -> [Hit] {
  guard passage.role.isProse else { return [] }
  var hits: [Hit] = []
  for hit in passage.known {
    let word = passage.words[hit.index]
    guard case .name(let number) = hit.meaning, passage.isOwn(word), !isProperName(hit.index, hit.count, passage) else {
      continue
    }
    let found = passage.quoted(hit.index...hit.index + hit.count - 1)
    guard let right = known.names[number].name(on: day), right != found else { continue }
    hits.append(
      Hit("name-outdated", at: word.start, ["found": found, "right": right, "day": PartialDate.day(day).words]))
  }
  return hits
}

private func isProperName(_ index: Int, _ count: Int, _ passage: Passage) -> Bool {
  let words = passage.words
  let before = passage.byte(before: words[index])
  let after = passage.byte(after: words[index + count - 1])
  let isHyphenated = before == UInt8(ascii: "-") || after == UInt8(ascii: "-") || before >= 0x80
  guard !isHyphenated, index > 1 else { return isHyphenated }
  let isOf =
    words[index - 2].hash == FoldedHash("of".utf8).value && words[index - 1].hash == FoldedHash("the".utf8).value
  if isOf { return index > 2 && words[index - 3].shape.contains(.capital) }
  return words[index - 1].hash == FoldedHash("of".utf8).value && words[index - 2].shape.contains(.capital)
}
