import Model
import XML

extension Validator {
  /// Translates what the parser and the schema hold against a file.
  ///
  /// A document that breaks off has one mistake where it breaks; what the parser says after that follows from it, and
  /// what the schema misses after that is no finding of its own.
  func problemFindings(_ problems: [XMLProblem], source: [UInt8], root: String) -> [Finding] {
    if source.allSatisfy({ isBlank($0) }) { return [Finding("file-empty", at: .file)] }
    let breaks = problems.first { $0.kind != .schema }
    var findings: [Finding] = []
    var anchors: Set<Anchor> = []
    for problem in problems where problem.kind == .schema {
      guard let finding = schemaFinding(problem, source: source, root: root) else { continue }
      // One value may fail several facets of its type: the first says it.
      if anchors.insert(finding.anchor).inserted { findings.append(finding) }
    }
    guard let breaks else { return findings }
    findings.removeAll { $0.rule == "element-missing" }
    findings.append(breakFinding(breaks, source: source))
    return findings
  }

  private func breakFinding(_ problem: XMLProblem, source: [UInt8]) -> Finding {
    switch problem.kind {
    case .doctype: Finding("doctype", at: .offset(problem.place))
    case .encoding(.unknown(let name)): Finding("encoding-unknown", at: .offset(0), ["name": name])
    case .encoding(.malformed(let name, let byte)):
      Finding(
        "encoding-malformed", at: .offset(problem.place),
        ["name": name, "byte": "0x" + String(byte, radix: 16, uppercase: true)])
    case .syntax, .schema: syntaxFinding(problem, source: source)
    }
  }
}
