import Model

/// The property of editions that whatever people write is shown as they wrote it: each text stands once in its own entry
/// of either edition, equal in normal form C and with white space folded, makes nothing of itself, and is in the message
/// as it is in the editions.
public struct TextsStandOnce: Sendable {
  private let press: Press
  private let kinds: Set<String>

  /// The property of what a press makes.
  ///
  /// - Throws: ``Broken`` when the press makes nothing of household words.
  public init(of press: Press) throws {
    self.press = press
    // Terms of the glossary and names with a note are among the words: what else a page is made of, a text has made.
    let fields = Fields(["household words", "reception centre", "Kosovo"])
    kinds = try Page(TextsStandOnce.made(of: fields, by: press).editions.html).kinds
  }

  /// Whether it can be told of texts where they stand: not of such as have the words by which that is known.
  public static func canBeTold(of texts: [String]) -> Bool {
    !texts.isEmpty && !texts.contains { text in ["Permalink", "zQ", "Qz"].contains { text.contains($0) } }
  }

  /// Puts texts into every field that takes words, in turn, and looks for them in what is published.
  ///
  /// - Throws: ``Broken`` when they do not stand there as they should.
  public func check(_ texts: [String]) throws {
    let fields = Fields(texts)
    let (compiled, editions) = try TextsStandOnce.made(of: fields, by: press)
    try require(compiled.entryCount == fields.developments.count, "an entry is missing, or there are too many")
    try check(page: Page(editions.html), fields)
    try editions.checkText()
    try check(text: editions.text, compiled, fields)
    try editions.checkMail()
  }

  private static func made(of fields: Fields, by press: Press) throws -> (issue: CompiledIssue, editions: Editions) {
    guard let submission = press.submission(fields.submission()), let issue = press.issue(fields.issueFile) else {
      throw Broken("a schema refuses words")
    }
    let compiled = press.compile(issue, [submission])
    return (compiled, press.editions(of: compiled, for: issue))
  }

  private func check(page: Page, _ fields: Fields) throws {
    for kind in page.kinds { try require(kinds.contains(kind), "a text made \(kind) of itself") }
    for text in fields.developments {
      guard let entry = page.text(ofElement: "no-\(text.name)") else { throw Broken("no entry \(text.name)") }
      try check(text, folded(shown(text)), in: folded(entry.unicodeScalars), "page")
    }
    let whole = folded(String(decoding: page.text, as: UTF8.self).unicodeScalars)
    for text in fields.issue where text.name != "mailbox" {
      try require(count(of: folded(shown(text)), in: whole) >= 1, "\(text.name) is not in the page: \(text.words)")
    }
  }

  /// Each entry of the text edition ends with its permalink, on a line of its own.
  private func check(text edition: [UInt8], _ compiled: CompiledIssue, _ fields: Fields) throws {
    let names = Dictionary(uniqueKeysWithValues: fields.developments.map { ("no-\($0.name)", $0) })
    var entry = String.UnicodeScalarView()
    var left = compiled.entries[...]
    for line in String(decoding: edition, as: UTF8.self).split(separator: "\n") {
      entry.append(contentsOf: line.unicodeScalars)
      guard let next = left.first, line == "     Permalink: #\(next.anchor)" else { continue }
      if let text = names[next.anchor] { try check(text, squeezed(shown(text)), in: squeezed(entry), "text") }
      entry.removeAll()
      left.removeFirst()
    }
    try require(left.isEmpty, "the text has no entry \(left.first?.anchor ?? "")")
    let whole = squeezed(String(decoding: edition, as: UTF8.self).unicodeScalars)
    for text in fields.issue where text.isWhole && text.name != "mailbox" {
      try require(count(of: squeezed(shown(text)), in: whole) >= 1, "\(text.name) is not in the text: \(text.words)")
    }
  }

  private func check(_ text: Fields.Text, _ words: String, in entry: String, _ edition: String) throws {
    let times = count(of: words, in: entry)
    try require(times == 1, "\(text.name) stands \(times) times in its entry of the \(edition): \(text.words)")
  }
}

/// What XML can hold of a text.
private func shown(_ text: Fields.Text) -> [Unicode.Scalar] {
  text.words.unicodeScalars.filter { $0.value >= 0x20 || [0x09, 0x0A, 0x0D].contains($0.value) }
}
