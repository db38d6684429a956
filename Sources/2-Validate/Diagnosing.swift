import Model
import Reference
import Text
import XML

/// What a file's state makes of the findings in it.
struct Condition {
  /// From where on the file could not be read, or only in part.
  var brokenFrom: Int?
  /// Whether the search was given up because mistakes were too many.
  var isCurtailed = false
  /// How many of the findings, the first ones, are what the reader holds against the file.
  var readersOwn = 0
}

extension Validator {
  /// The most findings that are given for one file.
  static let mostFindings = 1000

  /// Turns findings into what people read, sorted by their place.
  ///
  /// What stands behind the place from which on a file could not be read is only a consequence: it goes beneath the
  /// finding that tells of the break.
  func diagnose(_ findings: [Finding], source: [UInt8], _ condition: Condition = Condition()) -> [Diagnostic] {
    if findings.isEmpty { return [] }
    let text = SourceText(source)
    let placed = findings.enumerated().map { (range(of: $0.element.anchor, in: source), $0.offset, $0.element) }
    // Findings at one place keep the order in which they were made.
    let sorted = placed.sorted { ($0.0?.lowerBound ?? -1, $0.1) < ($1.0?.lowerBound ?? -1, $1.1) }
    var shown: [Diagnostic] = []
    var cause: (diagnostic: Diagnostic, index: Int)?
    var folded: [Diagnostic] = []
    var first: [String: Int] = [:]
    for (range, number, finding) in sorted {
      let diagnostic = diagnostic(finding, range, text)
      if isBreak(finding), cause == nil {
        cause = (diagnostic, shown.count)
      } else if let broken = condition.brokenFrom, let place = range?.lowerBound, place >= broken,
        number >= condition.readersOwn || isOfContent(finding)
      {
        folded.append(diagnostic)
      } else if let index = first[finding.rule] {
        shown[index].folded.append(diagnostic)
      } else {
        if rules.rule(finding.rule)?.foldsRepeats ?? false { first[finding.rule] = shown.count }
        shown.append(diagnostic)
      }
    }
    if var (diagnostic, index) = cause {
      diagnostic.folded = folded
      // Findings from the incomplete part that are no consequences keep their order around it.
      index = min(index, shown.count)
      shown.insert(diagnostic, at: index)
    } else {
      shown += folded
    }
    return limited(shown, condition)
  }

  /// Whether a finding tells that a file could not be read to its end.
  private func isBreak(_ finding: Finding) -> Bool {
    ["file-cut-off", "file-unbegun", "doctype", "not-xml", "file-too-deep"].contains(finding.rule)
  }

  /// Whether a finding tells which elements stand where, which an incomplete part of a file cannot show. Mistakes of
  /// the text itself and wrong values are real there too.
  private func isOfContent(_ finding: Finding) -> Bool {
    if case .element = finding.anchor { return true }
    return false
  }

  private func limited(_ diagnostics: [Diagnostic], _ condition: Condition) -> [Diagnostic] {
    guard diagnostics.count > Validator.mostFindings || condition.isCurtailed else { return diagnostics }
    let kept = diagnostics.sorted { $0.severity < $1.severity }.prefix(Validator.mostFindings)
    let inOrder = kept.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    let limit = Finding("findings-limit", at: .file, ["count": "\(kept.count)"])
    return inOrder + [diagnostic(limit, nil, SourceText([]))]
  }

  private func diagnostic(_ finding: Finding, _ range: Range<Int>?, _ text: SourceText) -> Diagnostic {
    let rule = rules.rule(finding.rule)
    var diagnostic = Diagnostic(
      rule: finding.rule, severity: rule?.severity ?? .error,
      message: filled(rule?.message ?? finding.rule, finding.values), why: rule?.why ?? "",
      help: filled(rule?.help ?? "", finding.values))
    if let range {
      let excerpt = text.excerpt(around: range)
      diagnostic.line = excerpt.line
      diagnostic.column = excerpt.column
      diagnostic.length = excerpt.length
      diagnostic.excerpt = excerpt.text
      diagnostic.excerptStart = excerpt.start
    }
    return diagnostic
  }

  private func range(of anchor: Anchor, in source: [UInt8]) -> Range<Int>? {
    switch anchor {
    case .file: return nil
    case .offset(let offset): return source.isEmpty ? nil : offset..<wordEnd(offset, in: source)
    case .range(let start, let end): return source.isEmpty ? nil : start..<max(start, end)
    case .element(let place): return element(place, in: source)
    case .attribute(let name, let place):
      return StartTag.value(of: name, in: source, at: place) ?? element(place, in: source)
    case .attributeName(let name, let place):
      return StartTag.name(of: name, in: source, at: place) ?? element(place, in: source)
    case .content(let place):
      let start = StartTag.content(in: source, at: place)
      let end = source[start...].firstIndex(of: UInt8(ascii: "<")) ?? source.count
      return start..<max(start, end)
    }
  }

  /// The end of the word that begins at an offset; of any other character its own.
  private func wordEnd(_ offset: Int, in source: [UInt8]) -> Int {
    func isLetter(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC3...0xDF, 0x80..<0xC0:
        true
      default: false
      }
    }
    var end = offset
    while end < source.count, isLetter(source[end]) { end += 1 }
    return max(end, offset + 1)
  }

  /// A start tag as far as its name goes.
  private func element(_ place: Int, in source: [UInt8]) -> Range<Int>? {
    guard place < source.count else { return nil }
    let end = source[(place + 1)...].firstIndex { isBlank($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    return place..<(end ?? source.count)
  }

  /// Puts values where their names stand in braces.
  private func filled(_ sentence: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += visible(values[name] ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
