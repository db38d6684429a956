import Model

/// Words that a neutral report in the third person does not have: the writer's own “we”, persons by their names, a word
/// twice in a row.
func wordingHits(_ passage: Passage, _ known: ProseWords) -> [Hit] {
  guard passage.role.isProse else { return [] }
  var hits: [Hit] = []
  for index in passage.words.indices {
    let word = passage.words[index]
    let repeats = index > 0 && passage.words[index - 1].hash == word.hash
    guard repeats || word.shape.contains(.known), passage.isOwn(word) else { continue }
    passage.forEachMeaning(at: index) { meaning, _ in
      switch meaning {
      case .firstPerson where speaksOfItself(index, passage, known):
        hits.append(Hit("first-person", at: word.start, ["word": passage.string(word)]))
      case .personTitle where isPersonNamed(index, passage):
        let range = index...index + 1
        hits.append(Hit("person-named", at: word.start, ["name": passage.quoted(range)]))
      default: break
      }
    }
    if repeats, isDoubled(index, passage, known) {
      hits.append(Hit("doubled-word", at: word.start, ["word": passage.string(word)]))
    }
  }
  return hits
}

private func speaksOfItself(_ index: Int, _ passage: Passage, _ known: ProseWords) -> Bool {
  let word = passage.words[index]
  let last = index > 0 && passage.words[index - 1].sentence == word.sentence ? passage.words[index - 1] : nil
  // A capital within a sentence makes a name, as in “Our Lady”.
  guard word.count == 1 else { return last == nil || !word.shape.contains(.capital) }
  guard index + 1 < passage.words.count, passage.isJoined(index, by: 0x20),
    isSmall(passage.text[passage.words[index + 1].start])
  else { return false }
  guard let last else { return true }
  return passage.isJoined(index - 1, by: 0x20) && !last.shape.contains(.capital)
    && last.shape.isDisjoint(with: [.digit, .number]) && !known.has(.numbered, last, in: passage.text)
}

private func isPersonNamed(_ index: Int, _ passage: Passage) -> Bool {
  let words = passage.words
  guard index + 1 < words.count, words[index + 1].shape.contains(.capital) else { return false }
  let gap = passage.text[words[index].end..<words[index + 1].start]
  return gap.elementsEqual(" ".utf8) || gap.elementsEqual(". ".utf8) || gap.elementsEqual(".".utf8)
}

private func isDoubled(_ index: Int, _ passage: Passage, _ known: ProseWords) -> Bool {
  guard index > 0, passage.isJoined(index - 1, by: 0x20) else { return false }
  let (last, word) = (passage.words[index - 1], passage.words[index])
  guard last.hash == word.hash, word.count > 1, last.count == word.count, isSmall(passage.text[word.start]),
    !word.shape.contains(.digit), !last.shape.contains(.marked), passage.byte(before: last) != UInt8(ascii: "-"),
    passage.byte(after: word) != UInt8(ascii: "-")
  else { return false }
  return !known.has(.double, word, in: passage.text)
}
