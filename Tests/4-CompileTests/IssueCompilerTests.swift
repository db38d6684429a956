import Compile
import Model
import Testing

@Suite("How an issue is put together")
struct IssueCompilerTests {
  let samples: Samples

  init() throws { samples = try Samples() }

  @Test("The order of the submissions does not matter")
  func orderOfSubmissions() {
    let submissions = [
      samples.submission("SE", [samples.development("a"), samples.development("b", "general")]),
      samples.submission("EU", [samples.development("c"), samples.development("d", on: "2016-01-05")]),
      samples.submission("AT", [samples.development("e", "irregular-migration", further: ["return"])]),
    ]
    let forward = samples.compile(submissions)
    let backward = samples.compile(submissions.reversed())
    #expect(forward == backward)
    #expect(canonicalForm(of: forward) == canonicalForm(of: backward))
    #expect(forward.entries.map(\.anchor) == ["se-b", "eu-d", "eu-c", "at-e", "se-a"])
    #expect(forward.entries.map(\.number) == ["1.1", "6.1", "6.2", "6.3", "6.4"])
  }

  @Test("All headings of the edition stand, with groups in the bulletin's order")
  func sections() {
    let issue = samples.compile([
      samples.submission("CZ", [samples.development("a")]), samples.submission("EU", [samples.development("b")]),
    ])
    #expect(issue.sections.count == 8)
    #expect(issue.sections[5].groups.map(\.name) == ["European Union", "Czech Republic"])
    #expect(issue.sections[5].groups.map(\.anchor) == ["section-6-eu", "section-6-cz"])
    #expect(issue.entries.first?.kindLabel == "Case law")
    #expect(issue.entries.first?.stageLabels == ["In force"])
  }

  @Test("Entries stand by their first step in the period; what is reported late comes last")
  func entryOrder() {
    let issue = samples.compile([
      samples.submission(
        "SE",
        [
          samples.development("late", on: "2014-05-01"), samples.development("march", on: "2016-03"),
          samples.development("first", on: "2016-01-10"), samples.development("second", on: "2016-01-10"),
        ])
    ])
    #expect(issue.entries.map(\.development.id) == ["first", "second", "march", "late"])
  }

  @Test("A decided theme goes before the declared one")
  func decidedTheme() {
    let proposal = ThemeDecision.Proposal(
      theme: ThemeCode("general"), confidence: 1, alternatives: [], evidence: [])
    let decision = ThemeDecision(
      theme: ThemeCode("trafficking"), decidedBy: .editor, declared: nil, reason: "So.", proposal: proposal)
    let issue = samples.compiler.compile(
      issue: samples.issue(), submissions: [samples.submission("SE", [samples.development("a")])],
      themes: [samples.reference("SE", "a"): decision], predecessors: [:], isDraft: false)
    #expect(issue.entries.map(\.number) == ["7.1"])
  }

  @Test("An entry of a further theme is pointed to from that theme's section")
  func seeAlso() {
    let issue = samples.compile([
      samples.submission(
        "SE", [samples.development("a", further: ["irregular-migration", "general"]), samples.development("b")])
    ])
    #expect(issue.sections[0].seeAlso.map(\.anchor) == ["se-a"])
    #expect(issue.sections[0].seeAlso.map(\.number) == ["6.1"])
    #expect(issue.sections[5].seeAlso.isEmpty)
  }

  @Test("Known predecessors are named, with the country when it is another; unknown ones are not")
  func predecessors() {
    let follows = [samples.reference("SE", "x"), samples.reference("AT", "y"), samples.reference("AT", "z")]
    let known = [follows[0]: Phrase("X"), follows[1]: Phrase("Y")]
    let issue = samples.compile(
      [samples.submission("SE", [samples.development("a", follows: follows)])], predecessors: known)
    #expect(issue.entries[0].follows.map(\.headline.words) == ["X", "Y"])
    #expect(issue.entries[0].follows.map(\.country) == [nil, "Austria"])
  }

