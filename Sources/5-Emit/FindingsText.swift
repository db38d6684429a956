import Model
import Text

/// The findings as a terminal shows them: place, severity and rule, the sentence, the line with a caret, the remedy.
///
/// - Parameters:
///   - files: The files, in the order in which they were checked.
///   - colour: Whether the terminal shows colours.
public func findingsAsText(_ files: [CheckedFile], colour: Bool) -> [UInt8] {
  var writer = FindingsText(colour: colour)
  for file in files { writer.write(file) }
  writer.summarise(files)
  return writer.buffer.bytes
}

private struct FindingsText {
  var buffer = OutputBuffer()
  let colour: Bool

  mutating func write(_ file: CheckedFile) {
    for diagnostic in file.diagnostics {
      buffer.append(visible(file.path))
      if let line = diagnostic.line { buffer.append(":\(line):\(diagnostic.column ?? 1)") }
      buffer.append(": ")
      buffer.append(painted("\(diagnostic.severity.rawValue)", diagnostic.severity))
      buffer.append(" [\(diagnostic.rule)]\n  ")
      buffer.append(visible(diagnostic.message))
      buffer.newline()
      picture(diagnostic)
      if !diagnostic.help.isEmpty { buffer.append("  To mend it: \(visible(diagnostic.help))\n") }
      buffer.newline()
    }
  }

  /// The line of the file with a caret under the place. A long line is shown around the place only.
  private mutating func picture(_ diagnostic: Diagnostic) {
    guard let excerpt = diagnostic.excerpt, let column = diagnostic.column, !excerpt.isEmpty else { return }
    let scalars = Array(excerpt.unicodeScalars)
    let start = max(0, min(column - 1, scalars.count) - 40)
    let end = min(scalars.count, start + 76)
    var line = ""
    var caret = ""
    for (index, scalar) in zip(start..<end, scalars[start..<end]) {
      let visible = scalar == "\t" ? " " : isHidden(scalar) ? visible(scalar) : String(scalar)
      line += visible
      if index < column - 1 { caret += String(repeating: " ", count: displayWidth(visible)) }
    }
    let left = start > 0 ? "…" : ""
    buffer.append("    \(left)\(line)\(end < scalars.count ? "…" : "")\n    ")
    buffer.append(String(repeating: " ", count: left.isEmpty ? 0 : 1) + caret + "^\n")
  }

  mutating func summarise(_ files: [CheckedFile]) {
    let errors = files.count(.error)
    let warnings = files.count(.warning)
    let notes = files.count(.note)
    buffer.append("\(counted(files.count, "file")): ")
    if errors + warnings + notes == 0 {
      buffer.append("all is well.\n")
      return
    }
    let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
    buffer.append(parts.map { counted($0.0, $0.1) }.joined(separator: ", "))
    buffer.append(".\n")
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

private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
