import Compile
import Model
import Testing

@Suite struct NameNoteTests {
  private func notes(_ text: String) throws -> [String] {
    let samples = try Samples()
    var development = samples.development("one")
    development.body = [Paragraph([.text(text)])]
    return samples.compile([samples.submission("NO", [development])]).nameNotes.map(\.name)
  }

  @Test func standWhereTheNameIsUsed() throws {
    #expect(try notes("Return to Kosovo and to Palestine was eased.") == ["Palestine", "Kosovo"])
  }

  @Test func standWhereverTheNameIsPrinted() throws {
    let samples = try Samples()
    var development = samples.development("one")
    development.acts = [Act(titles: [Phrase("Act on readmission to Kosovo")])]
    #expect(samples.compile([samples.submission("NO", [development])]).nameNotes.map(\.name) == ["Kosovo"])
    let event = Event(title: Phrase("Meeting"), date: .year(2016), place: "Ramallah, Palestine")
    let issue = samples.compiler.compile(
      issue: samples.issue(events: [event]), submissions: [], themes: [:], predecessors: [:], isDraft: false)
    #expect(issue.nameNotes.map(\.name) == ["Palestine"])
  }

  @Test func areLeftOutWhereItIsNot() throws {
    #expect(try notes("Return to Albania was eased.") == [])
    #expect(try notes("Kosovoland is nowhere.") == [])
  }
}
