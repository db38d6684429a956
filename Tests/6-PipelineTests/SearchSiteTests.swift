import Emit
import Foundation
import Model
import Pipeline
import Testing

/// Writes sites with the search for the tests in a browser, where a variable of the environment names a folder.
@Suite struct SearchSiteTests {
  static let environment = ProcessInfo.processInfo.environment
  static let periods = ["2015-Q4", "2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4", "2022-Q4"]

  /// Into `SEARCH_SITE` go the editions of all inputs, the page of the search and its index.
  @Test(.enabled(if: environment["SEARCH_SITE"] != nil)) func writesSite() throws {
    let site = try #require(Self.environment["SEARCH_SITE"])
    try write(archiveSearch(of: try issues(into: site)), to: site)
  }

  /// Into `SEARCH_CROWD` goes the search over 56 issues with 320 developments each, which shows how the index grows and
  /// how long it takes.
  @Test(.enabled(if: environment["SEARCH_CROWD"] != nil)) func writesCrowd() throws {
    let site = try #require(Self.environment["SEARCH_CROWD"])
    let issues = crowd(of: try issues(into: site + "/real"))
    let time = try ContinuousClock().measure { try write(archiveSearch(of: issues), to: site) }
    print("The search over \(issues.reduce(0) { $0 + $1.entries.count }) developments was written in \(time)")
  }

  private func issues(into folder: String) throws -> [CompiledIssue] {
    let compilation = try Compilation(workshop: try Workshop(inputs: "inputs"), inputs: "inputs", output: folder)
    return try Self.periods.map { name in
      try #require(try compilation.run(try #require(Period(name))).issue)
    }
  }

  /// The real developments over and over, each time with two words that no other has: archives never stop to bring words.
  private func crowd(of issues: [CompiledIssue]) -> [CompiledIssue] {
    let pool = issues.flatMap(\.entries)
    return (0..<56).compactMap { number in
      guard let period = Period("\(2013 + number / 4)-Q\(number % 4 + 1)"), var issue = issues.last,
        let section = issue.sections.first, let group = section.groups.first
      else { return nil }
      let entries = (0..<320).map { place in
        let count = number * 320 + place
        var entry = pool[(count * 7) % pool.count]
        entry.anchor += "-\(count)"
        let rare = String(UInt64(count) &* 0x9E37_79B9_7F4A_7C15, radix: 36)
        entry.development.body.append(Paragraph([.text("\(rare.prefix(7)) \(rare.suffix(6))")]))
        return entry
      }
      issue.period = period
      issue.sections = [section]
      issue.sections[0].groups = [
        Section.Group(country: group.country, name: group.name, anchor: group.anchor, entries: entries)
      ]
      return issue
    }
  }

  private func write(_ pages: [SitePage], to site: String) throws {
    for page in pages {
      let place = URL(fileURLWithPath: site).appending(path: page.path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(page.bytes()).write(to: place)
    }
  }
}
