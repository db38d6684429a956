import Classify
import Model
import Text

extension TrainingJob {
  /// Says what is learnt from.
  func describeTexts() {
    for source in sources { say("\(source.texts.count) texts: \(source.name)") }
    if !unread.isEmpty { say("\(unread.count) texts of the tuning set are left unread.") }
  }

  /// Says what came out of the cross-validation and which weights changed.
  func describe(_ result: Result) {
    say("\nFive-fold cross-validation, by source:")
    for (name, evaluation) in result.validated { say(line(name, evaluation)) }
    let moved = result.changes.sorted {
      (abs($1.weight - $1.term.weight), $0.term.text) < (abs($0.weight - $0.term.weight), $1.term.text)
    }
    say("\n\(moved.count) of \(file.terms.count) weights change.")
    for (term, weight) in moved.prefix(30) {
      say("  \(term.theme): \(term.text) \(decimal(term.weight, digits: 2)) → \(decimal(weight, digits: 2))")
    }
    say(
      "Temperature \(decimal(before.temperature, digits: 2)) → \(decimal(result.lexicon.temperature, digits: 2)); "
        + "version \(before.version) → \(result.lexicon.version).")
  }

  /// Says how the new lexicon does on the texts that were never learnt from.
  func describeUnread(_ result: Result) {
    say("\n" + line("unread fold", evaluation(of: unread, Classifier(lexicon: result.lexicon, manual: manual))))
  }

  private func evaluation(of texts: [LabelledText], _ classifier: Classifier) -> Evaluation {
    let items = texts.map { text in
      let proposal = classifier.propose(headline: text.headline, body: text.body)
      return Evaluation.Item(
        id: text.id, right: text.themes, proposed: [proposal.theme] + proposal.alternatives.map(\.theme),
        confidence: proposal.confidence)
    }
    return Evaluation(items: items, codes: codes, microsecondsPerItem: 0)
  }

  private func line(_ name: String, _ evaluation: Evaluation) -> String {
    let sure = evaluation.items.filter { $0.confidence >= ThemeDecision.sureFrom }
    let right = sure.count { $0.right.contains($0.proposed.first ?? ThemeCode("")) }
    return "  \(name): \(evaluation.items.count) texts, \(decimal(evaluation.accuracy * 100, digits: 1)) % right, "
      + "macro-F1 \(decimal(evaluation.macroF1, digits: 3)), among the first two "
      + "\(decimal(evaluation.topTwoAccuracy * 100, digits: 1)) %; sure of \(sure.count), right in \(right)"
  }
}
