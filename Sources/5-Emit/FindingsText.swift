import Model
import Text

/// The findings as a terminal shows them: place, severity and rule, the sentence, the line with the place underlined,
/// the remedy.
///
/// - Parameters:
///   - files: The files, in the order in which they were checked.
///   - colour: Whether the terminal shows colours.
///   - verbose: Whether findings that only follow from others are shown too.
public func findingsAsText(_ files: [CheckedFile], colour: Bool, verbose: Bool = false) -> [UInt8] {
  var writer = FindingsText(colour: colour, isVerbose: verbose)
  for file in files {
    for diagnostic in file.orderedDiagnostics { writer.write(diagnostic, in: file.path) }
  }
  writer.summarise(files)
  return writer.buffer.bytes
}

/// The place of a finding and its line with the place underlined, as text without colours; empty where it has no line.
func pictureAsText(_ diagnostic: Diagnostic) -> String {
  var writer = FindingsText(colour: false, isVerbose: false)
  writer.picture(diagnostic)
  return String(decoding: writer.buffer.bytes, as: UTF8.self)
}

private struct FindingsText {
  var buffer = OutputBuffer()
  let colour: Bool
  let isVerbose: Bool

  /// The columns of a line that are shown.
  private static let width = 76
  /// With more findings than this, the summary counts them by rule.
  private static let few = 6

  mutating func write(_ diagnostic: Diagnostic, in path: String) {
    buffer.append(place(diagnostic, in: path))
    buffer.append(": \(painted(diagnostic.severity.rawValue, diagnostic.severity)) [\(diagnostic.rule)]\n  ")
    buffer.append(visible(diagnostic.message))
    buffer.newline()
    picture(diagnostic)
    if !diagnostic.help.isEmpty { buffer.append("  To mend it: \(visible(diagnostic.help))\n") }
    if let words = diagnostic.foldedInWords { buffer.append("  \(words)\n") }
    if isVerbose {
      for folded in diagnostic.folded {
        buffer.append("    \(place(folded, in: path)): \(visible(folded.message))\n")
      }
    }
    buffer.newline()
  }

  private func place(_ diagnostic: Diagnostic, in path: String) -> String {
    guard let line = diagnostic.line else { return visible(name: path) }
    return "\(visible(name: path)):\(line):\(diagnostic.column ?? 1)"
  }

  /// The line of the file with the place underlined. A long line is shown around the place only.
  mutating func picture(_ diagnostic: Diagnostic) {
    guard let excerpt = Excerpt(of: diagnostic, width: FindingsText.width) else { return }
    let left = excerpt.isCutLeft ? "…" : ""
    buffer.append("    \(left)\(excerpt.before)\(excerpt.marked)\(excerpt.after)\(excerpt.isCutRight ? "…" : "")")
    buffer.endLine()
    let indent = displayWidth(left + excerpt.before)
    let underline = "^" + String(repeating: "~", count: max(displayWidth(excerpt.marked) - 1, 0))
    buffer.append("    " + String(repeating: " ", count: indent) + painted(underline, diagnostic.severity) + "\n")
  }

  mutating func summarise(_ files: [CheckedFile]) {
    buffer.append("\(counted(files.count, "file")): \(files.countInWords ?? "all is well").\n")
    let tallies = files.tallies
    let count = tallies.reduce(0) { $0 + $1.count }
    if count == 0 { return }
    // Where no rule was broken twice, a tally only says again what stands above.
    if count > FindingsText.few, tallies.count > 1, tallies.count < count { write(tallies) }
    buffer.append("“bulletin explain RULE” says more about a rule, with an example.\n")
    if files.count(.error) == 0 { return }
    buffer.append(
      "An element is what stands from <name> to </name>; an attribute is written in its first tag, as name=\"value\".\n"
    )
  }

  private mutating func write(_ tallies: [RuleTally]) {
    let digits = tallies.reduce(0) { max($0, String($1.count).utf8.count) }
    let letters = Severity.allCases.reduce(0) { max($0, $1.rawValue.utf8.count) }
    for tally in tallies {
      let count = String(tally.count)
      let severity = tally.severity.rawValue
      buffer.append("  \(String(repeating: " ", count: digits - count.utf8.count))\(count) × ")
      buffer.append(painted(severity, tally.severity))
      buffer.append("\(String(repeating: " ", count: letters - severity.utf8.count)) [\(tally.rule)]\n")
    }
  }

  private func painted(_ text: String, _ severity: Severity) -> String {
    guard colour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }
}
