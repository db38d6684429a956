import Model

/// A date as files have it, for one that somebody typed in words: `2016-03-10` for “10 March 2016”.
///
/// - Returns: The date as exact as it was typed; what is no such date as it stands.
func isoDate(_ typed: String) -> String {
  let words = foldedString(typed[...])
  if PartialDate(words) != nil { return words }
  let parts = words.split(separator: " ")
  guard (2...3).contains(parts.count), let year = parts.last, year.utf8.count == 4,
    case .year(let number)? = PartialDate(year),
    let month = (1...12).first(where: { isMonth(parts[parts.count - 2], $0) })
  else { return words }
  if parts.count == 2 { return PartialDate.month(year: number, month: month).iso }
  guard parts[0].utf8.count <= 2, let day = Int(parts[0]), let date = Day(year: number, month: month, day: day) else {
    return words
  }
  return PartialDate.day(date).iso
}

/// Whether a word names a month, in full or by its first three letters.
private func isMonth(_ word: Substring, _ month: Int) -> Bool {
  let name = monthName(month).lowercased()
  let typed = word.lowercased()
  return typed == name || typed == name.prefix(3) || typed == "sept" && month == 9
}
