import Model

/// Acronyms of the headline and the body that the entry nowhere spells out, each once, with the index of their passage.
func acronymHits(_ passages: [Passage], _ known: ProseWords) -> [(passage: Int, hit: Hit)] {
  var hits: [(passage: Int, hit: Hit)] = []
  var seen: Set<String> = []
  for (index, passage) in passages.enumerated() where passage.role == .headline || passage.role == .body {
    if passage.role == .headline, isShouted(passage, known) { continue }
    for (number, word) in passage.words.enumerated() where isAcronym(word, number, passage) {
      let acronym = singular(word, passage)
      let isKnown = [.acronym, .placeholder].contains { known.has($0, acronym, in: passage.text) }
      if isKnown || isIntroduced(number, passage) { continue }
      let letters = passage.string(acronym)
      guard seen.insert(letters).inserted, !passages.contains(where: { spellsOut(acronym, letters, $0) }) else {
        continue
      }
      hits.append((index, Hit("acronym-unexplained", at: word.start, ["acronym": letters])))
    }
  }
  return hits
}

/// Whether a word is an acronym of 2 to 6 characters that the text itself uses: no Roman numeral and no part of a number,
/// an address or a longer name.
private func isAcronym(_ word: Word, _ index: Int, _ passage: Passage) -> Bool {
  guard word.shape.contains(.acronym), word.shape.contains(.capital), passage.isOwn(word) else { return false }
  let acronym = singular(word, passage)
  guard (2...6).contains(acronym.count) else { return false }
  let isNumeral = passage.text[acronym.start..<acronym.end].allSatisfy { "IVXL".utf8.contains($0) }
  let isJoined = "@._&".utf8.contains(passage.byte(before: word))
  let follows = passage.byte(after: word)
  let isPart = follows == UInt8(ascii: "@") || follows == UInt8(ascii: "_") || follows == UInt8(ascii: "&")
  return !isNumeral && !isJoined && !isPart && !isNumbered(index, passage)
}

/// Whether a number stands before or after with a stroke between, as in `2013/33/EU`.
private func isNumbered(_ index: Int, _ passage: Passage) -> Bool {
  let words = passage.words
  let stroke = UInt8(ascii: "/")
  if index > 0, passage.isJoined(index - 1, by: stroke), words[index - 1].shape.contains(.number) { return true }
  return passage.isJoined(index, by: stroke) && words[index + 1].shape.contains(.number)
}

/// Whether the words right before say that a name follows, as in “known as VALKO”.
private func isIntroduced(_ index: Int, _ passage: Passage) -> Bool {
  (max(0, index - 2)..<index).contains { start in
    var isIntroduced = false
    passage.forEachMeaning(at: start) { meaning, count in
      isIntroduced = isIntroduced || meaning == .introduction && start + count == index
    }
    return isIntroduced
  }
}

/// An acronym without the s of its plural.
private func singular(_ word: Word, _ passage: Passage) -> Word {
  guard passage.text[word.end - 1] == UInt8(ascii: "s") else { return word }
  var singular = word
  singular.end -= 1
  singular.hash = FoldedHash(passage.text[singular.start..<singular.end]).value
  return singular
}

/// Whether a passage says what an acronym means: the acronym opens or closes a bracket, or a bracket follows it, or the
/// initials of words in a row make it.
private func spellsOut(_ acronym: Word, _ letters: String, _ passage: Passage) -> Bool {
  for word in passage.words where word.shape.contains(.acronym) {
    let own = singular(word, passage)
    guard own.hash == acronym.hash, passage.string(own) == letters else { continue }
    if opensBracket(word, passage) || closesBracket(word, passage) || bracketFollows(word, passage) { return true }
  }
  return hasInitials(Array(letters.utf8), passage)
}

private func opensBracket(_ word: Word, _ passage: Passage) -> Bool {
  var index = word.start
  while index > 0, passage.text[index - 1] >= 0x80 || passage.text[index - 1] == UInt8(ascii: "\"") { index -= 1 }
  return index > 0 && passage.text[index - 1] == UInt8(ascii: "(")
}

private func closesBracket(_ word: Word, _ passage: Passage) -> Bool { passage.byte(after: word) == UInt8(ascii: ")") }

private func bracketFollows(_ word: Word, _ passage: Passage) -> Bool {
  let text = passage.text
  guard word.end + 2 < text.count else { return false }
  return text[word.end] == 0x20 && text[word.end + 1] == UInt8(ascii: "(") && !isDigit(text[word.end + 2])
}

/// Whether words in a row begin with given letters, small words between them left aside.
private func hasInitials(_ letters: [UInt8], _ passage: Passage) -> Bool {
  let wanted = letters.filter { !isDigit($0) }
  let initials = passage.words.filter { $0.count > 3 || $0.shape.contains(.capital) }
    .filter { !$0.shape.contains(.acronym) }
    .map { upper(passage.text[$0.start]) }
  guard wanted.count > 1, initials.count >= wanted.count else { return false }
  return (0...initials.count - wanted.count).contains { initials[$0..<$0 + wanted.count].elementsEqual(wanted) }
}

private func upper(_ byte: UInt8) -> UInt8 { isSmall(byte) ? byte & 0xDF : byte }
