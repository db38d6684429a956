import Model
import Text

/// Decisions about themes as JSON, with the keys of the command line's contract.
public func themesAsJSON(_ developments: [ClassifiedDevelopment]) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { json in
    json.key("developments")
    json.array { json in
      for development in developments { write(development, to: &json) }
    }
  }
  return writer.bytes
}

private func write(_ development: ClassifiedDevelopment, to json: inout JSONWriter) {
  let decision = development.decision
  json.object { json in
    json.key("path")
    json.value(development.path)
    json.key("id")
    json.value(development.id)
    json.key("declared")
    json.value(decision.declared?.rawValue)
    json.key("theme")
    json.value(decision.theme.rawValue)
    json.key("decidedBy")
    json.value(decision.decidedBy.rawValue)
    json.key("proposed")
    json.value(decision.proposal.theme.rawValue)
    json.key("disputed")
    json.value(development.isDisputed)
    json.key("confidence")
    json.value(decision.proposal.confidence, digits: 4)
    json.key("certainty")
    json.value(decision.proposal.certainty.rawValue)
    json.key("alternatives")
    json.array { json in
      for (place, alternative) in decision.proposal.alternatives.enumerated() {
        json.object { json in
          json.key("theme")
          json.value(alternative.theme.rawValue)
          json.key("confidence")
          json.value(alternative.confidence, digits: 4)
          // Evidence is gathered for the runner-up alone.
          if place == 0 { write(alternative.evidence, to: &json) }
        }
      }
    }
    write(decision.proposal.evidence, to: &json)
  }
}

private func write(_ evidence: [ThemeDecision.Evidence], to json: inout JSONWriter) {
  json.key("evidence")
  json.array { json in
    for item in evidence { write(item, to: &json) }
  }
}

private func write(_ evidence: ThemeDecision.Evidence, to json: inout JSONWriter) {
  json.object { json in
    json.key("term")
    json.value(evidence.term)
    json.key("weight")
    json.value(evidence.weight, digits: 2)
    json.key("field")
    json.value(evidence.field.rawValue)
    if let rule = evidence.rule {
      json.key("rule")
      json.value(rule)
    }
  }
}

/// Decisions about themes for a terminal: one development a paragraph.
public func themesAsText(_ developments: [ClassifiedDevelopment]) -> [UInt8] {
  var buffer = OutputBuffer()
  for development in developments {
    let decision = development.decision
    let proposal = decision.proposal
    buffer.append("\(visible(name: development.path)): \(visible(name: development.id))\n")
    buffer.append("  \(visible(name: decision.theme.rawValue)), decided by \(decision.decidedBy.rawValue)")
    if let reason = decision.reason { buffer.append(" (\(visible(name: reason)))") }
    buffer.append("\n  classifier: \(proposal.theme.rawValue), \(words(for: proposal))\n")
    buffer.append("    because of: \(list(proposal.evidence, 6))\n")
    if let next = proposal.alternatives.first, proposal.certainty != .sure || development.isDisputed {
      buffer.append("  runner-up: \(next.theme.rawValue), \(inPercent(next.confidence))\n")
      buffer.append("    because of: \(list(next.evidence, 4))\n")
    }
    if development.isDisputed { buffer.append("  The declared theme is doubtful: please read the text.\n") }
    buffer.newline()
  }
  return buffer.bytes
}

private func words(for proposal: ThemeDecision.Proposal) -> String {
  switch proposal.certainty {
  case .sure: "sure, \(inPercent(proposal.confidence))"
  case .likely: "likely, \(inPercent(proposal.confidence))"
  case .unsure: "not sure, \(inPercent(proposal.confidence)): please read the text"
  }
}

/// The heaviest pieces of evidence: the term, or the rule with its term, the weight and the field.
private func list(_ evidence: [ThemeDecision.Evidence], _ count: Int) -> String {
  if evidence.isEmpty { return "nothing that the lexicon knows" }
  return evidence.prefix(count).map { item in
    let name = item.rule.map { "rule \($0): \(item.term)" } ?? item.term
    return "\(name) \(decimal(item.weight, digits: 1)) (\(item.field.rawValue))"
  }.joined(separator: ", ")
}
