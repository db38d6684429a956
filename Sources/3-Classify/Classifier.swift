import Model
import Reference

/// Finds the theme of a text by the terms of a lexicon, and says which of them carried it.
///
/// A theme's score is its prior and the weights of its terms: each counts once when it stands in the headline (times
/// the headline factor) and once when it stands in the body. The highest score wins; between equal ones the lexicon's
/// order decides.
public struct Classifier: Sendable {
  private let lexicon: Lexicon
  private let trie: TermTrie
  private let priors: [Double]

  /// A classifier that goes by a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    trie = TermTrie(lexicon)
    priors = lexicon.themes.map(\.prior)
  }

  /// The theme that a text is most likely about, with the others and the evidence.
  ///
  /// - Parameters:
  ///   - headline: The headline, in any case and with any punctuation.
  ///   - body: The body; its paragraphs have at least a line break between them.
  public func propose(headline: String, body: String) -> ThemeDecision.Proposal {
    let inHeadline = trie.groups(in: Folding.fold(headline))
    let inBody = trie.groups(in: Folding.fold(body))
    var scores = priors
    add(inHeadline, .headline, to: &scores)
    add(inBody, .body, to: &scores)
    var best = 0
    for place in scores.indices where scores[place] > scores[best] { best = place }
    let shares = softmax(scores.map { $0 * lexicon.temperature })
    return ThemeDecision.Proposal(
      theme: lexicon.themes[best].code, confidence: shares[best], alternatives: alternatives(to: best, shares),
      evidence: evidence(for: best, inHeadline, inBody))
  }

  private func factor(_ field: ThemeDecision.Evidence.Field) -> Double {
    field == .headline ? lexicon.headlineFactor : 1
  }

  private func add(_ groups: [Int], _ field: ThemeDecision.Evidence.Field, to scores: inout [Double]) {
    let factor = factor(field)
    for group in groups {
      for hit in trie.hits(of: group) { scores[Int(hit.theme)] += hit.weight * factor }
    }
  }

  /// The winner's terms, the heaviest first, then by the alphabet.
  private func evidence(for theme: Int, _ inHeadline: [Int], _ inBody: [Int]) -> [ThemeDecision.Evidence] {
    var evidence: [ThemeDecision.Evidence] = []
    for (groups, field) in [(inHeadline, ThemeDecision.Evidence.Field.headline), (inBody, .body)] {
      for group in groups {
        for hit in trie.hits(of: group) where Int(hit.theme) == theme {
          let term = lexicon.themes[theme].terms[Int(hit.term)].text
          evidence.append(ThemeDecision.Evidence(term: term, weight: hit.weight * factor(field), field: field))
        }
      }
    }
    return evidence.sorted { left, right in
      let (leftSize, rightSize) = (abs(left.weight), abs(right.weight))
      if leftSize != rightSize { return leftSize > rightSize }
      if left.term != right.term { return left.term < right.term }
      return left.field == .headline && right.field == .body
    }
  }

  private func alternatives(to best: Int, _ shares: [Double]) -> [ThemeDecision.Alternative] {
    shares.indices.filter { $0 != best }
      .sorted { (shares[$1], $0) < (shares[$0], $1) }
      .map { ThemeDecision.Alternative(theme: lexicon.themes[$0].code, confidence: shares[$0]) }
  }
}
