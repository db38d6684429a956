import Model
import Validate

/// The finding that a declared theme is doubtful, with the three heaviest terms that speak for the other.
func disputeFinding(_ decision: ThemeDecision, at anchor: Anchor) -> Finding {
  let proposal = decision.proposal
  let terms = proposal.evidence.filter { $0.weight > 0 }.prefix(3).map { "“\($0.term)” in the \($0.field.rawValue)" }
  return Finding(
    "theme-disputed", at: anchor,
    [
      "declared": decision.theme.rawValue, "proposed": proposal.theme.rawValue,
      "confidence": String(Int(proposal.confidence * 100)), "evidence": terms.joined(separator: ", "),
    ])
}

/// The findings on a submission's declared themes that the classifier is sure to be others, with the evidence.
func disputeFindings(
  _ themes: [DevelopmentReference: ThemeDecision], _ submission: Submission, _ places: SubmissionPlaces
) -> [Finding] {
  zip(submission.developments, places.developments).compactMap { development, at in
    let reference = DevelopmentReference(
      country: submission.country, period: submission.period, id: development.id)
    guard let decision = themes[reference], decision.isDisputed(further: development.furtherThemes) else { return nil }
    return disputeFinding(decision, at: .attribute("theme", at.element))
  }
}