  @Test("What is followed in the same issue is named only when it stands in it")
  func predecessorsOfTheSameIssue() {
    let follows = [samples.reference("SE", "b"), samples.reference("SE", "c"), samples.reference("AT", "d")]
    let submissions = [
      samples.submission(
        "SE",
        [samples.development("a", follows: follows), samples.development("b")]
          + [samples.development("c")])
    ]
    let issue = samples.compile(submissions, [("SE", .leaveOut(id: "c"))])
    #expect(issue.entries.first { $0.anchor == "se-a" }?.follows.map(\.headline.words) == ["Headline b"])
    #expect(issue.entries.first { $0.anchor == "se-b" }?.followedBy.map(\.anchor) == ["se-a"])
  }

  @Test("Contact points are members, then observers; who has no entry is silent")
  func contactPoints() {
    let issue = samples.compile([samples.submission("SE", [samples.development("a")])], isDraft: true)
    #expect(issue.isDraft)
    #expect(issue.contactPoints.first?.name == "Austria")
    #expect(issue.contactPoints.last?.name == "Norway")
    #expect(issue.contactPoints.count == 28)
    #expect(issue.silent.count == 27)
    #expect(!issue.silent.contains("Sweden") && !issue.silent.contains("European Union"))
  }

  @Test("Events are past when their last day is in the period, as far as it is known")
  func events() throws {
    var events = try ["2016-04-01", "2016-03-31", "2016", "2016-01-15"].map {
      Event(title: Phrase($0), date: try #require(PartialDate($0)))
    }
    for (end, title) in [("2016-04-02", "over the end"), ("2016-03-31", "up to the end")] {
      let date = try #require(PartialDate("2016-03-30"))
      events.append(Event(title: Phrase(title), date: date, end: PartialDate(end)))
    }
    let issue = samples.compiler.compile(
      issue: samples.issue(events: events), submissions: [], themes: [:], predecessors: [:], isDraft: false)
    #expect(issue.annex.past.map(\.title.words) == ["2016-01-15", "up to the end", "2016-03-31"])
    #expect(issue.annex.upcoming.map(\.title.words) == ["2016", "over the end", "2016-04-01"])
  }

  @Test("The canonical form holds what is published and changes with it")
  func canonical() {
    let issue = samples.compile([samples.submission("SE", [samples.development("a")])])
    let form = String(decoding: canonicalForm(of: issue), as: UTF8.self)
    #expect(form.hasPrefix(#"{"edition":14,"period":"2016-Q1","title":"EMN Bulletin","isDraft":false,"#))
    #expect(form.contains(#""body":[["Body \"a\"."]]"#))
    #expect(!form.contains("Because"))
    var other = issue
    other.title = "EMN Quarterly"
    #expect(canonicalForm(of: other) != canonicalForm(of: issue))
  }

  @Test("The canonical form escapes what RFC 8259 asks for and nothing else")
  func canonicalEscapes() {
    var issue = samples.compile([])
    issue.title = "\"a\\b\n\u{1F}\u{7F}</é>"
    let form = String(decoding: canonicalForm(of: issue), as: UTF8.self)
    #expect(form.contains(#""title":"\"a\\b\u000a\u001f\#u{7F}</é>","isDraft""#))
    let masthead = Compile.canonicalParts(of: issue)[0]
    #expect(String(decoding: masthead.bytes, as: UTF8.self).hasPrefix(#"["\"a\\b\u000a\u001f\#u{7F}</é>",14,"#))
  }

  @Test("Parts of which an issue has none are empty arrays in the canonical form")
  func canonicalParts() {
    let parts = Compile.canonicalParts(of: samples.compile([]))
    let note = parts.first { $0.name == "special note" }
    #expect(note.map { String(decoding: $0.bytes, as: UTF8.self) } == "[]")
  }
}
