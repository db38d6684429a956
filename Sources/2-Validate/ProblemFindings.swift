import Model
import Text
import XML

extension Validator {
  /// Translates what the schema holds against a file. One value may fail several facets of its type: the first says it.
  func schemaFindings(_ problems: [XMLProblem], source: [UInt8], root: String) -> [Finding] {
    var findings: [Finding] = []
    var anchors: Set<Anchor> = []
    for problem in problems where problem.kind == .schema {
      guard let finding = schemaFinding(problem, source: source, root: root) else { continue }
      if anchors.insert(finding.anchor).inserted { findings.append(finding) }
    }
    return findings
  }

  /// The mistake at which a file breaks off or cannot be read at all, if any. It is one: what the parser says after it
  /// follows from it.
  func breakFinding(_ problems: [XMLProblem], source: [UInt8]) -> Finding? {
    if source.allSatisfy({ isBlank($0) }) { return Finding("file-empty", at: .file) }
    guard let problem = problems.first(where: { $0.kind != .schema }) else { return nil }
    switch problem.kind {
    case .doctype: return Finding("doctype", at: .offset(problem.place))
    case .encoding(.unknown(let name)): return Finding("encoding-unknown", at: .offset(0), ["name": name])
    case .encoding(.malformed(let name, let byte)):
      return Finding(
        "encoding-malformed", at: .offset(problem.place),
        ["name": name, "byte": "0x" + String(byte, radix: 16, uppercase: true)])
    case .syntax, .schema: return syntaxFinding(problem, source: source)
    }
  }

  /// Turns findings into what people read; where the file breaks off, those that only follow from that are left out.
  ///
  /// What stands after a tag that was never closed is read as part of its element, and the development in which the
  /// file breaks off is incomplete: findings from there on would mislead.
  func diagnose(
    _ findings: [Finding], breakingOffAt mistake: Finding?, in element: Int?, root: String, source: [UInt8]
  ) -> [Diagnostic] {
    let diagnostics = diagnose(findings, source: source)
    guard let mistake else { return diagnostics }
    let last = diagnose([mistake], source: source)
    // The root is open from the beginning: what stands in it is not its consequence.
    let opening = mistake.values["element"] == root ? nil : mistake.values["line"].flatMap { Int($0) }
    var line = opening ?? last.first?.line ?? 1
    if let element { line = min(line, SourceText(source).position(at: element).line) }
    return diagnostics.filter { ($0.line ?? 0) < line } + last
  }
}
