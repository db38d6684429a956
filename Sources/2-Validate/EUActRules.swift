import Model

/// Numbers of acts of the EU that cannot exist in form.
func actNumberHits(_ passage: Passage) -> [Hit] {
  guard passage.role != .source else { return [] }
  return passage.euActNumbers.compactMap { number in
    guard let right = number.right else { return nil }
    return Hit(
      "eu-act-number-malformed", at: passage.words[number.words.lowerBound].start,
      ["found": passage.quoted(number.words), "right": right])
  }
}

/// A CELEX number that is another act's than the one that the words beside it name.
///
/// Words such as “amending” before the only number tell of an act within another one's name; nothing is said then.
func celexContradiction(_ celex: String?, beside words: String, _ place: Int, by known: ProseWords) -> [Finding] {
  guard let celex, words.utf8.contains(UInt8(ascii: "/")), isCELEX(celex) else { return [] }
  let passage = Passage(words, .euAct, at: place, by: known)
  let numbers = passage.euActNumbers
  guard numbers.count == 1, let named = numbers.first, let (_, year) = named.year, let number = named.number,
    passage.words[..<named.words.lowerBound].allSatisfy({ $0.shape.contains(.capital) })
  else { return [] }
  let digits = Array(celex.utf8)
  // Sector 3 holds legal acts, sector 0 their consolidated texts.
  guard digits[0] == UInt8(ascii: "3") || digits[0] == UInt8(ascii: "0") else { return [] }
  let letters = digits[5...].prefix { isCapital($0) }
  let celexYear = Int(String(decoding: digits[1..<5], as: UTF8.self))
  let celexNumber = Int(String(decoding: digits[(5 + letters.count)...].prefix(4), as: UTF8.self))
  let isOfAnotherKind =
    letters.count == 1 && EUActKind.allCases.contains { $0.letter == letters.first }
    && letters.first != named.kind.letter
  if celexYear == year, celexNumber == number, !isOfAnotherKind { return [] }
  let right = "3\(year)\(String(UnicodeScalar(named.kind.letter)))" + String(String(number + 10_000).dropFirst())
  return [
    Finding(
      "celex-contradiction", at: .attribute("celex", place),
      ["found": celex, "act": passage.quoted(named.words), "right": right])
  ]
}
