import Model
import Pipeline
import Text

/// Tells what theme the classifier proposes for a development, and why.
struct ThemeProposal {
  let texts: Texts
  let themes: [FormChoices.Choice]

  /// The most terms that are named.
  private static let mostTerms = 4

  /// The proposal as HTML, with a button to take it.
  ///
  /// - Parameters:
  ///   - proposal: What is proposed; `nil` where there is nothing to read yet.
  ///   - chosen: The theme in the form.
  ///   - place: The development's place, from 0.
  func html(_ proposal: ThemeDecision.Proposal?, chosen: String, in place: Int) -> [UInt8] {
    guard let proposal else { return escaped(texts.text("write-theme-unread")) }
    let label = themes.first { $0.code == proposal.theme.rawValue }?.label ?? proposal.theme.rawValue
    let values = ["theme": label, "share": share(proposal.confidence)]
    let isSame = chosen == proposal.theme.rawValue
    var words = isSame ? texts.text("write-theme-same", values) : texts.text("write-theme-proposed", values)
    let terms = terms(of: proposal)
    words += terms.isEmpty ? "." : texts.text("write-theme-because", ["terms": terms])
    var out = FieldPrinter(texts: texts)
    out.element("span", words)
    if !isSame {
      let development = texts.text("write-development", ["number": "\(place + 1)"])
      out.button("take \(FieldName.development(place))", "write-theme-take", of: development, kind: "lesser small")
    }
    return out.out.bytes
  }

  /// No classifier is wholly sure, whatever its figure rounds to.
  private func share(_ confidence: Double) -> String {
    confidence < 0.995 ? decimal(confidence * 100, digits: 0) + " %" : "over 99 %"
  }

  /// The heaviest terms, each once; the lexicon marks a word's beginning by a star.
  private func terms(of proposal: ThemeDecision.Proposal) -> String {
    var terms: [String] = []
    for evidence in proposal.evidence where evidence.weight > 0 && terms.count < Self.mostTerms {
      let term = "“\(evidence.term.replacing("*", with: "…"))”"
      if !terms.contains(term) { terms.append(term) }
    }
    return terms.joined(separator: ", ")
  }
}
