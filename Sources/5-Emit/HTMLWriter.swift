import Model
import Text

/// Writes HTML: tags as they stand, all words from outside escaped.
struct HTMLWriter {
  /// What was written.
  private(set) var out: OutputBuffer
  /// Where entries stand, for references from one to another.
  var register: EntryRegister
  /// Whether the page explains terms.
  let hasGlossary: Bool

  init(register: EntryRegister, capacity: Int, hasGlossary: Bool = false) {
    out = OutputBuffer(capacity: capacity)
    self.register = register
    self.hasGlossary = hasGlossary
  }

  /// Writes markup of our own.
  mutating func markup(_ markup: String) { out.append(markup) }

  /// Writes bytes of our own, as a template has them.
  mutating func literal(_ bytes: [UInt8]) { out.append(contentsOf: bytes) }

  /// Writes a whole number as machines read it.
  mutating func number(_ number: Int) { out.append(number) }

  /// Writes words from outside.
  mutating func text(_ text: String) { out.append(escaped: text) }

  /// Writes an element that holds only words.
  mutating func element(_ opening: String, _ words: String, _ closing: String) {
    out.append(opening)
    out.append(escaped: words)
    out.append(closing)
  }

  /// Writes an attribute, with the blank before it.
  mutating func attribute(_ name: String, _ value: String) {
    out.append(byte: 0x20)
    out.append(name)
    out.append("=\"")
    out.append(escaped: value)
    out.append(byte: 0x22)
  }

  /// Writes an attribute `id`.
  mutating func id(_ anchor: String) { attribute("id", anchor) }

  /// Writes the attribute `lang` of words in another language, with their direction where that is from the right.
  ///
  /// A tag of any other form than BCP 47's is left out.
  mutating func language(_ tag: String?) {
    guard let tag, tag.utf8.allSatisfy(isTagByte) else { return }
    attribute("lang", tag)
    if isWrittenFromTheRight(tag) { markup(" dir=\"rtl\"") }
  }

  /// Writes words that may be in another language.
  mutating func phrase(_ phrase: Phrase, element: String = "span") {
    guard phrase.language != nil || element != "span" else { return text(phrase.words) }
    markup("<")
    markup(element)
    language(phrase.language)
    markup(">")
    text(phrase.words)
    markup("</")
    markup(element)
    markup(">")
  }

  /// Opens a link to a place in this page.
  ///
  /// - Parameters:
  ///   - anchor: The id of the place.
  ///   - attributes: Further attributes of our own, as they stand in the tag.
  mutating func openLink(toAnchor anchor: String, _ attributes: String = "") {
    markup("<a href=\"#")
    text(anchor)
    markup(attributes.isEmpty ? "\">" : "\" \(attributes)>")
  }

  /// Writes words that lead to a page; a link that does not lead to the web is shown as text after them.
  mutating func link(_ words: Phrase, to href: String?, element: String = "span") {
    guard let href else { return phrase(words, element: element) }
    guard isWebLink(href) else {
      phrase(words, element: element)
      return self.element(" (", href, ")")
    }
    markup("<a")
    attribute("href", hrefValue(href))
    markup(">")
    phrase(words, element: element)
    markup("</a>")
  }

  /// Writes a CELEX number that leads to EUR-Lex.
  mutating func celex(_ number: String) {
    markup("CELEX ")
    link(Phrase(number), to: eurLexLink(celex: number))
  }

  /// Writes a date in words, its own if no others are given, with its exact form for machines.
  mutating func date(_ date: PartialDate, words: String? = nil) {
    markup("<time datetime=\"")
    markup(date.iso)
    element("\">", words ?? date.words, "</time>")
  }

  /// Writes a number with its digits in groups, and its plain form for machines.
  mutating func number(_ numeral: String) {
    markup("<data")
    attribute("value", numeral)
    element(">", grouped(numeral, by: "\u{202F}"), "</data>")
  }
}

private func isTagByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
    true
  default: false
  }
}

/// Whether words in a language run from right to left: in the script that its tag names, as `ar-Latn` does, or else in
/// the usual one.
private func isWrittenFromTheRight(_ tag: String) -> Bool {
  let subtags = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
  // Behind a letter that stands alone, such as the one in `ar-u-nu-latn`, no script is named.
  let script = subtags.dropFirst().prefix { $0.utf8.count > 1 }.first(where: isScript)
  if let script { return scriptsFromTheRight.contains(script) }
  return languagesFromTheRight.contains(subtags[0])
}

/// Whether a part of a language's tag, in small letters, is a script's code (ISO 15924): four letters.
private func isScript(_ subtag: String) -> Bool {
  subtag.utf8.count == 4 && subtag.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
}

/// The languages whose usual script runs from right to left.
private let languagesFromTheRight: Set<String> = [
  "ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi",
]

/// The scripts that run from right to left.
private let scriptsFromTheRight: Set<String> = [
  "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "syrn", "thaa",
]
