import Files
import Ingest
import Model

extension Classification {
  /// Measures the classifier on texts whose themes are known.
  ///
  /// - Parameter path: A table, or a folder of submissions, of which those developments count whose theme is declared.
  /// - Returns: The figures, or the sentences that say what is wrong with the table.
  /// - Throws: `JobError` when the path cannot be read.
  public func evaluate(_ path: String) throws(JobError) -> Result<Evaluation, LabelledTable.Fault> {
    let texts: [LabelledText]
    if kind(ofPath: path) == .folder {
      texts = try labelledTexts(inFolder: path)
    } else {
      switch try table(path) {
      case .success(let rows): texts = rows
      case .failure(let fault): return .failure(fault)
      }
    }
    let items = texts.map { text in
      let proposal = classifier.propose(headline: text.headline, body: text.body)
      return Evaluation.Item(
        id: text.id, right: text.themes, proposed: [proposal.theme] + proposal.alternatives.map(\.theme),
        confidence: proposal.confidence)
    }
    return .success(
      Evaluation(
        items: items, codes: workshop.reference.taxonomy.themes.map(\.code),
        microsecondsPerItem: microsecondsPerText(texts)))
  }

  /// The average time of one proposal with its evidence, in the fastest of up to twenty passes over the texts: what
  /// other programs take from a pass does not count against the classifier.
  private func microsecondsPerText(_ texts: [LabelledText]) -> Double {
    let classifier = classifier
    let (headlines, bodies) = (texts.map(\.headline), texts.map(\.body))
    let clock = ContinuousClock()
    var fastest = Duration.seconds(3600)
    var total = Duration.zero
    for _ in 0..<20 where total < .seconds(1) {
      let time = clock.measure {
        for place in headlines.indices {
          withExtendedLifetime(classifier.propose(headline: headlines[place], body: bodies[place])) {}
        }
      }
      fastest = min(fastest, time)
      total += time
    }
    let microseconds = Double(fastest.components.attoseconds) / 1e12 + Double(fastest.components.seconds) * 1e6
    return microseconds / Double(max(texts.count, 1))
  }
}
