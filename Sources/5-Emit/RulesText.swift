import Model
import Text

/// What a rule means, for a terminal: id and severity, what it says, why, how to mend it, an example.
public func ruleAsText(_ rule: Rule) -> [UInt8] {
  var buffer = OutputBuffer()
  buffer.append("\(rule.id) (\(rule.severity.rawValue))\n\n")
  let parts = [
    (RuleLabel.message, rule.plainMessage), (RuleLabel.why, rule.plainWhy), (RuleLabel.help, rule.plainHelp),
  ]
  for (label, words) in parts { buffer.append("\(label):\n  \(words)\n\n") }
  if rule.hasExample {
    for (label, piece) in [(RuleLabel.wrong, rule.example.wrong), (RuleLabel.right, rule.example.right)] {
      buffer.append("\(label):\n\(indented(piece.shown))\n\n")
    }
  }
  buffer.removeLast()
  return buffer.bytes
}

/// The list of rules for a terminal, by severity, each with its sentence.
public func rulesAsText(_ rules: [Rule]) -> [UInt8] {
  var buffer = OutputBuffer()
  for severity in Severity.allCases {
    let group = rules.filter { $0.severity == severity }
    if group.isEmpty { continue }
    buffer.append("\(RuleLabel.group(severity)) (\(group.count)):\n\n")
    for rule in group { buffer.append("  \(rule.id)\n      \(rule.plainMessage)\n") }
    buffer.newline()
  }
  buffer.append("“bulletin explain RULE” says more about one of them.\n")
  return buffer.bytes
}

private func indented(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
    .joined(separator: "\n")
}
