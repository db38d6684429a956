import Classify
import Model
import Reference
import Testing
import XML

@Suite("The coding manual")
struct ManualTests {
  private let manual: Manual
  private let classifier: Classifier

  init() throws {
    manual = try Manual.load()
    classifier = Classifier(lexicon: try Lexicon.load(), manual: manual)
  }

  @Test("Every theme has at least twelve examples")
  func examples() throws {
    for theme in try ReferenceData.load().taxonomy.themes {
      #expect(manual.examples.count { $0.theme == theme.code } >= 12, "\(theme.code.rawValue)")
      #expect(manual.scopes.contains { $0.theme == theme.code && !$0.words.isEmpty })
    }
  }

  @Test("The classifier gives every example its theme")
  func everyExample() {
    for example in manual.examples {
      let proposal = classifier.propose(headline: example.headline, body: example.body)
      #expect(proposal.theme == example.theme, "\(example.headline)")
    }
  }

  @Test("A rule is in play in each of its examples, and the evidence names it")
  func everyRule() {
    for example in manual.examples {
      guard let rule = example.rule else { continue }
      let evidence = classifier.propose(headline: example.headline, body: example.body).evidence
      #expect(evidence.contains { $0.rule == rule && $0.weight > 0 }, "\(rule): \(example.headline)")
    }
  }

  @Test("Headlines and bodies of examples are as the bulletin has them")
  func style() {
    for example in manual.examples {
      #expect(example.headline.split(separator: " ").count <= 12, "\(example.headline)")
      #expect(example.body.hasSuffix("."), "\(example.headline)")
    }
    #expect(Set(manual.examples.map(\.headline)).count == manual.examples.count)
  }
}

@Suite("What a rule of precedence does")
struct PrecedenceTests {
  private func classifier() throws -> Classifier {
    let lexicon = """
      <lexicon xmlns="urn:emn:bulletin:lexicon:1" version="1" headline-factor="2" temperature="1">
      <theme code="legal-migration" prior="0"><term weight="2">residence permit*</term></theme>
      <theme code="trafficking" prior="0"><term weight="1">traffick*</term></theme></lexicon>
      """
    let manual = """
      <manual xmlns="urn:emn:bulletin:manual:1" version="1"><theme code="trafficking"><scope>It.</scope>
      <rule id="victims" over="legal-migration" weight="3"><says>Who.</says><term>victims of traffick*</term>
      <unless><term>drugs</term></unless></rule></theme></manual>
      """
    return Classifier(
      lexicon: try Lexicon(XMLReader.read(Array(lexicon.utf8)).document),
      manual: try Manual(XMLReader.read(Array(manual.utf8)).document))
  }

  @Test("Themes that it goes over lose its weight, twice when its term stands in the headline")
  func weight() throws {
    let classifier = try classifier()
    let inBody = classifier.propose(headline: "Residence permits", body: "For victims of trafficking.")
    #expect(inBody.theme == ThemeCode("legal-migration"))
    #expect(inBody.evidence.map(\.weight) == [4, -3])
    #expect(inBody.evidence[1].rule == "victims")
    let inHeadline = classifier.propose(headline: "Residence permits for victims of trafficking", body: "")
    #expect(inHeadline.theme == ThemeCode("trafficking"))
    #expect(inHeadline.evidence.map(\.weight) == [6, 2])
    #expect(inHeadline.alternatives.first?.evidence.map(\.weight) == [-6, 4])
    let features = classifier.features(headline: "Residence permits for victims of trafficking", body: "")
    #expect(features.losses == [6, 0])
  }

  @Test("It is out of play where a term of its exception stands")
  func exception() throws {
    let proposal = try classifier().propose(
      headline: "Residence permits for victims of trafficking", body: "And of drugs.")
    #expect(proposal.theme == ThemeCode("legal-migration"))
    #expect(!proposal.evidence.contains { $0.rule != nil })
  }
}
