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

  /// The most bytes of a text that an excerpt is taken from.
  private static let mostShown = 4096

  /// Turns findings into what people read, sorted by their place.
  ///
  /// What stands behind the place from which on a file could not be read is only a consequence: it goes beneath the
  /// finding that tells of the break.
  func diagnose(_ findings: [Finding], source: [UInt8], _ condition: Condition = Condition()) -> [Diagnostic] {
    if findings.isEmpty { return [] }
    let text = SourceText(source)
    let table = Dictionary(findings.map { ($0.rule, $0.rule) }) { first, _ in first }.compactMapValues {
      rules.rule($0)
    }
    let placed = findings.enumerated().map {
      Placed(range: range(of: $0.element.anchor, in: source), number: $0.offset, finding: $0.element)
    }
    let sorted = gravest(placed, table)
    var shown: [Diagnostic] = []
    var cause: (diagnostic: Diagnostic, index: Int)?
    var folded: [Diagnostic] = []
    var first: [String: Int] = [:]
    for placed in sorted {
      let finding = placed.finding
      let diagnostic = diagnostic(finding, placed.range, text, table[finding.rule])
      if isBreak(finding), cause == nil {
        cause = (diagnostic, shown.count)
      } else if let broken = condition.brokenFrom, let place = placed.range?.lowerBound, place >= broken,
        placed.number >= condition.readersOwn || isOfContent(finding)
      {
        folded.append(diagnostic)
      } else if let index = first[finding.rule] {
        shown[index].folded.append(diagnostic)
      } else {
        if table[finding.rule]?.foldsRepeats ?? false { first[finding.rule] = shown.count }
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
    guard findings.count > sorted.count || condition.isCurtailed else { return shown }
    let limit = Finding("findings-limit", at: .file, ["count": "\(sorted.count)"])
    return shown + [diagnostic(limit, nil, text, rules.rule(limit.rule))]
  }

  /// A finding with its place in the text.
  private struct Placed {
    var range: Range<Int>?
    /// Findings at one place keep the order in which they were made.
    var number: Int

    var finding: Finding

    func precedes(_ other: Placed) -> Bool {
      (range?.lowerBound ?? -1, number) < (other.range?.lowerBound ?? -1, other.number)
    }
  }

  /// Findings in the order of the text; where they are too many, the gravest of them.
  private func gravest(_ placed: [Placed], _ table: [String: Rule]) -> [Placed] {
    let sorted = placed.sorted { $0.precedes($1) }
    guard sorted.count > Validator.mostFindings else { return sorted }
    func severity(_ placed: Placed) -> Severity { table[placed.finding.rule]?.severity ?? .error }
    let kept = Severity.allCases.flatMap { grade in sorted.filter { severity($0) == grade } }
    return kept.prefix(Validator.mostFindings).sorted { $0.precedes($1) }
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

  private func diagnostic(
    _ finding: Finding, _ range: Range<Int>?, _ text: SourceText, _ rule: Rule?
  ) -> Diagnostic {
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
      // No excerpt shows more than its beginning.
      let limit = min(source.count, start + Validator.mostShown)
      let end = source[start..<max(start, limit)].firstIndex(of: UInt8(ascii: "<")) ?? limit
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

  /// A value as long as a sentence can take it. Scalars are counted, since marks without end may make up one character.
  private func clipped(_ value: String) -> String {
    value.utf8.count <= 800 ? value : String(value.unicodeScalars.prefix(200)) + "…"
  }

  /// Puts values where their names stand in braces.
  private func filled(_ sentence: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += visible(clipped(values[name] ?? "{\(name)}"))
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
