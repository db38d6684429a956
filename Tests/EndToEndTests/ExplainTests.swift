import Foundation
import Testing

@Suite struct ExplainTests {
  @Test func explainsARule() throws {
    let outcome = try Executable.run(["explain", "theme-unknown"])
    #expect(outcome.status == 0)
    for part in ["theme-unknown (error)", "What it says:", "Why it matters:", "How to mend it:"] {
      #expect(outcome.output.contains(part))
    }
    #expect(!outcome.output.contains("{"))
  }

  @Test func listsAllRulesBySeverity() throws {
    let table = try String(
      contentsOf: Executable.package.appending(path: "Sources/Reference/Data/rules.xml"), encoding: .utf8)
    let ids = table.matches(of: #/<rule id="([^"]+)"/#).map { String($0.1) }
    let text = try Executable.run(["explain"])
    let page = try Executable.run(["explain", "--format", "html"])
    #expect(text.status == 0 && page.status == 0 && ids.count > 60)
    for id in ids {
      #expect(text.output.contains("  \(id)\n"))
      #expect(page.output.contains(" id=\"rule-\(id)\"") && page.output.contains("href=\"#rule-\(id)\""))
    }
    let errors = try #require(text.output.range(of: "Errors")?.lowerBound)
    let warnings = try #require(text.output.range(of: "Warnings")?.lowerBound)
    #expect(errors < warnings)
  }

  @Test func suggestsUpToThreeNearRules() throws {
    let near = try Executable.run(["explain", "theme-unknwon"])
    #expect(near.status == 64 && near.errors.contains("Did you mean “theme-unknown”"))
    let word = try Executable.run(["explain", "country"])
    #expect(word.status == 64 && word.errors.matches(of: #/“country-[a-z-]+”/#).count == 3)
    let far = try Executable.run(["explain", "xyzzyxyzzy"])
    #expect(far.status == 64 && !far.errors.contains("Did you mean"))
  }
}
