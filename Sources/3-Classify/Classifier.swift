import Model
import Reference

/// Finds the theme of a text by the terms of a lexicon and the rules of the coding manual, and says what carried it.
///
/// A theme's score is its prior and the weights of its terms: each counts once when it stands in the headline (times
/// the headline factor) and once when it stands in the body; what the manual's rules take from it is subtracted. The
/// highest score wins; between equal ones the lexicon's order decides.
public final class Classifier: Sendable {
  /// The version of the lexicon.
  public let version: String
  let index: TermIndex
  let rules: [PrecedenceRule]
  /// The rules' ids and terms.
  let ruleTexts: [Manual.Rule]
  let codes: [ThemeCode]
  let headlineFactor: Double
  private let priors: [Double]
  private let temperature: Double

  /// A classifier that goes by a lexicon, and by the rules of a coding manual.
  public init(lexicon: Lexicon, manual: Manual? = nil) {
    let codes = lexicon.themes.map(\.code)
    self.codes = codes
    ruleTexts = manual?.rules ?? []
    rules = ruleTexts.map { PrecedenceRule($0, codes) }
    index = TermIndex(lexicon, ruleTexts)
    version = lexicon.version
    headlineFactor = lexicon.headlineFactor
    temperature = lexicon.temperature
    priors = lexicon.themes.map(\.prior)
  }

  /// The theme that a text is most likely about, with the others and the evidence.
  ///
  /// - Parameters:
  ///   - headline: The headline, in any case and with any punctuation.
  ///   - body: The body; its paragraphs have at least a line break between them.
  public func propose(headline: String, body: String) -> ThemeDecision.Proposal {
    let reading = read(headline: headline, body: body)
    var scores = priors
    for found in reading.found {
      index.forEachWeighted(in: found.group) { scores[Int($0.theme)] += $0.weight * found.factor }
    }
    for play in reading.plays {
      for theme in scores.indices where rules[play.rule].goesOver(theme) { scores[theme] -= play.loss }
    }
    let order = ranking(scores)
    let shares = softmax(scores, times: temperature)
    var alternatives: [ThemeDecision.Alternative] = []
    alternatives.reserveCapacity(order.count - 1)
    for (place, theme) in order.dropFirst().enumerated() {
      let evidence = place == 0 ? evidence(for: theme, reading) : []
      alternatives.append(
        ThemeDecision.Alternative(theme: codes[theme], confidence: shares[theme], evidence: evidence))
    }
    return ThemeDecision.Proposal(
      theme: codes[order[0]], confidence: shares[order[0]], alternatives: alternatives,
      evidence: evidence(for: order[0], reading))
  }

  /// The themes from the highest score down; equal ones in the lexicon's order.
  private func ranking(_ scores: [Double]) -> [Int] {
    var order = Array(scores.indices)
    for next in order.indices.dropFirst() {
      var place = next
      while place > 0 && scores[order[place - 1]] < scores[order[place]] {
        order.swapAt(place - 1, place)
        place -= 1
      }
    }
    return order
  }
}
