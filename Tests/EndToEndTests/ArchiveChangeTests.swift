import Foundation
import Testing

@Suite("An archive after changes")
struct ArchiveChangeTests {
  /// One thing that someone changes in the inputs.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var file: String
    var old: String
    var new: String
    /// How many issues it concerns: its own, the next, whose report looks for texts that came before, those that
    /// follow it up.
    var issues: ClosedRange<Int>
  }

  static let changes = [
    Change(
      testDescription: "a headline", file: "2015-Q4/DE.xml", old: "<headline>", new: "<headline>New: ", issues: 2...3),
    Change(
      testDescription: "a theme", file: "2016-Q1/NO.xml", old: "theme=\"international-protection\"",
      new: "theme=\"return\"", issues: 2...3),
    Change(
      testDescription: "the title of the series", file: "2016-Q2/issue.xml", old: "<title>", new: "<title>Another ",
      issues: 1...3),
    Change(
      testDescription: "a name with a note", file: "2016-Q3/SE.xml", old: "<p>", new: "<p>Kosovo was named. ",
      issues: 2...3),
    Change(
      testDescription: "a follow-up taken away", file: "2016-Q3/DE.xml",
      old: "<follows period=\"2015-Q4\" id=\"asylum-package-1-courses\"/>", new: "", issues: 1...3),
    Change(
      testDescription: "the date of publication", file: "2016-Q4/issue.xml", old: " edition=",
      new: " published=\"2017-02-01\" edition=", issues: 1...2),
  ]

  @Test("What is built on what was there is what is built from nothing, change after change")
  func sameAsFresh() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(allPeriods, recorded: false)
    #expect(try Executable.run(["archive", "build"], in: scratch.url).status == 0)
    for change in Self.changes {
      var isThere = false
      try scratch.edit("inputs/\(change.file)") { text in
        isThere = text.contains(change.old)
        return text.replacing(change.old, with: change.new, maxReplacements: 1)
      }
      #expect(isThere, "\(change.testDescription)")
      let outcome = try Executable.run(["archive", "build"], in: scratch.url)
      #expect(outcome.status == 0, "\(change.testDescription): \(outcome.errors)")
      let made = outcome.output.firstMatch(of: #/6 issues, (\d+) made again; (\d+) /#)
      let (issues, pages) = (made.flatMap { Int($0.1) } ?? 0, made.flatMap { Int($0.2) } ?? 0)
      #expect(change.issues.contains(issues), "\(change.testDescription): \(outcome.output)")
      #expect(pages > 0, "\(change.testDescription): \(outcome.output)")

      let fresh = "fresh"
      try? FileManager.default.removeItem(at: scratch.url.appending(path: fresh))
      #expect(try Executable.run(["archive", "build", "--output", fresh], in: scratch.url).status == 0)
      let (kept, new) = (try scratch.files("output"), try scratch.files(fresh))
      let others = Set(kept.keys).union(new.keys).filter { kept[$0] != new[$0] }.sorted()
      #expect(others.isEmpty, "\(change.testDescription): \(others)")
    }
  }
}
