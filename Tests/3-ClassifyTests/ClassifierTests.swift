import Classify
import Model
import Reference
import Testing
import XML

@Suite("How the classifier reads a text")
struct ClassifierTests {
  private func classifier(_ terms: String, priors: (Double, Double) = (0, 0)) throws -> Classifier {
    let text = """
      <lexicon xmlns="urn:emn:bulletin:lexicon:1" version="1" headline-factor="2" temperature="1">
      <theme code="return" prior="\(priors.0)">\(terms)</theme>
      <theme code="integration" prior="\(priors.1)"><term weight="1">school*</term></theme></lexicon>
      """
    return Classifier(lexicon: try Lexicon(XMLReader.read(Array(text.utf8)).document))
  }

  private func found(_ term: String, in text: String) throws -> Bool {
    let classifier = try classifier("<term weight=\"2\">\(term)</term>", priors: (1, 0))
    return !classifier.propose(headline: "", body: text).evidence.isEmpty
  }

  @Test(
    "A term is found at word boundaries, whatever the case, the accents and the punctuation",
    arguments: [
      ("return", "The return of migrants", true), ("return", "Returns rose", false), ("return", "A preturn", false),
      ("readmission agreement", "A Readmission–Agreement, signed", true), ("return", "RETURN", true),
      ("readmission agreement", "readmission of an agreement", false), ("cafe", "Café", true),
      ("cafe", "Cafe\u{301}", true), ("lodz", "Łódź", true), ("strasse", "Straße", true),
      ("deport*", "deport", true), ("deport*", "deportation", true),
      ("deport*", "redeportation", false), ("deport* order*", "Deportation orders", true),
      ("deport* order", "deportation orders", false), ("third-country national*", "third country nationals", true),
      ("children s rights", "children’s rights", true), ("a", "α a β", true), ("ab", "aβ", false),
      ("covid 19", "COVID-19", true), ("state * union", "state of union", true), ("deport*", "Deporteeβ", true),
    ])
  func matching(term: String, text: String, isFound: Bool) throws {
    #expect(try found(term, in: text) == isFound)
  }

  @Test("A term counts once a field, and more in the headline")
  func fields() throws {
    let classifier = try classifier("<term weight=\"1.5\">return</term><term weight=\"-4\">tax return</term>")
    let both = classifier.propose(headline: "Return, return", body: "return and return")
    #expect(both.evidence.map(\.weight) == [3, 1.5])
    #expect(both.evidence.map(\.field) == [.headline, .body])
    let against = classifier.propose(headline: "Tax return in school", body: "")
    #expect(against.theme == ThemeCode("integration"))
    #expect(against.evidence.map(\.term) == ["school*"])
  }

  @Test("Overlapping terms all count")
  func overlap() throws {
    let classifier = try classifier(
      "<term weight=\"1\">forced return</term><term weight=\"1\">return decision</term><term weight=\"1\">ret*</term>")
    let terms = classifier.propose(headline: "", body: "forced return decision").evidence.map(\.term)
    #expect(terms == ["forced return", "ret*", "return decision"])
  }

  @Test("Confidences add up to 1, and equal scores go to the first theme")
  func confidence() throws {
    let proposal = try classifier("<term weight=\"1\">x</term>").propose(headline: "", body: "")
    #expect(proposal.theme == ThemeCode("return"))
    #expect(proposal.confidence == 0.5)
    #expect(proposal.alternatives == [.init(theme: ThemeCode("integration"), confidence: 0.5)])
  }

  @Test("The editor's word goes before the contributor's, and that before the classifier's")
  func precedence() throws {
    let classifier = try classifier("<term weight=\"1\">return</term>")
    var development = Development(
      id: "a", kind: .policy, theme: ThemeCode("general"), headline: Phrase("Return"), stages: [], body: [])
    let editor = decideTheme(of: development, editor: (ThemeCode("borders-visas"), reason: "Visas"), by: classifier)
    #expect(editor.theme == ThemeCode("borders-visas"))
    #expect(editor.decidedBy == .editor)
    #expect(editor.reason == "Visas")
    let declared = decideTheme(of: development, editor: nil, by: classifier)
    #expect(declared.theme == ThemeCode("general"))
    #expect(declared.decidedBy == .submission)
    #expect(declared.proposal.theme == ThemeCode("return"))
    development.theme = nil
    let own = decideTheme(of: development, editor: nil, by: classifier)
    #expect(own.theme == ThemeCode("return"))
    #expect(own.decidedBy == .classifier)
  }
}
