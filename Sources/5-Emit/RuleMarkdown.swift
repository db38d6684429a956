import Model

extension Rule {
  /// How to mend what breaks it, with the example, as plain text.
  var helpText: String {
    guard hasExample else { return plainHelp }
    return "\(plainHelp)\n\n\(RuleLabel.wrong):\n\(example.wrong.shown)\n\n\(RuleLabel.right):\n\(example.right.shown)"
  }

  /// How to mend what breaks it, with the example, in Markdown.
  var helpMarkdown: String {
    var markdown = "**\(RuleLabel.help):** \(markdownEscaped(plainHelp))"
    if !why.isEmpty { markdown += "\n\n**\(RuleLabel.why):** \(markdownEscaped(plainWhy))" }
    guard hasExample else { return markdown }
    for (label, piece) in [(RuleLabel.wrong, example.wrong), (RuleLabel.right, example.right)] {
      markdown += "\n\n**\(label):**\n\n\(fenced(piece.shown))"
    }
    return markdown
  }
}

/// Words as Markdown shows them as they stand: each mark that has a meaning there gets a backslash (CommonMark, 2.4).
private func markdownEscaped(_ words: String) -> String {
  var result = ""
  for scalar in words.unicodeScalars {
    if "\\`*_{}[]<>#&|~".unicodeScalars.contains(scalar) { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// A block of code; its fence is longer than any row of backticks in it.
private func fenced(_ text: String) -> String {
  var longest = 0
  var row = 0
  for byte in text.utf8 {
    row = byte == UInt8(ascii: "`") ? row + 1 : 0
    longest = max(longest, row)
  }
  let fence = String(repeating: "`", count: max(3, longest + 1))
  return "\(fence)xml\n\(text)\n\(fence)"
}
