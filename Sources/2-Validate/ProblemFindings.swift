import Model
import Text
import XML

extension Validator {
  /// Translates what the reader holds against a file.
  func problemFindings(_ problems: [XMLProblem], source: [UInt8]) -> [Finding] {
    if source.allSatisfy({ isBlank($0) }) { return [Finding("file-empty", at: .file)] }
    if problems.isEmpty { return [] }
    let text = SourceText(source)
    return problems.map { problem in
      let range = problem.range
      switch problem.kind {
      case .syntax(let fault): return finding(fault, at: range, in: text)
      case .schema(let fault): return finding(fault, at: range, in: text)
      case .doctype: return Finding("doctype", at: .range(range.lowerBound, range.upperBound))
      case .encoding(.unknown(let name)):
        return Finding("encoding-unknown", at: encodingAnchor(name, source), ["name": name])
      case .encoding(.contradicted(let name)):
        return Finding("encoding-contradicted", at: encodingAnchor(name, source), ["name": name])
      case .encoding(.malformed(let name, let byte)):
        return Finding(
          "encoding-malformed", at: .range(range.lowerBound, range.upperBound),
          ["name": name, "byte": "0x" + String(byte, radix: 16, uppercase: true)])
      }
    }
  }

  /// The encoding's name in the first line.
  private func encodingAnchor(_ name: String, _ source: [UInt8]) -> Anchor {
    guard let range = source.prefix(200).firstRange(of: Array(name.utf8)) else { return .offset(0) }
    return .range(range.lowerBound, range.upperBound)
  }
}
