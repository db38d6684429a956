import Emit
import Model
import Testing

@Suite("Findings as a terminal shows them")
struct FindingsTextTests {
  /// The line and the underline of a finding.
  private func picture(_ line: String, column: Int, length: Int) -> [String] {
    var diagnostic = Diagnostic(
      rule: "a-rule", severity: .error, line: 1, column: column, message: "", help: "", excerpt: line)
    diagnostic.length = length
    let files = [CheckedFile(path: "NO.xml", country: nil, period: nil, diagnostics: [diagnostic])]
    let text = String(decoding: findingsAsText(files, colour: false), as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix("    ") }.map(String.init)
  }

  @Test("All characters of the place are underlined, by the columns that they take")
  func underline() {
    #expect(picture("a bcd e", column: 3, length: 3) == ["    a bcd e", "      ^~~"])
    #expect(picture("\ta\tb c", column: 4, length: 3) == ["        a   b c", "            ^~~"])
    #expect(picture("日本 x", column: 2, length: 1) == ["    日本 x", "      ^~"])
    #expect(picture("e\u{301}\u{301}x", column: 4, length: 1) == ["    e\u{301}\u{301}x", "     ^"])
    #expect(picture("a\u{202E}b", column: 2, length: 1) == ["    a<U+202E>b", "     ^~~~~~~~"])
    #expect(picture("ab", column: 3, length: 1) == ["    ab", "      ^"])
  }

  @Test("Of a long line there is as much as fits around the place")
  func window() {
    let line = String(repeating: "x", count: 200) + "HERE" + String(repeating: "y", count: 200)
    let middle = picture(line, column: 201, length: 4)
    #expect(middle[0].hasPrefix("    …xxx") && middle[0].hasSuffix("yyy…") && middle[0].count == 4 + 76 + 2)
    #expect(middle[1].count == middle[0].prefix { $0 != "H" }.count + 4 && middle[1].hasSuffix(" ^~~~"))
    let start = picture(line, column: 1, length: 2)
    #expect(start[0].hasPrefix("    xxx") && start[0].hasSuffix("…") && start[1] == "    ^~")
    let end = picture(line, column: 404, length: 1)
    #expect(end[0].hasSuffix("yyy") && end[0].count == 4 + 1 + 76 && end[1].count == end[0].count)
    let long = picture(line, column: 1, length: 404)
    #expect(long[0].count == 4 + 76 + 1 && long[1] == "    ^" + String(repeating: "~", count: 75))
  }

  @Test("What follows from a finding is counted, and shown when asked for")
  func folded() {
    var finding = Diagnostic(rule: "a-rule", severity: .error, line: 3, column: 1, message: "Wrong.", help: "Mend it.")
    finding.folded = [
      Diagnostic(rule: "b-rule", severity: .error, line: 4, column: 2, message: "Follows.", help: ""),
      Diagnostic(rule: "b-rule", severity: .error, line: 5, column: 2, message: "Follows too.", help: ""),
    ]
    let files = [CheckedFile(path: "NO.xml", country: nil, period: nil, diagnostics: [finding])]
    let terse = String(decoding: findingsAsText(files, colour: false), as: UTF8.self)
    #expect(terse.contains("  2 further findings follow from this one; they go away with it.\n\n1 file: 1 error.\n"))
    let verbose = String(decoding: findingsAsText(files, colour: false, verbose: true), as: UTF8.self)
    #expect(verbose.contains("    NO.xml:4:2: Follows.\n    NO.xml:5:2: Follows too.\n"))
    #expect(!terse.contains("Follows") && !terse.contains("\u{1B}"))
    #expect(String(decoding: findingsAsText(files, colour: true), as: UTF8.self).contains("\u{1B}[1;31merror"))
  }

  @Test("Findings come by their place; the summary has errors first, then the most frequent")
  func order() {
    func finding(_ rule: String, _ severity: Severity, _ line: Int) -> Diagnostic {
      Diagnostic(rule: rule, severity: severity, line: line, column: 1, message: "At \(line).", help: "")
    }
    let diagnostics =
      [finding("last", .error, 9)] + (1...4).map { finding("often", .warning, $0) }
      + [finding("twice", .error, 5), finding("twice", .error, 6)]
    let files = [CheckedFile(path: "NO.xml", country: nil, period: nil, diagnostics: diagnostics)]
    let text = String(decoding: findingsAsText(files, colour: false), as: UTF8.self)
    #expect(text.matches(of: #/At ([0-9])/#).map { String($0.1) } == ["1", "2", "3", "4", "5", "6", "9"])
    #expect(
      text.contains(
        "1 file: 3 errors, 4 warnings.\n  2 × error   [twice]\n  1 × error   [last]\n  4 × warning [often]\n"))
  }
}
