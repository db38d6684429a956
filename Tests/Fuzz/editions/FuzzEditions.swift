import Fuzzing
import Model

private let press = Press()

/// What pages of household words, terms of the glossary and names among them, are made of: no other words may add to it.
private let kinds: Set<String> = {
  let fields = Fields(["household words", "reception centre", "Kosovo"])
  guard let submission = press.submission(fields.submission), let issue = press.issue(fields.issueFile) else {
    fatalError("the fields do not meet the schemas")
  }
  return Page(press.editions(of: press.compile(issue, [submission]), for: issue).html).kinds
}()

/// Puts the bytes as texts, parted by bytes that no text has, into every field that takes words, and looks for them in
/// what is published.
@main
struct FuzzEditions {
  static func main() { fuzz { test(bytes($0, $1)) } }
}

private func test(_ input: [UInt8]) -> Int32 {
  let texts = input.split(separator: 0xFF, maxSplits: 31).map { String(decoding: $0, as: UTF8.self) }
  // By these words the places are told apart; a text that has them proves nothing.
  if texts.isEmpty || texts.contains(where: { $0.contains("Permalink") || $0.contains("zQ") || $0.contains("Qz") }) {
    return -1
  }
  let fields = Fields(texts)
  guard let submission = press.submission(fields.submission), let issue = press.issue(fields.issueFile) else {
    fatalError("words that a schema refuses")
  }
  let compiled = press.compile(issue, [submission])
  expect(compiled.entryCount == fields.developments.count, "an entry is missing, or there are too many")
  let editions = press.editions(of: compiled, for: issue)
  check(page: Page(editions.html), fields)
  editions.checkText()
  check(text: editions.text, compiled, fields)
  editions.checkMail()
  return 0
}

private func check(page: Page, _ fields: Fields) {
  for kind in page.kinds { expect(kinds.contains(kind), "a text made \(kind) of itself") }
  for text in fields.developments {
    guard let entry = page.text(ofElement: "no-\(text.name)") else { fatalError("no entry \(text.name)") }
    check(text, folded(shown(text)), in: folded(entry.unicodeScalars), "page")
  }
  let whole = folded(String(decoding: page.text, as: UTF8.self).unicodeScalars)
  for text in fields.issue where text.name != "mailbox" {
    expect(count(of: folded(shown(text)), in: whole) >= 1, "\(text.name) is not in the page: \(text.words)")
  }
}

/// Each entry of the text edition ends with its permalink, on a line of its own.
private func check(text edition: [UInt8], _ compiled: CompiledIssue, _ fields: Fields) {
  let names = Dictionary(uniqueKeysWithValues: fields.developments.map { ("no-\($0.name)", $0) })
  var entry = String.UnicodeScalarView()
  var left = compiled.entries[...]
  for line in String(decoding: edition, as: UTF8.self).split(separator: "\n") {
    entry.append(contentsOf: line.unicodeScalars)
    guard let next = left.first, line == "     Permalink: #\(next.anchor)" else { continue }
    if let text = names[next.anchor] { check(text, squeezed(shown(text)), in: squeezed(entry), "text") }
    entry.removeAll()
    left.removeFirst()
  }
  expect(left.isEmpty, "the text has no entry \(left.first?.anchor ?? "")")
  let whole = squeezed(String(decoding: edition, as: UTF8.self).unicodeScalars)
  for text in fields.issue where text.isWhole && text.name != "mailbox" {
    expect(count(of: squeezed(shown(text)), in: whole) >= 1, "\(text.name) is not in the text: \(text.words)")
  }
}

private func check(_ text: Fields.Text, _ words: String, in entry: String, _ edition: String) {
  let times = count(of: words, in: entry)
  expect(times == 1, "\(text.name) stands \(times) times in its entry of the \(edition): \(text.words)")
}

/// What XML can hold of a text.
private func shown(_ text: Fields.Text) -> [Unicode.Scalar] {
  text.words.unicodeScalars.filter { $0.value >= 0x20 || [0x09, 0x0A, 0x0D].contains($0.value) }
}
