import Compile
import Model
import Testing

@Suite("What editors' decisions do")
struct DecisionTests {
  let samples: Samples

  init() throws { samples = try Samples() }

  private func ids(_ decisions: [(String, Decision.Action)]) -> [String] {
    let developments = ["a", "b", "c"].map { samples.development($0) }
    return samples.compile([samples.submission("SE", developments)], decisions).entries.map(\.development.id)
  }

  @Test("An entry or a whole submission is left out")
  func leaveOut() {
    #expect(ids([("SE", .leaveOut(id: "b"))]) == ["a", "c"])
    #expect(ids([("SE", .leaveOut(id: nil))]) == [])
    #expect(ids([("AT", .leaveOut(id: "b")), ("SE", .leaveOut(id: "x"))]) == ["a", "b", "c"])
  }

  @Test("An entry stands right before another")
  func place() {
    #expect(ids([("SE", .place(id: "c", before: "a"))]) == ["c", "a", "b"])
    #expect(ids([("SE", .place(id: "a", before: "c"))]) == ["b", "a", "c"])
    #expect(ids([("SE", .place(id: "a", before: "a")), ("SE", .place(id: "x", before: "a"))]) == ["a", "b", "c"])
  }

  @Test("A merged entry gives what the other lacks and is gone")
  func merge() {
    let developments = [
      samples.development("a", "general", on: "2016-03-01", further: ["integration"]), samples.development("b"),
    ]
    let issue = samples.compile(
      [samples.submission("SE", developments)], [("SE", .merge(id: "a", into: "b"))])
    let entry = issue.entries.first?.development
    #expect(issue.entries.count == 1)
    #expect(entry?.headline.words == "Headline b")
    #expect(entry?.stages.count == 2)
    #expect(entry?.body.count == 2)
    #expect(entry?.furtherThemes == [ThemeCode("general"), ThemeCode("integration")])
    #expect(issue.entries.first?.theme == ThemeCode("return"))
  }

  @Test("A merged entry follows no part of itself, and is followed for all its parts")
  func mergeFollows() {
    let developments = [
      samples.development("a"), samples.development("b", follows: [samples.reference("SE", "a")]),
      samples.development("c", follows: [samples.reference("SE", "a"), samples.reference("SE", "b")]),
    ]
    let issue = samples.compile(
      [samples.submission("SE", developments)], [("SE", .merge(id: "a", into: "b"))])
    #expect(issue.entries.map(\.development.id) == ["b", "c"])
    #expect(issue.entries[0].follows.isEmpty && issue.entries[0].followedBy.map(\.anchor) == ["se-c"])
    #expect(issue.entries[1].follows.map(\.reference.id) == ["b"])
  }

  @Test("The steps of a merged entry stand in order, and it is late no more when one falls in the period")
  func mergeStages() {
    var late = samples.development("a", on: "2015-11-10")
    late.late = "Known only later."
    for (other, words) in [("2015-12-01", "Known only later."), ("2016-01-20", nil)] {
      let developments = [samples.development("b", on: other), late]
      for decision in [Decision.Action.merge(id: "a", into: "b"), .merge(id: "b", into: "a")] {
        let issue = samples.compile([samples.submission("SE", developments)], [("SE", decision)])
        let entry = issue.entries.first?.development
        #expect(entry?.stages.map(\.date.iso) == ["2015-11-10", other])
        if entry?.id == "a" { #expect(entry?.late == words) }
      }
    }
  }

  @Test("Merges run through chains, and in circles they end")
  func chains() {
    #expect(ids([("SE", .merge(id: "a", into: "b")), ("SE", .merge(id: "b", into: "c"))]) == ["c"])
    #expect(ids([("SE", .merge(id: "b", into: "c")), ("SE", .merge(id: "a", into: "b"))]) == ["c"])
    #expect(ids([("SE", .merge(id: "a", into: "b")), ("SE", .merge(id: "b", into: "a"))]) == ["b", "c"])
    #expect(ids([("SE", .merge(id: "a", into: "x"))]) == ["a", "b", "c"])
    #expect(ids([("SE", .merge(id: "a", into: "b")), ("SE", .place(id: "c", before: "a"))]) == ["c", "b"])
  }
}
