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

  @Test func areLeftOutWhereItIsNot() throws {
    #expect(try notes("Return to Albania was eased.") == [])
    #expect(try notes("Kosovoland is nowhere.") == [])
  }
}
