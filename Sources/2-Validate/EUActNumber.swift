import Model

/// The sorts of legal acts of the EU whose numbers texts give.
enum EUActKind: String, CaseIterable, Hashable, Sendable {
  case directive, regulation, decision

  /// The letter that stands for it in a CELEX number.
  var letter: UInt8 {
    switch self {
    case .directive: UInt8(ascii: "L")
    case .regulation: UInt8(ascii: "R")
    case .decision: UInt8(ascii: "D")
    }
  }
}

/// The number of an act of the EU as a text writes it: `Directive 2013/33/EU`, `Regulation (EU) No 604/2013`.
///
/// Until 2014 directives and most decisions had the year first and the community's letters last, regulations the letters
/// first and the year last. Since 2015 all have the letters first, then year and number. The letters were EEC until
/// October 1993, EC until November 2009 and have been EU since.
/// Source: Interinstitutional Style Guide, Part One, on the numbering of acts.
struct EUActNumber {
  var kind: EUActKind
  /// The letters in brackets before the number.
  var prefix: String?
  /// The letters after the number.
  var suffix: String?
  var first: Int
  var second: Int
  /// The words that it takes.
  var words: ClosedRange<Int>

  /// Which of the two numbers is the year, and which year; `nil` when that cannot be told.
  var year: (isFirst: Bool, year: Int)? {
    let years = (Self.year(first), Self.year(second))
    switch years {
    case (let year?, nil): return (true, year)
    case (nil, let year?): return (false, year)
    case (let early?, let late?):
      if prefix == nil, suffix != nil, kind == .directive { return (true, early) }
      if prefix == "EU", early >= 2015 { return (true, early) }
      return kind == .regulation && late < 2015 ? (false, late) : nil
    default: return nil
    }
  }

  /// The act's number in its year.
  var number: Int? { year.map { $0.isFirst ? second : first } }

  private static func year(_ number: Int) -> Int? {
    if (52...98).contains(number) { return 1900 + number }
    return (1952...2049).contains(number) ? number : nil
  }

  /// The form that the number should have; `nil` when it has it, or when nothing can be said.
  var right: String? {
    guard let label = prefix ?? suffix, ["EU", "EC", "EEC"].contains(label), let (isFirst, year) = year, let number
    else { return nil }
    let name = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    let written = isFirst ? first : second
    let labels = Self.labels(of: year)
    let rightLabel = labels.contains(label) ? label : labels[0]
    if year >= 2015 {
      let isGood = isFirst && prefix == "EU" && suffix == nil
      return isGood ? nil : "\(name) (EU) \(written)/\(number)"
    }
    switch kind {
    case .directive:
      let isGood = isFirst && prefix == nil && label == rightLabel
      return isGood ? nil : "Directive \(written)/\(number)/\(rightLabel)"
    case .regulation:
      let isGood = !isFirst && suffix == nil && label == rightLabel
      return isGood ? nil : "Regulation (\(rightLabel)) No \(number)/\(written)"
    case .decision:
      if label == rightLabel { return nil }
      return isFirst ? "Decision \(written)/\(number)/\(rightLabel)" : "Decision No \(number)/\(written)/\(rightLabel)"
    }
  }

  private static func labels(of year: Int) -> [String] {
    switch year {
    case ..<1993: ["EEC"]
    case 1993: ["EEC", "EC"]
    case 1994...2008: ["EC"]
    case 2009: ["EC", "EU"]
    default: ["EU"]
    }
  }
}

extension Passage {
  /// The numbers of acts of the EU in the text, each right after the word that says which sort of act it is.
  var euActNumbers: [EUActNumber] {
    guard signs.contains(.stroke) else { return [] }
    return known.compactMap { hit in
      guard case .euAct(let kind) = hit.meaning else { return nil }
      return euActNumber(kind, at: hit.index)
    }
  }

  private func euActNumber(_ kind: EUActKind, at start: Int) -> EUActNumber? {
    var index = start
    var prefix: String?
    let gap = UInt8(ascii: "(")
    if index + 1 < words.count, byte(before: words[index + 1]) == gap, words[index + 1].start == words[index].end + 2 {
      prefix = string(words[index + 1])
      index += 1
      while index + 1 < words.count, byte(after: words[index]) == UInt8(ascii: ",") { index += 1 }
      guard byte(after: words[index]) == UInt8(ascii: ")") else { return nil }
    }
    if index + 1 < words.count, words[index + 1].hash == FoldedHash("no".utf8).value { index += 1 }
    guard index + 2 < words.count, words[index + 1].start <= words[index].end + 3,
      isJoined(index + 1, by: UInt8(ascii: "/")), words[index + 1].shape.contains(.number),
      words[index + 2].shape.contains(.number), words[index + 1].count <= 4, words[index + 2].count <= 4,
      let first = Int(string(words[index + 1])), let second = Int(string(words[index + 2]))
    else { return nil }
    var end = index + 2
    var suffix: String?
    if isJoined(end, by: UInt8(ascii: "/")) {
      end += 1
      suffix = string(words[end])
    }
    return EUActNumber(kind: kind, prefix: prefix, suffix: suffix, first: first, second: second, words: start...end)
  }
}
