import XML

/// Words by which texts name a term.
public struct GlossaryForm: Hashable, Sendable {
  /// The words.
  public let words: String
  /// Whether capitals must stand as they do here.
  public let isExact: Bool
  /// The form in the singular and, where it has one, in the plural. A blank stands for a blank or a hyphen; words with
  /// a hyphen stand a second time as one word without it.
  public let spellings: [String]

  init(_ element: XMLElement) throws(ReferenceError) {
    words = element.text
    isExact = element["letters"] == "exact"
    let singular = Array(words.utf8)
    var all = [singular]
    if element.name != "except", element["plural"] != "none" {
      let head = element["head"]
      guard let end = endOfNoun(head.map { Array($0.utf8) }, in: singular) else {
        throw ReferenceFile.glossary.wrong(head ?? "", "head", of: element)
      }
      all.append(plural(of: singular, nounEndingAt: end))
    }
    spellings = all.flatMap { spelling in
      guard spelling.contains(hyphen) else { return [String(decoding: spelling, as: UTF8.self)] }
      let apart = spelling.map { $0 == hyphen ? blank : $0 }
      return [apart, spelling.filter { $0 != hyphen }].map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

private let blank = UInt8(ascii: " ")
private let hyphen = UInt8(ascii: "-")

/// Where the word ends that takes the plural: the head, or the last one when none is named; `nil` when the head is not
/// among the words.
private func endOfNoun(_ head: [UInt8]?, in words: [UInt8]) -> Int? {
  guard let head else { return words.count }
  var start = 0
  while start < words.count {
    let end = words[start...].firstIndex(of: blank) ?? words.count
    if words[start..<end].elementsEqual(head) { return end }
    start = end + 1
  }
  return nil
}

/// Words with the plural of one of them, an English noun that forms it by rule: `visas`, `boxes`, `facilities`.
private func plural(of words: [UInt8], nounEndingAt end: Int) -> [UInt8] {
  let noun = words[..<end]
  let (last, before) = (noun.last ?? 0, noun.dropLast().last ?? 0)
  let ending: String
  switch last {
  case UInt8(ascii: "y") where !"aeiou".utf8.contains(before):
    return Array(noun.dropLast() + "ies".utf8 + words[end...])
  case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): ending = "es"
  case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"): ending = "es"
  default: ending = "s"
  }
  return Array(noun + ending.utf8 + words[end...])
}
