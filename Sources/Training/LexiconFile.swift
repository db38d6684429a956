import Text

/// The text of `lexicon.xml` as training edits it: weights, priors, temperature and version are replaced where they
/// stand, comments and order stay.
public struct LexiconFile: Sendable {
  /// A term with its weights as the file has them.
  public struct Term: Sendable {
    /// The code of its theme.
    public var theme: String
    /// The term.
    public var text: String
    /// The weight by hand.
    public var hand: Double
    /// The weight that counts.
    public var weight: Double
  }

  /// The terms, in the file's order.
  public private(set) var terms: [Term] = []
  private var lines: [Substring]
  private var lineOfTerm: [Int] = []
  private var lineOfTheme: [Int] = []

  /// Reads the lines that hold terms and themes, each one alone in its line.
  public init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var theme = ""
    for (number, line) in lines.enumerated() {
      if let code = LexiconFile.value("code", in: line), line.contains("<theme ") {
        theme = code
        lineOfTheme.append(number)
      }
      guard line.contains("<term "), let weight = LexiconFile.value("weight", in: line).flatMap(Double.init) else {
        continue
      }
      let hand = LexiconFile.value("hand", in: line).flatMap(Double.init) ?? weight
      let start = line.firstIndex(of: ">").map { line.index(after: $0) } ?? line.endIndex
      let term = line[start...].prefix { $0 != "<" }
      terms.append(Term(theme: theme, text: String(term), hand: hand, weight: weight))
      lineOfTerm.append(number)
    }
  }

  /// The file with other weights, and one version more if that changed anything.
  public func with(_ fitted: FittedWeights, temperature: Double) -> String {
    var copy = self
    for (place, term) in terms.enumerated() {
      let weight = max(-4, min(4, fitted.weights[place]))
      copy.lines[lineOfTerm[place]] =
        "    <term hand=\"\(decimal(term.hand, digits: 2))\" weight=\"\(decimal(weight, digits: 2))\">\(term.text)</term>"
    }
    for (place, number) in lineOfTheme.enumerated() {
      copy.replace("prior", with: decimal(fitted.priors[place], digits: 2), inLine: number)
    }
    guard let root = lines.firstIndex(where: { $0.hasPrefix("<lexicon ") }) else { return copy.text }
    copy.replace("temperature", with: decimal(temperature, digits: 2), inLine: root)
    if copy.text != text, let version = LexiconFile.value("version", in: lines[root]).flatMap({ Int($0) }) {
      copy.replace("version", with: String(version + 1), inLine: root)
    }
    return copy.text
  }

  /// The whole text.
  public var text: String { lines.joined(separator: "\n") }

  private mutating func replace(_ name: String, with value: String, inLine number: Int) {
    let line = lines[number]
    guard let range = LexiconFile.range(of: name, in: line) else { return }
    lines[number] = line[..<range.lowerBound] + Substring(value) + line[range.upperBound...]
  }

  private static func value(_ name: String, in line: Substring) -> String? {
    range(of: name, in: line).map { String(line[$0]) }
  }

  /// Where the value of an attribute stands in a line.
  private static func range(of name: String, in line: Substring) -> Range<Substring.Index>? {
    let key = " \(name)=\""
    var start = line.startIndex
    while start < line.endIndex {
      if line[start...].hasPrefix(key) {
        let from = line.index(start, offsetBy: key.count)
        guard let end = line[from...].firstIndex(of: "\"") else { return nil }
        return from..<end
      }
      start = line.index(after: start)
    }
    return nil
  }
}
