import Ingest
import Model
import Reference
import Testing
import XML

private func ingest(_ inner: String) throws -> IngestedSubmission {
  let text = """
    <submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="2016-Q1" status="final" date="2016-04-15">
    <contact><name>SECRET</name><email>SECRET</email></contact><note>SECRET</note>
    <development id="one" kind="case-law" theme="return" further-themes="integration  general">\(inner)</development>
    </submission>
    """
  return ingestSubmission(Array(text.utf8), name: "NO.xml", schema: try XMLSchema(Schemas.submission))
}

@Suite struct SubmissionIngestTests {
  static let inner = """
    <headline xml:lang="nb">Ny  lov
    </headline><stage type="in-force" date="2016-02"/><stage type="adopted" date="2015-12-01"/>
    <body><p> One <em>two</em>, <foreign xml:lang="nb">tre</foreign> <cite celex="32016R0399">four</cite> </p><p>five</p></body>
    <figure value="4.20" unit="EUR a day">allowance</figure>
    <act number="1" celex="32016R0399"><title>Act</title><title xml:lang="nb">Lov</title></act>
    <eu-act relation="transposes" celex="32013L0033">Directive 2013/33/EU</eu-act>
    <source href="https://example.org/?a=1&amp;b=2">Source</source>
    <follows period="2015-Q4" id="old"/><note>SECRET</note>
    """

  @Test func givesTypedValues() throws {
    let file = try ingest(SubmissionIngestTests.inner)
    #expect(file.problems.isEmpty, "\(file.problems)")
    let submission = try #require(file.content)
    #expect(submission.country == CountryCode("NO") && submission.status == .final)
    #expect(submission.date == Day("2016-04-15"))
    let development = try #require(submission.developments.first)
    #expect(development.kind == .caseLaw && development.furtherThemes.map(\.rawValue) == ["integration", "general"])
    #expect(development.headline == Phrase("Ny lov", language: "nb"))
    #expect(development.stages.map(\.date.iso) == ["2016-02", "2015-12-01"])
    #expect(
      development.body.first?.pieces == [
        .text("One "), .emphasis("two"), .text(", "), .foreign("tre", language: "nb"), .text(" "),
        .citation("four", celex: "32016R0399", language: nil),
      ])
    #expect(development.figures == [Figure(label: "allowance", value: "4.20", unit: "EUR a day")])
    #expect(development.acts.first?.titles == [Phrase("Act"), Phrase("Lov", language: "nb")])
    #expect(development.sources.first?.href == "https://example.org/?a=1&b=2")
    #expect(development.follows.first?.country == CountryCode("NO"))
  }

  @Test func leavesContactsAndNotesBehind() throws {
    let submission = try #require(try ingest(SubmissionIngestTests.inner).content)
    #expect(!String(describing: submission).contains("SECRET"))
  }

  @Test func normalisesTextToFormC() throws {
    let inner = SubmissionIngestTests.inner.replacing("Ny  lov", with: "Cafe\u{301}")
    let headline = try #require(try ingest(inner).content?.developments.first?.headline.words)
    #expect(Array(headline.unicodeScalars) == Array("Caf\u{E9}".unicodeScalars))
  }

  @Test func keepsPlacesBesideValues() throws {
    let file = try ingest(SubmissionIngestTests.inner)
    let place = try #require(file.places?.developments.first?.sources.first)
    #expect(file.source[place...].starts(with: Array("<source href".utf8)))
  }

  static let marks: [(String, [Inline])] = [
    (
      "important <em>very </em>important and<em> really</em> needed",
      [.text("important "), .emphasis("very"), .text(" important and "), .emphasis("really"), .text(" needed")]
    ),
    (
      "<em> one </em> two <em> three\n</em> <term> four</term>",
      [.emphasis("one"), .text(" two "), .emphasis("three"), .text(" "), .term("four")]
    ),
    ("<em>one</em><term> two</term>", [.emphasis("one"), .text(" "), .term("two")]),
    ("<em>one </em><term>two</term>", [.emphasis("one"), .text(" "), .term("two")]),
    ("one <em>two </em>, three", [.text("one "), .emphasis("two"), .text(" , three")]),
    ("one<em>two</em>three <em>four </em> ", [.text("one"), .emphasis("two"), .text("three "), .emphasis("four")]),
  ]

  @Test(arguments: marks) func handsTheBlanksAtTheEdgesOfMarksToTheText(_ source: String, _ pieces: [Inline]) throws {
    let file = try ingest(SubmissionIngestTests.inner.replacing("<p>five</p>", with: "<p>\(source)</p>"))
    #expect(file.content?.developments.first?.body.last?.pieces == pieces)
    #expect(file.places?.developments.first?.pieces.last?.count == pieces.count)
  }

  @Test func keepsOnePlaceForEachPiece() throws {
    let file = try ingest(SubmissionIngestTests.inner.replacing("five", with: "one <em>two</em> "))
    #expect(file.content?.developments.first?.body.last?.pieces == [.text("one "), .emphasis("two")])
    #expect(file.places?.developments.first?.pieces.last?.count == 2)
  }

  @Test func notesStagesThatItCannotRead() throws {
    let stage = #"<stage type="in-force" date="1 January 2016"/>"#
    let file = try ingest(SubmissionIngestTests.inner.replacing("<body>", with: stage + "<body>"))
    let development = try #require(file.places?.developments.first)
    #expect(development.stages.count == 2)
    let place = try #require(development.unreadableStages.first)
    #expect(file.source[place...].starts(with: Array(stage.utf8)))
  }

  @Test func refusesAnotherVocabulary() throws {
    let schema = try XMLSchema(Schemas.submission)
    #expect(ingestSubmission(Array("<submission/>".utf8), name: "NO.xml", schema: schema).content == nil)
  }
}
