import Classify

/// A text as the fitting sees it: the terms that it has, what the rules take, and the themes that it should get.
public struct TrainingText: Sendable {
  /// Its terms and what the rules take.
  public var features: TextFeatures
  /// For each theme, in the lexicon's order, its share of the text: they add up to 1.
  public var target: [Double]

  /// A text of the given parts.
  public init(features: TextFeatures, target: [Double]) {
    self.features = features
    self.target = target
  }
}

/// What the fitting sets: the terms' weights and the themes' priors.
public struct FittedWeights: Sendable {
  /// By the terms' places among all terms of the lexicon.
  public var weights: [Double]
  /// By the themes' places.
  public var priors: [Double]

  /// Weights of terms and priors of themes.
  public init(weights: [Double], priors: [Double]) {
    self.weights = weights
    self.priors = priors
  }

  /// The scores of a text by these weights.
  public func scores(_ features: TextFeatures, themeOfTerm: [Int]) -> [Double] {
    var scores = priors
    for (term, count) in features.terms { scores[themeOfTerm[term]] += weights[term] * count }
    for theme in scores.indices { scores[theme] -= features.losses[theme] }
    return scores
  }
}

/// Fits weights by multinomial logistic regression whose prior mean is the weights by hand: what the texts say little
/// about stays as a person set it. The method is Nesterov's accelerated gradient with a fixed step and a fixed number
/// of rounds, so that the same texts give the same weights.
public struct WeightFitting: Sendable {
  /// The temperature under which the weights are fitted; calibration sets the one that counts.
  public static let temperature = 0.4
  /// How strongly weights are held to those by hand. By cross-validation over 0.4, 0.8, 1.2 and 2.4.
  public static let pull = 1.2
  /// How strongly the themes' priors are held to zero.
  public static let priorPull = 1.0
  /// How many rounds are made; by then the weights no longer move in their third decimal.
  public static let rounds = 1500

  private let hand: [Double]
  private let themeOfTerm: [Int]

  /// A fitting that starts from weights by hand, with the theme of each term.
  public init(hand: [Double], themeOfTerm: [Int]) {
    self.hand = hand
    self.themeOfTerm = themeOfTerm
  }

  /// The weights that go best with the texts and with those by hand.
  public func fit(_ texts: [TrainingText]) -> FittedWeights {
    let themes = texts.first?.target.count ?? 0
    var current = FittedWeights(weights: hand, priors: [Double](repeating: 0, count: themes))
    var ahead = current
    let steepest = self.steepest(texts)
    let step = 1 / steepest
    let ratio = (WeightFitting.priorPull / steepest).squareRoot()
    let momentum = (1 - ratio) / (1 + ratio)
    for _ in 0..<WeightFitting.rounds {
      let slope = self.slope(at: ahead, texts)
      var next = ahead
      for term in next.weights.indices { next.weights[term] -= step * slope.weights[term] }
      for theme in next.priors.indices { next.priors[theme] -= step * slope.priors[theme] }
      for term in next.weights.indices {
        ahead.weights[term] = next.weights[term] + momentum * (next.weights[term] - current.weights[term])
      }
      for theme in next.priors.indices {
        ahead.priors[theme] = next.priors[theme] + momentum * (next.priors[theme] - current.priors[theme])
      }
      current = next
    }
    return current
  }

  /// The gradient of the penalised loss.
  private func slope(at point: FittedWeights, _ texts: [TrainingText]) -> FittedWeights {
    var slope = point
    for term in hand.indices { slope.weights[term] = WeightFitting.pull * (point.weights[term] - hand[term]) }
    for theme in point.priors.indices { slope.priors[theme] = WeightFitting.priorPull * point.priors[theme] }
    for text in texts {
      let shares = softmax(point.scores(text.features, themeOfTerm: themeOfTerm), times: WeightFitting.temperature)
      for theme in shares.indices {
        slope.priors[theme] += WeightFitting.temperature * (shares[theme] - text.target[theme])
      }
      for (term, count) in text.features.terms {
        let theme = themeOfTerm[term]
        slope.weights[term] += WeightFitting.temperature * (shares[theme] - text.target[theme]) * count
      }
    }
    return slope
  }

  /// A bound on how fast the gradient can change: the largest column sum times the largest row sum of the counts
  /// bounds the square of their norm, and the softmax adds a half at most.
  private func steepest(_ texts: [TrainingText]) -> Double {
    var columns = [Double](repeating: 0, count: hand.count)
    var row = 0.0
    for text in texts {
      for (term, count) in text.features.terms { columns[term] += count }
      row = max(row, text.features.terms.reduce(1) { $0 + $1.count })
    }
    let column = max(columns.max() ?? 0, Double(texts.count))
    let temperature = WeightFitting.temperature
    return max(WeightFitting.pull, WeightFitting.priorPull) + temperature * temperature * column * row / 2
  }
}
