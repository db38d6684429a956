import Model

/// A date as a text writes it, with the words that it takes.
struct WrittenDate {
  /// In which form it stands.
  enum Form {
    /// `13 November 2015`, which is the house's, or `November 2015` or `2015`.
    case house
    /// `13th November 2015`, `November 13, 2015`.
    case otherWords
    /// `13/11/2015`, `13.11.2015`, `2015-11-13`.
    case figures
  }

  var form: Form
  var words: ClosedRange<Int>
  var day: Int?
  var month: Int?
  var year: Int?

  /// The date, if the calendar has it.
  var date: PartialDate? {
    guard let year else { return nil }
    guard let month else { return .year(year) }
    guard let day else { return .month(year: year, month: month) }
    return Day(year: year, month: month, day: day).map { .day($0) }
  }

  /// Whether the calendar has no such day in any year, or in its own.
  var isImpossible: Bool {
    guard let month, let day else { return false }
    guard (1...12).contains(month) else { return true }
    return !(1...Day.count(year: year ?? 2000, month: month)).contains(day)
  }
}

extension Passage {
  /// The date with a day in it that begins at a word, in whatever form.
  func dayWritten(at index: Int) -> WrittenDate? {
    let word = words[index]
    if word.shape.contains(.number) { return dayThenMonth(index) ?? figures(index) }
    if word.shape.contains(.digit) { return ordinalDay(index) }
    return month(at: index).flatMap { monthThenDay(index, $0) }
  }

  /// The date in the house's form that begins at a word: a day, a month with its year, or a year.
  func dateWritten(at index: Int) -> WrittenDate? {
    guard index < words.count else { return nil }
    if let date = dayThenMonth(index) { return date.year == nil ? nil : date }
    if let month = month(at: index), let year = year(at: index + 1), isSpaced(index) {
      return WrittenDate(form: .house, words: index...index + 1, month: month, year: year)
    }
    return year(at: index).map { WrittenDate(form: .house, words: index...index, year: $0) }
  }

  private func dayThenMonth(_ index: Int) -> WrittenDate? {
    guard let day = number(at: index, digits: 1...2), isApart(index), isSpaced(index),
      let month = month(at: index + 1)
    else { return nil }
    let year = isSpaced(index + 1) ? year(at: index + 2) : nil
    return WrittenDate(
      form: .house, words: index...index + (year == nil ? 1 : 2), day: day, month: month, year: year)
  }

  private func ordinalDay(_ index: Int) -> WrittenDate? {
    let bytes = text[words[index].start..<words[index].end]
    let digits = bytes.prefix { isDigit($0) }
    let ending = String(decoding: bytes.dropFirst(digits.count), as: UTF8.self).lowercased()
    guard ["st", "nd", "rd", "th"].contains(ending), let day = Int(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    var next = index + 1
    if next < words.count, words[next].hash == FoldedHash("of".utf8).value { next += 1 }
    guard let month = month(at: next), let year = year(at: next + 1), isSpaced(next) else {
      return nil
    }
    return WrittenDate(form: .otherWords, words: index...next + 1, day: day, month: month, year: year)
  }

  private func monthThenDay(_ index: Int, _ month: Int) -> WrittenDate? {
    guard isSpaced(index), index + 2 < words.count, let year = year(at: index + 2) else { return nil }
    let bytes = text[words[index + 1].start..<words[index + 1].end]
    let digits = bytes.prefix { isDigit($0) }
    let comma = byte(after: words[index + 1]) == UInt8(ascii: ",") ? 1 : 0
    let gap = words[index + 1].end + comma
    let blank = blankLength(text, at: gap)
    guard (1...2).contains(digits.count), digits.count == bytes.count || bytes.count == digits.count + 2, blank > 0,
      words[index + 2].start == gap + blank, let day = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return WrittenDate(form: .otherWords, words: index...index + 2, day: day, month: month, year: year)
  }

  /// Three numbers with the same sign between them, apart from all other figures.
  private func figures(_ index: Int) -> WrittenDate? {
    guard index + 2 < words.count, isApart(index) else { return nil }
    let sign = byte(after: words[index])
    guard "/.-".utf8.contains(sign), isJoined(index, by: sign), isJoined(index + 1, by: sign) else { return nil }
    let end = words[index + 2].end
    if end + 1 < text.count, "/-.".utf8.contains(text[end]), wordCharacter(text, at: end + 1) > 0 { return nil }
    let isName = index > 0 && isSpaced(index - 1) && words[index - 1].shape.contains(.capital)
    if sign == UInt8(ascii: "-"), let year = number(at: index, digits: 4...4),
      let month = number(at: index + 1, digits: 2...2), let day = number(at: index + 2, digits: 2...2)
    {
      return written(index, day, month, year)
    }
    guard !isName, let day = number(at: index, digits: 1...2), let month = number(at: index + 1, digits: 1...2),
      let year = year(at: index + 2)
    else { return nil }
    // The month may come first, as in the United States.
    return month > 12 && day <= 12 ? written(index, month, day, year) : written(index, day, month, year)
  }

  private func written(_ index: Int, _ day: Int, _ month: Int, _ year: Int) -> WrittenDate? {
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return WrittenDate(form: .figures, words: index...index + 2, day: day, month: month, year: year)
  }

  /// Whether a number does not go on before itself, as in `3.13.11.2015` or `No 5/13`.
  private func isApart(_ index: Int) -> Bool {
    let before = byte(before: words[index])
    return before == 0x20 || before == UInt8(ascii: "(") || before >= 0x80 || before == UInt8(ascii: "\"")
  }

  private func month(at index: Int) -> Int? {
    guard index < words.count else { return nil }
    var month: Int?
    forEachMeaning(at: index) { meaning, _ in
      if case .month(let number) = meaning { month = number }
    }
    return month
  }

  private func year(at index: Int) -> Int? {
    number(at: index, digits: 4...4).flatMap { (1900...2100).contains($0) ? $0 : nil }
  }

  private func number(at index: Int, digits: ClosedRange<Int>) -> Int? {
    guard index < words.count, words[index].shape.contains(.number), digits.contains(words[index].count) else {
      return nil
    }
    return Int(string(words[index]))
  }
}
