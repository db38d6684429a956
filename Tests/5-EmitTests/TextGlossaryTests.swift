import Emit
import Model
import Testing

@Suite("The glossary in the plain text edition")
struct TextGlossaryTests {
  private func edition(_ terms: [GlossaryTerm]) -> String {
    var issue = Sample.issue(isDraft: true)
    issue.glossary = terms
    return text(textEdition(of: issue))
  }

  @Test("Each term has its definition under an indent, and its source with a link")
  func entries() {
    let act = Source(title: Phrase("Directive 2013/33/EU, Article 2(b)"), href: "https://example.org/act")
    let edition = edition([
      GlossaryTerm(
        id: "a", term: "asylum seeker",
        definition: "Somebody who has asked for protection and on whose application no decision has been taken yet.",
        source: act),
      GlossaryTerm(id: "b", term: "Eurodac", definition: "A database.", source: act),
    ])
    #expect(
      edition.contains(
        """

        Glossary
        ========

        DRAFT – not for publication

        asylum seeker
            Somebody who has asked for protection and on whose application no
            decision has been taken yet.
            Source: Directive 2013/33/EU, Article 2(b) [1]

        Eurodac
            A database.
            Source: Directive 2013/33/EU, Article 2(b) [1]

        Links
        -----

        [1] https://example.org/act

        Contact points
        ==============

        """), "\(edition)")
    #expect(edition.contains("\n      Past events\n    Glossary\n    Contact points\n"))
  }

  @Test("Without terms there is no such part, and marks leave no trace in the text")
  func absent() {
    #expect(!edition([]).contains("Glossary"))
    #expect(edition([]).contains("ended for applicants as"))
  }
}
