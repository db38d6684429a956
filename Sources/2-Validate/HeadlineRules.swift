import Model

/// A headline that ends in a full stop or shouts.
func headlineHits(_ passage: Passage, _ known: ProseWords) -> [Hit] {
  guard passage.isEnglish else { return [] }
  return stopHits(passage, known) + (isShouted(passage, known) ? [Hit("headline-capitals", at: 0)] : [])
}

private func stopHits(_ passage: Passage, _ known: ProseWords) -> [Hit] {
  let text = passage.text
  let stop = UInt8(ascii: ".")
  guard text.last == stop, text.dropLast().last != stop, let word = passage.words.last, word.end == text.count - 1
  else { return [] }
  let isInitial = word.count == 1 && passage.byte(before: word) == stop
  if isInitial || known.has(.abbreviation, word, in: text) { return [] }
  return [Hit("headline-stop", at: text.count - 1, ["word": passage.string(word)])]
}

/// Whether two or more long words, and most letters, are capitals; known acronyms do not count.
func isShouted(_ passage: Passage, _ known: ProseWords) -> Bool {
  let long = passage.words.count {
    $0.shape.contains(.acronym) && $0.count >= 4 && $0.isAllCapital(in: passage.text)
      && !known.has(.acronym, $0, in: passage.text)
  }
  guard long >= 2 else { return false }
  let letters = passage.text.reduce(into: (capital: 0, small: 0)) {
    if isCapital($1) { $0.capital += 1 }
    if isSmall($1) { $0.small += 1 }
  }
  return letters.capital > letters.small
}

extension Word {
  /// Whether it has no small letter.
  func isAllCapital(in text: [UInt8]) -> Bool { text[start..<end].allSatisfy { !isSmall($0) } }
}
