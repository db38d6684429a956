import Classify

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What weights make of texts that they were not fitted on: every fifth text is scored by weights fitted on the rest.
public struct CrossValidation: Sendable {
  /// The number of parts into which the texts are divided.
  public static let folds = 5

  /// The scores of each text.
  public let scores: [[Double]]

  /// Fits and scores part after part; the text at place n belongs to part n modulo 5.
  public init(_ texts: [TrainingText], _ fitting: WeightFitting, themeOfTerm: [Int]) {
    var scores = [[Double]](repeating: [], count: texts.count)
    for fold in 0..<CrossValidation.folds {
      let rest = texts.indices.filter { $0 % CrossValidation.folds != fold }.map { texts[$0] }
      let fitted = fitting.fit(rest)
      for place in texts.indices where place % CrossValidation.folds == fold {
        scores[place] = fitted.scores(texts[place].features, themeOfTerm: themeOfTerm)
      }
    }
    self.scores = scores
  }

  /// The temperature under which the confidences fit best what came out: the least mean logarithmic loss, and of
  /// what is held sure hardly anything wrong. Where no temperature is that careful, the most careful one.
  ///
  /// - Parameters:
  ///   - right: For each text, the places of the right themes.
  ///   - sureFrom: The confidence from which the classifier is sure.
  ///   - share: The share of right ones among the sure that is asked for.
  public func temperature(right: [[Int]], sureFrom: Double, share: Double) -> Double {
    let choices = (20...80).map { Double($0) / 100 }
    let losses = choices.map { choice in (choice, loss(right, choice), sureShare(right, choice, sureFrom)) }
    let careful = losses.filter { $0.2 >= share }
    return careful.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0 ?? choices[0]
  }

  private func loss(_ right: [[Int]], _ temperature: Double) -> Double {
    zip(scores, right).reduce(0) { sum, pair in
      let shares = softmax(pair.0, times: temperature)
      return sum - log(max(pair.1.reduce(0) { $0 + shares[$1] }, 1e-9))
    }
  }

  private func sureShare(_ right: [[Int]], _ temperature: Double, _ sureFrom: Double) -> Double {
    var sure = 0
    var hits = 0
    for (scores, right) in zip(scores, right) {
      let shares = softmax(scores, times: temperature)
      guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] >= sureFrom else { continue }
      sure += 1
      hits += right.contains(best) ? 1 : 0
    }
    return sure == 0 ? 1 : Double(hits) / Double(sure)
  }
}
