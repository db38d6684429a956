import Model
import Reference
import Text
import XML

extension Validator {
  /// Turns findings into what people read, sorted by their place.
  func diagnose(_ findings: [Finding], source: [UInt8]) -> [Diagnostic] {
    let text = SourceText(source)
    let placed = findings.enumerated().map { (offset(of: $0.element.anchor, in: source), $0.offset, $0.element) }
    // Findings at one place keep the order in which they were made.
    let sorted = placed.sorted { ($0.0 ?? -1, $0.1) < ($1.0 ?? -1, $1.1) }
    return sorted.map { place, _, finding in
      let rule = rules.rule(finding.rule)
      var diagnostic = Diagnostic(
        rule: finding.rule, severity: rule?.severity ?? .error,
        message: filled(rule?.message ?? finding.rule, finding.values), why: rule?.why ?? "",
        help: filled(rule?.help ?? "", finding.values))
      if let place {
        let position = text.position(at: place)
        diagnostic.line = position.line
        diagnostic.column = position.column
        diagnostic.excerpt = text.line(at: place)
      }
      return diagnostic
    }
  }

  private func offset(of anchor: Anchor, in source: [UInt8]) -> Int? {
    switch anchor {
    case .file: nil
    case .offset(let offset): source.isEmpty ? nil : offset
    case .element(let place): place
    case .attribute(let name, let place): StartTag.value(of: name, in: source, at: place) ?? place
    case .content(let place): StartTag.content(in: source, at: place)
    }
  }

  /// Puts values where their names stand in braces.
  private func filled(_ sentence: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
