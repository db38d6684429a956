import Model
import Text

// What somebody probably meant who wrote a value in another form than the data have. A correction is only offered.

/// What a date was probably meant to be, each with the day in words: two where day and month can be exchanged.
func offeredDates(_ value: String) -> String {
  let numbers = value.split { !$0.isNumber }.map(String.init)
  var candidates = [meantDate(value)]
  if numbers.count == 3, numbers[2].utf8.count == 4, numbers[0] != numbers[1] {
    candidates.append(meantDate("\(numbers[1])/\(numbers[0])/\(numbers[2])"))
  }
  let dates = candidates.compactMap { $0.flatMap { PartialDate($0) } }
  if dates.isEmpty { return "" }
  let words = dates.count == 1 ? ["“\(dates[0].iso)”"] : dates.map { "“\($0.iso)” (\($0.words))" }
  return " Did you mean " + words.joined(separator: " or ") + "?"
}

/// The date in ISO form that was meant by one in the ways of Europe: `13/11/2015`, `13.11.2015`, `2015/11/13`,
/// `2015-3-1`, `20151113`, `13 November 2015`, `November 2015`; `nil` when there is no such day.
func meantDate(_ value: String) -> String? {
  var parts = value.split { " ./-,–".contains($0) }.map { String($0) }
  if parts.count == 1, value.utf8.count == 8, Int(value) != nil {
    parts = [String(value.prefix(4)), String(value.dropFirst(4).prefix(2)), String(value.suffix(2))]
  }
  var year: Int?
  var month: Int?
  var others: [Int] = []
  for part in parts {
    if let named = monthNumber(part) {
      month = named
    } else if part.utf8.count == 4, let number = Int(part), year == nil {
      year = number
    } else if let number = Int(part.prefix { $0.isNumber }) {
      others.append(number)
    } else {
      return nil
    }
  }
  guard let year, parts.count <= 3 else { return nil }
  let isYearFirst = parts.first.flatMap { Int($0) } == year
  if month == nil {
    guard !others.isEmpty else { return nil }
    month = isYearFirst || others.count == 1 ? others.removeFirst() : others.removeLast()
  }
  let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
  let date = ([String(year)] + ([month].compactMap { $0 } + others).map(digits)).joined(separator: "-")
  return PartialDate(date)?.iso
}

private func monthNumber(_ word: String) -> Int? {
  let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  let word = word.lowercased()
  return word.utf8.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
}

/// Whether a value looks like a day or a month in ISO form, so that only the day itself can be wrong.
func hasFormOfDate(_ value: String, isDay: Bool) -> Bool {
  let form = value.map { $0.isASCII && $0.isNumber ? "0" : String($0) }.joined()
  return form == "0000-00-00" || !isDay && form == "0000-00"
}

/// The period that was meant by a quarter in other forms: `Q1 2016`, `2016Q1`, `1/2016`, `2016-1`, `2016/Q1`.
func meantPeriod(_ value: String) -> String? {
  let parts = value.uppercased().split { !$0.isNumber }.map(String.init)
  guard parts.count == 2, let year = parts.first(where: { $0.utf8.count == 4 }),
    let quarter = parts.first(where: { $0.utf8.count == 1 })
  else { return nil }
  return Period("\(year)-Q\(quarter)")?.name
}

/// The number that was meant by one with separators for thousands or with a decimal comma.
func meantNumber(_ value: String) -> String? {
  let digits = value.filter { !" \u{A0}\u{202F}'’".contains($0) }
  let marks = digits.filter { !$0.isNumber }
  let plain: String
  switch marks {
  case "": plain = digits
  case ",":
    // Three digits after the only comma may be thousands or not: that is not for us to guess.
    guard let comma = digits.firstIndex(of: ","), digits[comma...].count != 4 else { return nil }
    plain = digits.replacing(",", with: ".")
  case ".,": plain = digits.replacing(".", with: "").replacing(",", with: ".")
  case ",.": plain = digits.replacing(",", with: "")
  default: return nil
  }
  return plain.isEmpty || plain == value || Double(plain) == nil ? nil : plain
}

/// An id in the form that ids have, from what was written.
func meantID(_ value: String) -> String? {
  var id = ""
  for scalar in withoutMarks(value.lowercased()).unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
    default: if !id.isEmpty, !id.hasSuffix("-") { id += "-" }
    }
  }
  id = String(id.prefix(64))
  while id.hasSuffix("-") { id.removeLast() }
  return id.isEmpty ? nil : id
}

/// Letters without their accents, as far as Unicode takes them apart.
private func withoutMarks(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in decomposed(text).unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
    result.append(scalar)
  }
  return String(result)
}
