import Ingest
import Model
import Testing

/// Reading a table of texts whose themes are known.
@Suite struct LabelledTableTests {
  static let lines = ["id\ttitle\tsummary\tthemes", "a\tOne\tFirst words\treturn|general", "", "b\tTwo\t\treturn"]

  private func read(_ lines: [String], end: String) throws -> LabelledTable {
    try LabelledTable(Array(lines.map { $0 + end }.joined().utf8)) { ["return", "general"].contains($0.rawValue) }
  }

  @Test(arguments: ["\n", "\r\n"]) func readsLinesHoweverTheyEnd(_ end: String) throws {
    let rows = try read(Self.lines, end: end).rows
    #expect(rows.map(\.id) == ["a", "b"] && rows.map(\.summary) == ["First words", ""])
    #expect(rows.map { $0.themes.map(\.rawValue) } == [["return", "general"], ["return"]])
  }

  @Test func passesOverAByteOrderMark() throws {
    let rows = try read(["\u{FEFF}" + Self.lines[0], Self.lines[1]], end: "\r\n").rows
    #expect(rows.map(\.id) == ["a"])
  }

  @Test(arguments: ["\n", "\r\n"]) func namesTheLineOfEachMistake(_ end: String) throws {
    let error = #expect(throws: LabelledTable.Fault.self) {
      try self.read(Self.lines + ["c\tThree", "d\tFour\tWords\treturns"], end: end)
    }
    #expect(error?.sentences.map { $0.prefix(7) } == ["Line 5:", "Line 6:"])
  }
}
