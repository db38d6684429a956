import Emit
import Model
import Testing

/// What a terminal is shown of themes holds nothing that it would obey, whoever wrote the table or the submission.
@Suite struct ThemesTextTests {
  static let hostile = "a\u{1B}[31m\u{9B}2J\u{202E}\nb"
  static let shown = "a<U+001B>[31m<U+009B>2J<U+202E><U+000A>b"

  @Test func showsIdsOfATable() {
    let item = Evaluation.Item(id: Self.hostile, right: [ThemeCode("return")], proposed: [ThemeCode("general")])
    let codes = [ThemeCode("return"), ThemeCode("general")]
    let text = evaluationAsText(Evaluation(items: [item], codes: codes, microsecondsPerItem: 1))
    #expect(String(decoding: text, as: UTF8.self).contains("  \(Self.shown): return taken for general"))
  }

  @Test func showsPathsIdsAndReasons() {
    let proposal = ThemeDecision.Proposal(theme: ThemeCode("general"), confidence: 0.5, alternatives: [], evidence: [])
    let decision = ThemeDecision(
      theme: ThemeCode("return"), decidedBy: .editor, declared: nil, reason: Self.hostile, proposal: proposal)
    let development = ClassifiedDevelopment(
      path: Self.hostile, id: Self.hostile, headline: Phrase("Words"), decision: decision)
    let text = String(decoding: themesAsText([development]), as: UTF8.self)
    #expect(text.hasPrefix("\(Self.shown): \(Self.shown)\n"))
    #expect(text.contains("decided by editor (\(Self.shown))\n"))
  }
}
