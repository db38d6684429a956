import Model
import Text

/// What another lexicon would propose otherwise, as JSON.
public func comparisonAsJSON(_ comparison: ThemeComparison) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { json in
    json.key("from")
    json.value(comparison.from)
    json.key("to")
    json.value(comparison.to)
    json.key("count")
    json.value(comparison.count)
    json.key("differences")
    json.array { json in
      for difference in comparison.differences { write(difference, to: &json) }
    }
  }
  return writer.bytes
}

private func write(_ difference: ThemeComparison.Difference, to json: inout JSONWriter) {
  json.object { json in
    json.key("path")
    json.value(difference.path)
    json.key("id")
    json.value(difference.id)
    json.key("declared")
    json.value(difference.now.declared?.rawValue)
    json.key("changesTheme")
    json.value(difference.changesTheme)
    for (key, decision) in [("now", difference.now), ("then", difference.then)] {
      json.key(key)
      json.object { json in
        json.key("theme")
        json.value(decision.theme.rawValue)
        json.key("proposed")
        json.value(decision.proposal.theme.rawValue)
        json.key("confidence")
        json.value(decision.proposal.confidence, digits: 4)
      }
    }
  }
}

/// What another lexicon would propose otherwise, for a terminal.
public func comparisonAsText(_ comparison: ThemeComparison) -> [UInt8] {
  var buffer = OutputBuffer()
  for difference in comparison.differences {
    let (now, then) = (difference.now.proposal, difference.then.proposal)
    buffer.append("\(visible(name: difference.path)): \(visible(name: difference.id))\n")
    buffer.append("  version \(comparison.from): \(now.theme.rawValue), \(inPercent(now.confidence))\n")
    buffer.append("  version \(comparison.to): \(then.theme.rawValue), \(inPercent(then.confidence))\n")
    if !difference.changesTheme {
      buffer.append(
        "  stays \(visible(name: difference.now.theme.rawValue)), decided by \(difference.now.decidedBy.rawValue)\n")
    }
    buffer.newline()
  }
  let changed = comparison.differences.count(where: \.changesTheme)
  buffer.append(
    "Of \(comparison.count) developments, version \(comparison.to) of the lexicon proposes another theme for "
      + "\(comparison.differences.count) than version \(comparison.from); \(changed) would change their theme.\n")
  return buffer.bytes
}
