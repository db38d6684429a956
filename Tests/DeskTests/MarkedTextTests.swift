import Desk
import Model
import Testing

/// Marks in the text of a development.
@Suite struct MarkedTextTests {
  static let marks: [(String, Inline)] = [
    ("[only](stressed)", .emphasis("only")), ("[family reunification](term)", .term("family reunification")),
    ("[parcours](in fr)", .foreign("parcours", language: "fr")), ("[parcours](in)", .foreign("parcours", language: "")),
    ("[page](https://example.org/a_\\(b\\))", .link("page", href: "https://example.org/a_(b)")),
    ("[page](link zenodo.org/x)", .link("page", href: "zenodo.org/x")),
    ("[Act 1](act)", .citation("Act 1", celex: nil, language: nil)),
    ("[Act 1](act 32013L0033)", .citation("Act 1", celex: "32013L0033", language: nil)),
    ("[Loi](act 32013L0033 in fr)", .citation("Loi", celex: "32013L0033", language: "fr")),
    ("[a \\[b\\] \\\\](term)", .term("a [b] \\")),
  ]

  @Test(arguments: marks)
  func marksAreReadAndWritten(_ typed: String, _ mark: Inline) {
    let paragraph = Paragraph([.text("Before "), mark, .text(" after.")])
    #expect(MarkedText("Before \(typed) after.").blocks == [.paragraph(paragraph)])
    #expect(MarkedText.line(paragraph) == "Before \(typed) after.")
  }

  @Test(arguments: [
    "[2016] and (b)", "[a](b)", "[a](1)", "a \\ b", "\\[a](term)", "[[a](term)", "[a(term)", "[](term)", "[a](Term)",
    "[[<b/>]]", "[a [b](c)", "x](term)", "\\", "[a](https:/x)",
  ])
  func otherWordsStandForThemselves(_ words: String) {
    let paragraph = Paragraph([.text(words)])
    let line = MarkedText.line(paragraph)
    #expect(line.map { MarkedText($0).blocks } == [.paragraph(paragraph)])
  }

  @Test func linesAreParagraphs() {
    let text = MarkedText("  One \t one.\r\n\r\nTwo.\n[[<!-- c -->]]\n[x](y)")
    #expect(text.words == "One one.\nTwo.\n\n[x](y)")
    #expect(text.blocks[2] == .verbatim("<!-- c -->"))
    #expect(text.unknownMarks == ["[x](y)"])
  }

  @Test func aParagraphThatCannotBeTypedIsNot() {
    #expect(MarkedText.line(Paragraph([])) == nil)
    #expect(MarkedText.line(Paragraph([.emphasis("")])) == nil)
  }
}
