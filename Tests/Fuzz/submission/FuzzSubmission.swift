import Emit
import Fuzzing
import Model
import Pipeline
import Properties
import Text

private let check = sound { try SubmissionCheck(workshop: try Workshop(inputs: nil)) }
private let mostFindings = 1_001

/// Checks the bytes as a submission, as the desk and `validate` do, and writes what was found in all forms.
@main
struct FuzzSubmission {
  static func main() { fuzz { test(bytes($0, $1)) } }
}

private func test(_ input: [UInt8]) -> Int32 {
  let outcome = check.check(input, title: "NO.xml", fileName: "NO.xml")
  let file = outcome.file
  expect(file.diagnostics.count <= mostFindings, "\(file.diagnostics.count) findings")
  checkPlaces(file, lines: outcome.source.count { $0 == 0x0A } + outcome.source.count { $0 == 0x0D } + 1)
  for scalar in String(decoding: findingsAsText([file], colour: false, verbose: true), as: UTF8.self).unicodeScalars {
    expect(!isHidden(scalar), "\(visible(scalar)) on the terminal")
  }
  guard let json = JSONReading(findingsAsJSON([file])) else { fatalError("the findings are no JSON") }
  let told = json["files"]?.elements.first?["diagnostics"]?.elements.count
  expect(told == file.diagnostics.count, "findings are missing in JSON")
  var report = FindingsReport(files: [file], rules: check.rules, isStrict: false, version: bulletinVersion)
  report.previews = outcome.preview.map { [$0] } ?? []
  expect(JSONReading(findingsAsSARIF(report)) != nil, "the findings are no JSON as SARIF")
  _ = findingsAsJUnit(report)
  for link in sound({ try Page(findingsPage(report)) }).links where !link.hasPrefix("#") {
    expect(link.hasPrefix("https://") || link.hasPrefix("http://"), "a page of findings leads to \(link)")
  }
  if let preview = outcome.preview, file.isValid {
    expect(preview.hidden.isEmpty && preview.issue != nil, "a valid submission is not shown whole")
  }
  return 0
}

/// Findings stand in the file.
private func checkPlaces(_ file: CheckedFile, lines: Int) {
  for finding in file.diagnostics {
    guard let line = finding.line else { continue }
    expect((1...lines).contains(line), "\(finding.rule) in line \(line) of \(lines)")
    expect((finding.column ?? 0) >= 1 && finding.length >= 1, "\(finding.rule) has no place in its line")
    expect(!finding.message.isEmpty, "\(finding.rule) says nothing")
  }
}
