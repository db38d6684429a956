import Model
import Text

/// A rule that a text breaks, at a byte of it.
struct Hit {
  var rule: String
  var offset: Int
  var values: [String: String]

  init(_ rule: String, at offset: Int, _ values: [String: String] = [:]) {
    self.rule = rule
    self.offset = offset
    self.values = values
  }
}

/// Characters that hide things, each sort once in a text.
func hiddenCharacterHits(_ passage: Passage, _ style: ProseWords) -> [Hit] {
  guard !passage.signs.isDisjoint(with: [.control, .wide]), mayHide(passage.text) else { return [] }
  var hits: [Hit] = []
  var seen: Set<Unicode.Scalar> = []
  var offset = 0
  var before: Unicode.Scalar = " "
  for scalar in String(decoding: passage.text, as: UTF8.self).unicodeScalars {
    let here = offset
    offset += UTF8.width(scalar)
    defer { before = scalar }
    // Persian, Hindi and other languages need joiners between their letters.
    if scalar.value == 0x200C || scalar.value == 0x200D, before.value >= 0x600, before.value < 0x2000 { continue }
    guard isHidden(scalar), seen.insert(scalar).inserted else { continue }
    let rule = passage.role == .headline ? "hidden-characters-in-name" : "hidden-characters"
    hits.append(
      Hit(rule, at: here, ["character": described(scalar, style), "place": passage.role.words]))
  }
  return hits
}

/// Hidden characters in an attribute's value.
func hiddenCharacterFinding(_ value: String, _ name: String, _ place: Int, _ words: String, by style: ProseWords)
  -> Finding?
{
  guard mayHide(value.utf8), let scalar = value.unicodeScalars.first(where: { isHidden($0) }) else { return nil }
  return Finding(
    "hidden-characters-in-name", at: .attribute(name, place), ["character": described(scalar, style), "place": words])
}

private func described(_ scalar: Unicode.Scalar, _ words: ProseWords) -> String {
  "\(words.style.name(of: scalar)) (\(visible(scalar).dropFirst().dropLast()))"
}

/// Whether a text may hold a hidden character, which its bytes tell for nearly all texts.
private func mayHide(_ text: some Sequence<UInt8>) -> Bool {
  text.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 >= 0xE1 }
}

/// Words in which letters of two alphabets stand that look alike.
func lookAlikeHits(_ passage: Passage) -> [Hit] {
  guard passage.signs.contains(.wide) else { return [] }
  return passage.words.filter { $0.shape.contains(.wide) }.compactMap { word in
    var scripts: Set<String> = []
    var offset = word.start
    var odd: (offset: Int, scalar: Unicode.Scalar, script: String)?
    for scalar in passage.string(word).unicodeScalars {
      if let script = script(of: scalar) {
        scripts.insert(script)
        if script != "Latin", odd == nil { odd = (offset, scalar, script) }
      }
      offset += UTF8.width(scalar)
    }
    guard scripts.count > 1, let odd else { return nil }
    let number = String(odd.scalar.value, radix: 16, uppercase: true)
    let letter =
      "\(odd.script) letter “\(odd.scalar)” (U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number))"
    return Hit("look-alike-letters", at: odd.offset, ["word": passage.string(word), "letter": letter])
  }
}

/// The first letter on which more marks stand than any writing has, if there is one.
func piledMarkHits(_ passage: Passage) -> [Hit] {
  guard passage.signs.contains(.wide) else { return [] }
  let text = String(decoding: passage.text, as: UTF8.self)
  guard let (offset, count) = piledMarks(in: text) else { return [] }
  return [Hit("marks-piled", at: offset, ["count": "\(count)", "place": passage.role.words])]
}

private func script(of scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: scalar.value == 0xD7 || scalar.value == 0xF7 ? nil : "Latin"
  case 0x370...0x3FF: "Greek"
  case 0x400...0x52F: "Cyrillic"
  default: nil
  }
}

extension Passage.Role {
  /// What such a text is called.
  var words: String {
    switch self {
    case .headline: "the headline"
    case .body: "the body"
    case .figure: "the label of a figure"
    case .act: "the title of an act"
    case .euAct: "the name of an act of the EU"
    case .source: "the title of a source"
    case .attribute: "this value"
    case .late: "the reason for reporting late"
    case .note, .title: "a text of the issue"
    case .colophon: "the colophon"
    }
  }
}
