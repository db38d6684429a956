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
    json.key("confidence")
    json.value(decision.proposal.confidence, digits: 4)
    json.key("alternatives")
    json.array { json in
      for alternative in decision.proposal.alternatives {
        json.object { json in
          json.key("theme")
          json.value(alternative.theme.rawValue)
          json.key("confidence")
          json.value(alternative.confidence, digits: 4)
        }
      }
    }
    json.key("evidence")
    json.array { json in
      for evidence in decision.proposal.evidence { write(evidence, to: &json) }
    }
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
  }
}

/// Decisions about themes for a terminal: one development a paragraph.
public func themesAsText(_ developments: [ClassifiedDevelopment]) -> [UInt8] {
  var buffer = OutputBuffer()
  for development in developments {
    let decision = development.decision
    let proposal = decision.proposal
    buffer.append("\(development.path): \(development.id)\n")
    buffer.append("  \(decision.theme.rawValue), decided by \(decision.decidedBy.rawValue)")
    if let reason = decision.reason { buffer.append(" (\(reason))") }
    buffer.append(
      "\n  classifier: \(proposal.theme.rawValue), \(decimal(proposal.confidence * 100, digits: 0)) % sure")
    if let next = proposal.alternatives.first {
      buffer.append("; then \(next.theme.rawValue), \(decimal(next.confidence * 100, digits: 0)) %")
    }
    let terms = proposal.evidence.prefix(6).map { "\($0.term) \(decimal($0.weight, digits: 1)) (\($0.field.rawValue))" }
    buffer.append(
      "\n  because of: \(terms.isEmpty ? "nothing that the lexicon knows" : terms.joined(separator: ", "))\n\n")
  }
  return buffer.bytes
}
