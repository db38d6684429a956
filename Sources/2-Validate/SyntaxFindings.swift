import Model
import XML

extension Validator {
  /// Translates a complaint of the parser; the numbers are libxml2's (`xmlParserErrors`).
  func syntaxFinding(_ problem: XMLProblem, source: [UInt8]) -> Finding {
    let here = Anchor.offset(min(problem.place, max(source.count - 1, 0)))
    switch problem.code {
    case 3, 4: return notXML(source, at: here)
    case 5: return Finding("root-twice", at: here)
    case 8, 9: return Finding("character-forbidden", at: here)
    case 76: return mismatch(problem, at: here)
    case 77: return unfinished(problem, source: source)
    case 22, 23, 26, 27: return strayAmpersand(problem, source)
    case 68 where precedingByte(source, problem.place, is: "&"): return strayAmpersand(problem, source)
    case 38, 40: return Finding("attribute-unfinished", at: here, ["element": problem.element])
    case 39, 41: return Finding("attribute-unquoted", at: here)
    case 42: return Finding("attribute-twice", at: here)
    case 65: return Finding("blank-missing", at: here)
    case 72, 73: return Finding("tag-unfinished", at: here)
    case 201: return Finding("prefix-unknown", at: here)
    default: return Finding("xml-malformed", at: here)
    }
  }

  /// A file that does not even begin like XML is something else, saved under the wrong name.
  private func notXML(_ source: [UInt8], at here: Anchor) -> Finding {
    let first = source.first { !isBlank($0) }
    if first == UInt8(ascii: "<") { return Finding("xml-malformed", at: here) }
    return Finding("not-xml", at: .offset(0))
  }

  /// libxml2 says: `Opening and ending tag mismatch: headline line 4 and development`.
  private func mismatch(_ problem: XMLProblem, at here: Anchor) -> Finding {
    let words = problem.message.split(separator: " ").map(String.init)
    guard let colon = words.firstIndex(where: { $0.hasSuffix(":") }), words.count > colon + 5 else {
      return Finding("xml-malformed", at: here)
    }
    return Finding(
      "end-tag-missing", at: here,
      ["element": words[colon + 1], "line": words[colon + 3], "found": words[colon + 5]])
  }

  /// libxml2 says: `Premature end of data in tag development line 3`.
  private func unfinished(_ problem: XMLProblem, source: [UInt8]) -> Finding {
    let words = problem.message.split(separator: " ").map(String.init)
    guard let tag = words.firstIndex(of: "tag"), words.count > tag + 3 else {
      return Finding("xml-malformed", at: .offset(max(source.count - 1, 0)))
    }
    return Finding(
      "file-cut-off", at: .offset(max(source.count - 1, 0)), ["element": words[tag + 1], "line": words[tag + 3]])
  }

  private func precedingByte(_ source: [UInt8], _ place: Int, is letter: Unicode.Scalar) -> Bool {
    place > 0 && place <= source.count && source[place - 1] == UInt8(ascii: letter)
  }

  private func strayAmpersand(_ problem: XMLProblem, _ source: [UInt8]) -> Finding {
    Finding("ampersand", at: .offset(ampersand(before: problem.place, in: source)))
  }

  private func ampersand(before place: Int, in source: [UInt8]) -> Int {
    var place = min(place, source.count - 1)
    while place > 0, source[place] != UInt8(ascii: "&") { place -= 1 }
    return place
  }
}
