import Model
import Text

/// Writes plain text: paragraphs are gathered word by word and broken into lines as a whole.
struct TextWriter {
  /// What was written.
  private(set) var out = OutputBuffer(capacity: 1 << 17)
  /// What there is to know of all sections.
  let context: SectionsContext
  private let names: NameBinding
  private var links = LinkRegister()
  private var flow: [UInt8] = []

  init(_ issue: CompiledIssue) {
    context = SectionsContext(issue)
    names = NameBinding(issue)
  }

  init(_ product: CompiledProduct) {
    context = SectionsContext(product)
    names = NameBinding(product)
  }

  /// Adds words from outside to the paragraph, as a terminal may be given them.
  mutating func say(_ words: String) {
    let start = flow.count
    append(words)
    names.bind(&flow, from: start)
    bindNumbers(&flow, from: start)
  }

  /// Adds words that must stay on one line, such as a date or a number.
  mutating func sayBound(_ words: String) {
    let start = flow.count
    append(words)
    for position in start..<flow.count where flow[position] == 0x20 { flow[position] = NameBinding.boundBlank }
  }

  /// Adds words and, where they lead to the web, the number of the link.
  mutating func say(_ words: String, link href: String?) {
    guard let href else { return say(words) }
    if isWebLink(href) {
      if words != href { say(words) }
      refer(to: href)
    } else {
      say(words)
      say(" (")
      say(href)
      say(")")
    }
  }

  /// Adds the number of a link, on one line with the word before it unless that is a link itself, and without a blank
  /// after a bracket or quotation mark that opens.
  private mutating func refer(to href: String) {
    if let last = flow.last, last != 0x20, !endsWithOpeningMark(flow) {
      let word = flow.suffix(while: { $0 != 0x20 })
      flow.append(word.starts(with: "http".utf8) || word.count > 60 ? 0x20 : NameBinding.boundBlank)
    }
    append("[")
    append(String(links.number(of: href)))
    append("]")
  }

  /// Writes the paragraph.
  ///
  /// - Parameters:
  ///   - lead: What opens the first line; it is ASCII.
  ///   - indent: The column at which the other lines begin.
  /// - Returns: The columns of the widest line.
  @discardableResult
  mutating func flush(lead: String = "", indent: Int = 0) -> Int {
    defer { flow.removeAll(keepingCapacity: true) }
    return TextWrapping.write(flow, lead: lead, indent: indent, to: &out)
  }

  /// Leaves one line empty, unless one is so or nothing was written yet.
  mutating func gap() {
    if !out.isEmpty, !out.endsWithEmptyLine { out.newline() }
  }

  /// Ends the text with one line break and no empty line.
  mutating func end() {
    while out.endsWithEmptyLine { out.removeLast() }
  }

  /// Writes a line as it stands, without blanks at its end.
  mutating func line(_ line: String) {
    out.append(line)
    out.endLine()
  }

  /// Writes a heading with a line of marks below it.
  mutating func heading(_ words: String, underline: String) {
    gap()
    say(words)
    let width = flush()
    line(String(repeating: underline, count: width))
    out.newline()
  }

  /// Writes a heading of the third level, whose words are said by a closure.
  mutating func subheading(_ say: (inout TextWriter) -> Void) {
    gap()
    say(&self)
    let width = flush()
    line(String(repeating: "~", count: width))
    out.newline()
  }

  /// Writes the links of a section under their heading, and forgets them.
  mutating func gatheredLinks() {
    guard !links.links.isEmpty else { return }
    heading("Links", underline: "-")
    for (position, link) in links.links.enumerated() {
      append(link)
      let lead = "[\(position + 1)] "
      // A link that is too long for its number's line stands alone on the next.
      flush(lead: lead, indent: 0)
    }
    links.removeAll()
  }

  private mutating func append(_ words: String) {
    var text = words
    let isPlain = text.withUTF8 { bytes in
      guard Emit.isPlain(bytes) else { return false }
      flow.append(contentsOf: bytes)
      return true
    }
    if isPlain { return }
    let words = harmless(words)
    let isTurned = opensFromTheRight(words)
    if isTurned { flow += Isolate.opening }
    flow += words.utf8
    if isTurned { flow += Isolate.closing }
  }
}

extension BidirectionalCollection {
  /// The longest end of which each element satisfies a condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
