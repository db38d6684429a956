import Classify
import Model
import Threads

extension Compilation {
  /// Decides under which theme each development of some submissions stands.
  func decideThemes(_ submissions: [Submission], issue: Issue) -> [DevelopmentReference: ThemeDecision] {
    let decided = inParallel(submissions.count, isAlone: workshop.isAlone) { number in
      let submission = submissions[number]
      return submission.developments.map { development in
        let reference = DevelopmentReference(
          country: submission.country, period: submission.period, id: development.id)
        let decision = decideTheme(
          of: development, editor: issue.theme(of: development.id, country: submission.country), by: classifier)
        return (reference, asPublished(decision, reference))
      }
    }
    // Should two submissions be of one country, the later decides, as in the issue.
    return Dictionary(decided.joined()) { _, later in later }
  }

  /// A decision, but with the theme under which the development was published, where that is on record.
  private func asPublished(_ decision: ThemeDecision, _ reference: DevelopmentReference) -> ThemeDecision {
    guard let theme = published?.theme(of: reference), theme != decision.theme else { return decision }
    if takesGivenThemes, decision.decidedBy != .classifier { return decision }
    var decision = decision
    decision.theme = theme
    decision.decidedBy = .editor
    decision.reason = "Published under this theme."
    return decision
  }
}
