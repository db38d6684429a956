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
    json.key("calibration")
    json.array { json in
      for band in evaluation.calibration { write(band, to: &json) }
    }
    json.key("confusion")
    json.array { json in
      for confusion in evaluation.confusions { write(confusion, to: &json) }
    }
  }
  return writer.bytes
}

private func write(_ band: Evaluation.Band, to json: inout JSONWriter) {
  json.object { json in
    json.key("from")
    json.value(band.from, digits: 2)
    json.key("to")
    json.value(band.to, digits: 2)
    json.key("count")
    json.value(band.count)
    json.key("meanConfidence")
    json.value(band.meanConfidence, digits: 4)
    json.key("accuracy")
    json.value(band.accuracy, digits: 4)
  }
}

private func write(_ confusion: Evaluation.Confusion, to json: inout JSONWriter) {
  json.object { json in
    json.key("right")
    json.value(confusion.right.rawValue)
    json.key("proposed")
    json.value(confusion.proposed.rawValue)
    json.key("count")
    json.value(confusion.count)
  }
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
    \(evaluation.items.count) texts: \(inPercent(evaluation.accuracy, digits: 1)) right, \
    \(inPercent(evaluation.topTwoAccuracy, digits: 1)) among the first two, \
    macro-F1 \(decimal(evaluation.macroF1, digits: 3)), \
    \(decimal(evaluation.microsecondsPerItem, digits: 1)) microseconds a text

    theme                    precision  recall      F1  texts

    """)
  for theme in evaluation.themes {
    let figures = [theme.precision, theme.recall, theme.f1].map { padded(decimal($0, digits: 3), 8) }
    buffer.append(named(theme.code.rawValue) + figures.joined() + padded(String(theme.support), 7) + "\n")
  }
  matrix(of: evaluation, &buffer)
  calibration(of: evaluation, &buffer)
  errors(of: evaluation, &buffer)
  return buffer.bytes
}

/// A row for each right theme, a column for each proposed one, in the same order.
private func matrix(of evaluation: Evaluation, _ buffer: inout OutputBuffer) {
  let codes = evaluation.themes.map(\.code)
  let counts = Dictionary(uniqueKeysWithValues: evaluation.confusions.map { ([$0.right, $0.proposed], $0.count) })
  buffer.append("\nRight theme (rows), proposed theme (columns)\n" + named(""))
  for number in codes.indices { buffer.append(padded(String(number + 1), 5)) }
  buffer.newline()
  for (number, right) in codes.enumerated() {
    buffer.append(named("\(padded(String(number + 1), 2)) \(right.rawValue)"))
    for proposed in codes { buffer.append(padded(counts[[right, proposed]].map(String.init) ?? "·", 5)) }
    buffer.newline()
  }
}

private func calibration(of evaluation: Evaluation, _ buffer: inout OutputBuffer) {
  buffer.append("\nconfidence    texts   mean  right\n")
  for band in evaluation.calibration {
    buffer.append("\(decimal(band.from, digits: 2)) to \(decimal(band.to, digits: 2))")
    buffer.append(padded(String(band.count), 7))
    for share in [band.meanConfidence, band.accuracy] { buffer.append(padded(decimal(share, digits: 3), 7)) }
    buffer.newline()
  }
}

private func errors(of evaluation: Evaluation, _ buffer: inout OutputBuffer) {
  let wrong = evaluation.items.filter { !$0.isRight }
  if !wrong.isEmpty { buffer.append("\nTaken wrongly:\n") }
  for item in wrong {
    let right = item.right.map(\.rawValue).joined(separator: "|")
    let share = decimal(item.confidence * 100, digits: 0)
    buffer.append(
      "  \(visible(name: item.id)): \(right) taken for \(item.proposed.first?.rawValue ?? "nothing"), \(share) %\n")
  }
}

private func named(_ name: String) -> String {
  name + String(repeating: " ", count: max(1, 26 - name.utf8.count))
}

private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}
