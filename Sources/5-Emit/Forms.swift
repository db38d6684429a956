import Text

/// A file to be filled in: a submission of a contact point, or the editors' file of an issue.
public enum Form: Sendable {
  case submission, issue

  fileprivate var template: String {
    switch self {
    case .submission: Embedded.newSubmissionXML
    case .issue: Embedded.newIssueXML
    }
  }
}

/// A file to be filled in, with what is known already.
///
/// - Parameters:
///   - form: Which file.
///   - words: What stands for the names in braces. Words of several lines keep the indentation of their name.
public func filledForm(_ form: Form, words: [String: String]) -> [UInt8] {
  var buffer = OutputBuffer(capacity: 1 << 14)
  for line in form.template.split(separator: "\n", omittingEmptySubsequences: false) {
    let indent = String(line.prefix { $0 == " " })
    for filled in fill(line, words).split(separator: "\n", omittingEmptySubsequences: false) {
      let text = filled.drop { $0 == " " }
      write(text, indent: text.isEmpty ? "" : indent, to: &buffer)
    }
  }
  // The template's last line break made a line of its own.
  buffer.removeLast()
  return buffer.bytes
}

/// Lines of comments that are longer than this are broken.
private let longestLine = 110

private func write(_ text: Substring, indent: String, to buffer: inout OutputBuffer) {
  let isComment = text.hasPrefix("<!-- ") && !text.hasPrefix("<!-- <")
  guard indent.utf8.count + text.count > longestLine, isComment || !text.hasPrefix("<") else {
    buffer.append("\(indent)\(text)\n")
    return
  }
  let words = text.split(separator: " ")
  // What follows a bullet or a name stands to the right of it.
  let isItem = words.first.map { $0 == "-" || $0.hasSuffix(":") } ?? false
  let hanging = indent + (isComment ? "     " : isItem ? "  " : "")
  var width = indent.count
  buffer.append(indent)
  for (position, word) in words.enumerated() {
    if position > 0, width + 1 + word.count > longestLine, word != "-->" {
      buffer.append("\n\(hanging)")
      width = hanging.count
    } else if position > 0 {
      buffer.append(" ")
      width += 1
    }
    buffer.append(String(word))
    width += word.count
  }
  buffer.newline()
}

private func fill(_ line: Substring, _ words: [String: String]) -> String {
  var result = ""
  var rest = line
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    let name = String(rest[rest.index(after: open)..<close])
    result += rest[..<open]
    result += safe(words[name] ?? "")
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}

/// Words that may stand in markup as well as in a comment, where XML has no place for two hyphens in a row.
private func safe(_ words: String) -> String {
  var buffer = OutputBuffer()
  buffer.append(escaped: words)
  return String(decoding: buffer.bytes, as: UTF8.self).replacing("--", with: "- -")
    .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
}
