import Fuzzing
import Model
import Properties

private let press = sound { try Press() }

/// Submissions that decisions can be about.
private let submissions: [Submission] = ["NO", "FR"].map { country in
  let developments = ["a", "b", "c", "d"].map { id in
    "<development id=\"\(id)\" kind=\"policy\" theme=\"return\"><headline>Household words \(id)</headline>"
      + "<stage type=\"adopted\" date=\"2023-02-10\"/><body><p>Words of \(id).</p></body><source>Source</source></development>"
  }
  let xml =
    "<submission xmlns=\"urn:emn:bulletin:submission:1\" country=\"\(country)\" period=\"2023-Q1\" status=\"final\">"
    + developments.joined() + "</submission>"
  guard let submission = press.submission(Array(xml.utf8)) else { fatalError("the submissions do not meet the schema") }
  return submission
}

/// Reads the bytes as an issue's file, checks it, and carries out its decisions when it has no errors.
@main
struct FuzzIssue {
  static func main() { fuzz { test(bytes($0, $1)) } }
}

private func test(_ input: [UInt8]) -> Int32 {
  let known = Dictionary(uniqueKeysWithValues: submissions.map { ($0.country, $0.developments.map(\.id)) })
  let (content, file) = press.check(issue: input, beside: known)
  guard let issue = content else { return 0 }
  guard file.isValid else { return 0 }
  let compiled = press.compile(issue, submissions)
  expect(compiled == press.compile(issue, submissions.reversed()), "the order of the submissions counts")
  check(compiled, issue.decisions)
  let editions = press.editions(of: compiled, for: issue)
  for link in sound({ try Page(editions.html) }).links where !link.hasPrefix("#") {
    expect(link.hasPrefix("https://") || link.hasPrefix("http://"), "the page leads to \(link)")
  }
  sound {
    try editions.checkText()
    try editions.checkMail()
  }
  return 0
}

/// What is left out or merged is gone, all else is there once, and set themes hold.
private func check(_ compiled: CompiledIssue, _ decisions: [Decision]) {
  var expected = Set(
    submissions.flatMap { one in one.developments.map { "\(one.country.rawValue.lowercased())-\($0.id)" } })
  let anchor = { (country: CountryCode, id: String) in "\(country.rawValue.lowercased())-\(id)" }
  for decision in decisions {
    switch decision.action {
    case .leaveOut(let id?): expected.remove(anchor(decision.country, id))
    case .leaveOut(nil): expected = expected.filter { !$0.hasPrefix(decision.country.rawValue.lowercased() + "-") }
    case .merge, .setTheme, .place: continue
    }
  }
  let there = compiled.entries.map(\.anchor)
  expect(Set(there).count == there.count, "an entry stands twice")
  expect(expected.isSuperset(of: there), "an entry that was left out is there")
  // What was merged is in another entry of its country, and that one is there.
  let merges = decisions.count { if case .merge = $0.action { true } else { false } }
  expect(expected.count - there.count <= merges, "an entry is gone that nobody left out")
}
