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
    var parts = words.split(separator: " ").map(String.init)
    var all = [words]
    if element.name != "except", element["plural"] != "none" {
      guard let head = element["head"].map({ parts.firstIndex(of: $0) }) ?? parts.indices.last else {
        throw ReferenceFile.glossary.wrong(element["head"] ?? "", "head", of: element)
      }
      parts[head] = englishPlural(of: parts[head])
      all.append(parts.joined(separator: " "))
    }
    spellings = all.flatMap { spelling in
      guard spelling.utf8.contains(UInt8(ascii: "-")) else { return [spelling] }
      return [spelling.replacing("-", with: " "), spelling.replacing("-", with: "")]
    }
  }
}

/// The plural of an English noun that forms it by rule: `visas`, `boxes`, `facilities`.
private func englishPlural(of noun: String) -> String {
  let ends = ["s", "x", "z", "ch", "sh"]
  if ends.contains(where: noun.hasSuffix) { return noun + "es" }
  if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiouAEIOU".contains(before) {
    return noun.dropLast() + "ies"
  }
  return noun + "s"
}
