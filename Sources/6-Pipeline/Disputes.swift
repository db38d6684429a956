import Model

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
