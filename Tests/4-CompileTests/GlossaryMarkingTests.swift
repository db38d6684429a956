import Compile
import Model
import Reference
import Testing
import XML

@Suite("Where terms of the glossary are marked")
struct GlossaryMarkingTests {
  private static let text = """
    <glossary xmlns="urn:emn:bulletin:glossary:1" version="1"><sources>
    <source id="s" href="https://x.eu/">S</source><source id="act" celex="32016R0399">Act</source></sources>
    <term id="seeker"><name>asylum seeker</name><definition>D.</definition><source of="s"/></term>
    <term id="origin"><name head="country">safe country of origin</name><definition>D.</definition><source of="s"/></term>
    <term id="zone"><name plural="none">Schengen area</name><definition>D.</definition><source of="s"/></term>
    <term id="return"><name>return</name><except>return ticket</except><definition>D.</definition><source of="s"/></term>
    <term id="decision"><name>return decision</name><form letters="exact">RD</form><definition>D.</definition>
    <source of="act" place="Article 2"/></term>
    <term id="exit" from="2017-12-29"><name>exit system</name><form letters="exact">EES</form>
    <definition>D.</definition><source of="s"/></term>
    <term id="minor"><name>unaccompanied minor</name><definition until="2015-12-31">Old.</definition>
    <definition from="2016-01-01">New.</definition><source of="s"/></term>
    <term id="reentry"><name>re-entry ban</name><form>child's re-entry</form><definition>D.</definition>
    <source of="s"/></term>
    </glossary>
    """

  let samples: Samples

  init() throws {
    samples = try Samples(glossary: Glossary(XMLReader.read(Array(Self.text.utf8)).document))
  }

  private func issue(_ paragraphs: [[Inline]], theme: String = "return") -> CompiledIssue {
    let developments = paragraphs.enumerated().map { number, pieces in
      var development = samples.development("d\(number)", theme)
      development.body = [Paragraph(pieces)]
      return development
    }
    return samples.compile([samples.submission("SE", developments)])
  }

  /// A text with its marks in brackets.
  private func marks(_ pieces: [Inline]...) -> [String] {
    issue(pieces).entries.flatMap(\.development.body).map { paragraph in
      paragraph.pieces.map { piece in
        guard case .term(let words, let entry?) = piece else { return piece.words }
        return "[\(words)=\(entry)]"
      }.joined()
    }
  }

  @Test(
    "A form is found in its variants, the longest first, and nothing else is",
    arguments: [
      ("The asylum seeker left.", "The [asylum seeker=seeker] left."),
      ("Asylum-seekers’ rights", "[Asylum-seekers=seeker]’ rights"),
      ("asylum\u{A0}seekers and asylum seekers", "[asylum\u{A0}seekers=seeker] and asylum seekers"),
      ("asylum\u{2011}seeker", "[asylum\u{2011}seeker=seeker]"), ("asylum  seeker", "asylum  seeker"),
      ("Two safe countries of origin", "Two [safe countries of origin=origin]"),
      ("safe country of origins", "safe country of origins"),
      ("a return decision on return", "a [return decision=decision] on [return=return]"),
      ("a return ticket, the return", "a return ticket, the [return=return]"),
      ("An RD, rd or RDs", "An [RD=decision], rd or RDs"), ("rd", "rd"), ("RDs", "[RDs=decision]"),
      ("returning preturn éreturn returné return\u{301} 2return return2", nil),
      ("éé (return) éé", "éé ([return=return]) éé"), ("日本return", nil), ("日本 return。", "日本 [return=return]。"),
      ("the exit system EES", nil), ("reentry bans, re-entry ban", "[reentry bans=reentry], re-entry ban"),
      ("a child’s re entry", "a [child’s re entry=reentry]"), ("", nil), ("return", "[return=return]"),
      ("unaccompanied mino", nil), ("RETURN", "[RETURN=return]"), ("Schengen Area", "[Schengen Area=zone]"),
    ] as [(String, String?)])
  func forms(text: String, expected: String?) {
    #expect(marks([.text(text)]) == [expected ?? text])
  }

  @Test(
    "Words that are part of a name are not marked",
    arguments: [
      ("The Return Directive", nil), ("Return Directive", nil), ("Council for Return and Help", nil),
      ("It ended. Return was eased.", "It ended. [Return=return] was eased."),
      ("The Asylum Seekers Act", nil), ("The Asylum Seekers act", "The [Asylum Seekers=seeker] act"),
      ("the Schengen area Plan", "the [Schengen area=zone] Plan"),
    ] as [(String, String?)])
  func names(text: String, expected: String?) {
    #expect(marks([.text(text)]) == [expected ?? text])
  }

