import Model
import Text

/// The findings in the form of JUnit's reports, which continuous integration reads: a file is a suite, a finding a case.
///
/// An error is a case that failed. A warning or note is one that passed and said something, unless warnings count as
/// errors. A file without findings has one case that passed.
///
/// - Parameter report: The files with their findings.
public func findingsAsJUnit(_ report: FindingsReport) -> [UInt8] {
  var writer = FindingsJUnit(isStrict: report.isStrict)
  writer.write(report.files)
  return writer.buffer.bytes
}

private struct FindingsJUnit {
  var buffer = OutputBuffer()
  let isStrict: Bool

  mutating func write(_ files: [CheckedFile]) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"bulletin validate\"")
    counts(files.flatMap(\.diagnostics), cleanFiles: files.count { $0.diagnostics.isEmpty })
    for file in files { suite(file) }
    buffer.append("</testsuites>\n")
  }

  private mutating func suite(_ file: CheckedFile) {
    buffer.append("  <testsuite")
    attribute("name", file.path)
    counts(file.diagnostics, cleanFiles: file.diagnostics.isEmpty ? 1 : 0)
    if file.diagnostics.isEmpty {
      buffer.append("    <testcase name=\"no findings\"")
      attribute("classname", file.path)
      buffer.append("/>\n")
    }
    for diagnostic in file.orderedDiagnostics { testCase(diagnostic, in: file.path) }
    buffer.append("  </testsuite>\n")
  }

  private mutating func counts(_ diagnostics: [Diagnostic], cleanFiles: Int) {
    attribute("tests", "\(diagnostics.count + cleanFiles)")
    attribute("failures", "\(diagnostics.count(where: fails))")
    attribute("errors", "0")
    attribute("skipped", "0")
    buffer.append(">\n")
  }

  private func fails(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || isStrict && diagnostic.severity == .warning
  }

  private mutating func testCase(_ diagnostic: Diagnostic, in path: String) {
    let place = diagnostic.line.map { ":\($0):\(diagnostic.column ?? 1)" } ?? ""
    buffer.append("    <testcase")
    attribute("name", diagnostic.rule + place)
    attribute("classname", path)
    attribute("file", path)
    if let line = diagnostic.line { attribute("line", "\(line)") }
    buffer.append(">\n      ")
    let element = fails(diagnostic) ? "failure" : "system-out"
    buffer.append("<\(element)")
    if fails(diagnostic) {
      attribute("type", diagnostic.rule)
      attribute("message", diagnostic.message)
    }
    buffer.append(">")
    text(details(diagnostic, place: path + place))
    buffer.append("</\(element)>\n    </testcase>\n")
  }

  private func details(_ diagnostic: Diagnostic, place: String) -> String {
    var details = "\(place): \(diagnostic.severity.rawValue) [\(diagnostic.rule)]\n\(diagnostic.message)\n"
    details += pictureAsText(diagnostic)
    if !diagnostic.help.isEmpty { details += "To mend it: \(diagnostic.help)\n" }
    if let words = diagnostic.foldedInWords { details += words + "\n" }
    return details
  }

  private mutating func attribute(_ name: String, _ value: String) {
    buffer.append(" \(name)=\"")
    text(value)
    buffer.append("\"")
  }

  /// Words as XML takes them: what HTML needs escaped is what XML needs, and what XML forbids stands as its number.
  private mutating func text(_ words: String) { buffer.append(escaped: visible(words)) }
}
