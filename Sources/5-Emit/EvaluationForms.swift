import Model
import Text

/// The classifier's figures as JSON, with the keys of the command line's contract.
public func evaluationAsJSON(_ evaluation: Evaluation) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { json in
    json.key("count")
    json.value(evaluation.items.count)
    for (key, value) in [
      ("accuracy", evaluation.accuracy), ("macroF1", evaluation.macroF1),
      ("top2Accuracy", evaluation.topTwoAccuracy),
    ] {
      json.key(key)
      json.value(value, digits: 4)
    }
    json.key("themes")
    json.array { json in
      for theme in evaluation.themes { write(theme, to: &json) }
    }
    json.key("microsecondsPerItem")
    json.value(evaluation.microsecondsPerItem, digits: 2)
  }
  return writer.bytes
}

private func write(_ theme: Evaluation.Theme, to json: inout JSONWriter) {
  json.object { json in
    json.key("theme")
    json.value(theme.code.rawValue)
    for (key, value) in [("precision", theme.precision), ("recall", theme.recall), ("f1", theme.f1)] {
      json.key(key)
      json.value(value, digits: 4)
    }
    json.key("support")
    json.value(theme.support)
  }
}

/// The classifier's figures for a terminal: the whole, each theme, and which themes are taken for which.
public func evaluationAsText(_ evaluation: Evaluation) -> [UInt8] {
  var buffer = OutputBuffer()
  buffer.append(
    """
    \(evaluation.items.count) texts: \(inPercent(evaluation.accuracy)) right, \
    \(inPercent(evaluation.topTwoAccuracy)) among the first two, macro-F1 \(decimal(evaluation.macroF1, digits: 3)), \
    \(decimal(evaluation.microsecondsPerItem, digits: 1)) microseconds a text

    theme                   precision  recall      F1  texts

    """)
  for theme in evaluation.themes {
    let figures = [theme.precision, theme.recall, theme.f1].map { padded(decimal($0, digits: 3), 8) }
    buffer.append(theme.code.rawValue + String(repeating: " ", count: max(1, 25 - theme.code.rawValue.utf8.count)))
    buffer.append(figures.joined() + padded(String(theme.support), 7) + "\n")
  }
  let wrong = evaluation.items.filter { item in item.proposed.first.map { !item.right.contains($0) } ?? true }
  if !wrong.isEmpty { buffer.append("\nTaken wrongly:\n") }
  for item in wrong {
    let right = item.right.map(\.rawValue).joined(separator: "|")
    buffer.append("  \(item.id): \(right) taken for \(item.proposed.first?.rawValue ?? "nothing")\n")
  }
  return buffer.bytes
}

private func inPercent(_ share: Double) -> String { decimal(share * 100, digits: 1) + " %" }

private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}