  @Test("Only plain text is marked, and words that go on in the next piece are not cut")
  func plainTextOnly() {
    let pieces: [Inline] = [
      .link("return", href: "https://x.eu/"), .text(" "), .citation("Return", celex: nil, language: nil), .text(" "),
      .foreign("return", language: "de"), .text(" "), .emphasis("return"), .text("ed pre"), .emphasis("x"),
      .text("return "), .text("return"), .emphasis("s"), .text(" return"),
    ]
    #expect(marks(pieces) == ["return Return return returned prexreturn returns [return=return]"])
  }

  @Test("A section marks a term once, each section anew, and the special note is one")
  func onceInASection() throws {
    #expect(
      marks([.text("Return.")], [.text("Return of an asylum seeker.")]) == [
        "[Return=return].", "Return of an [asylum seeker=seeker].",
      ])
    let text = Paragraph([.text("Return.")])
    var developments = [samples.development("a"), samples.development("b", "general")]
    developments[0].body = [text, text]
    developments[1].body = [text]
    var issue = samples.issue()
    issue.specialNote = SpecialNote(headline: "Return", body: [text])
    let compiled = samples.compiler.compile(
      issue: issue, submissions: [samples.submission("SE", developments)], themes: [:], predecessors: [:],
      isDraft: false)
    let marked = Paragraph([.term("Return", entry: "return"), .text(".")])
    #expect(compiled.specialNote?.body == [marked] && compiled.specialNote?.headline == "Return")
    #expect(compiled.entries.map(\.development.body) == [[marked], [marked, text]])
    #expect(compiled.entries.allSatisfy { !$0.development.headline.words.isEmpty })
    #expect(compiled.glossary.map(\.id) == ["return"])
  }

  @Test("What an author marked gets its entry, and counts as the first use")
  func authorsTerms() {
    #expect(
      marks([.term("Safe countries of origin"), .text(" and a safe country of origin")]) == [
        "[Safe countries of origin=origin] and a safe country of origin"
      ])
    #expect(
      marks([.term("safe third country"), .text(" or "), .term("EES"), .text("; "), .term("return of")]) == [
        "safe third country or EES; return of"
      ])
    #expect(issue([[.term("safe third country")]]).glossary.isEmpty)
  }

  @Test("The glossary has what is marked, in alphabetical order, as it was on the period's last day")
  func glossary() {
    let terms = issue([[.text("A return decision, the Schengen area, an unaccompanied minor and the exit system.")]])
      .glossary
    #expect(terms.map(\.term) == ["return decision", "Schengen area", "unaccompanied minor"])
    #expect(terms[2].definition == "New.")
    #expect(terms[0].source.title.words == "Act, Article 2")
    #expect(terms[0].source.href == "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0399")
  }

  @Test("The canonical form holds marks and entries")
  func canonical() {
    let form = String(decoding: canonicalForm(of: issue([[.text("No return.")]])), as: UTF8.self)
    #expect(form.contains(#"["No ",{"mark":"term","words":"return","entry":"return"},"."]"#))
    #expect(
      form.hasSuffix(
        #""glossary":[{"id":"return","term":"return","definition":"D.","source":{"title":{"words":"S"},"href":"https://x.eu/"}}]}"#
      ))
  }

  @Test("Marking changes no word and marks each term at most once, whatever the text", arguments: 0..<200)
  func anyText(seed: Int) {
    var random = Random(state: UInt64(seed))
    let samplesOfText = [
      "return", "Return", "asylum", "seeker", "seekers", "decision", " ", " ", " ", "-", "\u{A0}", "\u{202F}", ".",
      ", ",
      "safe", "countries of", "country", "of origin", "é", "日本", "e\u{301}", "’", "EES", "RD", "ticket", "\u{E2}", "🇳🇴",
    ]
    let pieces = (0..<random.next(8)).map { _ -> Inline in
      let words = (0..<random.next(30)).map { _ in samplesOfText[random.next(samplesOfText.count)] }.joined()
      switch random.next(5) {
      case 0: return .emphasis(words)
      case 1: return .term(words)
      case 2: return .link(words, href: "https://x.eu/")
      default: return .text(words)
      }
    }
    let before = Paragraph(pieces)
    let compiled = issue([pieces])
    let after = compiled.entries[0].development.body[0]
    #expect(after.words == before.words)
    let entries = after.pieces.compactMap { piece -> String? in
      if case .term(_, let entry) = piece { return entry }
      return nil
    }
    let authors = pieces.count { if case .term = $0 { true } else { false } }
    #expect(entries.count <= Set(entries).count + authors)
    #expect(Set(compiled.glossary.map(\.id)) == Set(entries))
    #expect(!after.pieces.contains { $0 == .text("") } || pieces.contains(.text("")))
  }

  /// Numbers that look random and are the same in each run.
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }
}
