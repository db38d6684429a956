import Classify
import Files
import Glibc
import Model
import Pipeline
import Reference
import Training
import XML

/// One run of the training: what is learnt from, and the lexicon that comes of it.
struct TrainingJob {
  /// Texts from one source.
  struct Source {
    var name: String
    var texts: [LabelledText]
  }

  /// What came of a run.
  struct Result {
    var lexicon: Lexicon
    var text: String
    var validated: [(name: String, evaluation: Evaluation)]
    var changes: [(term: LexiconFile.Term, weight: Double)]
  }

  let sources: [Source]
  let unread: [LabelledText]
  let file: LexiconFile
  let before: Lexicon
  let manual: Manual
  let codes: [ThemeCode]
  private let path: String

  init(data: String, inputs: String, table: String?) throws {
    path = "\(data)/lexicon.xml"
    let bytes = try readFile(path)
    file = LexiconFile(String(decoding: bytes, as: UTF8.self))
    before = try Lexicon.load(overriding: bytes)
    manual = try Manual.load(overriding: readFile("\(data)/manual.xml"))
    codes = before.themes.map(\.code)
    let classification = try Classification(workshop: Workshop(inputs: nil))
    let examples = manual.examples.map {
      LabelledText(id: $0.headline, headline: $0.headline, body: $0.body, themes: [$0.theme])
    }
    var sources = [
      Source(name: "coding manual", texts: examples),
      Source(name: "archive", texts: try classification.labelledTexts(inFolder: inputs)),
    ]
    var unread: [LabelledText] = []
    if let table {
      let rows = try classification.labelledTexts(inTable: table)
      sources.append(Source(name: "tuning set", texts: rows.enumerated().filter { $0.offset % 5 != 4 }.map(\.element)))
      unread = rows.enumerated().filter { $0.offset % 5 == 4 }.map(\.element)
    }
    self.sources = sources
    self.unread = unread
  }

  private var texts: [LabelledText] { sources.flatMap(\.texts) }

  func train() -> Result {
    let classifier = Classifier(lexicon: before, manual: manual)
    let themeOfTerm = before.themes.enumerated().flatMap { place, theme in theme.terms.map { _ in place } }
    let training = texts.map { text in
      TrainingText(
        features: classifier.features(headline: text.headline, body: text.body), target: target(text.themes))
    }
    let fitting = WeightFitting(hand: file.terms.map(\.hand), themeOfTerm: themeOfTerm)
    let validation = CrossValidation(training, fitting, themeOfTerm: themeOfTerm)
    let right = texts.map { $0.themes.compactMap { codes.firstIndex(of: $0) } }
    // The terms were chosen with most of these texts in sight, so the cross-validation flatters: a fifth is taken off.
    let calibrated = validation.temperature(right: right, sureFrom: ThemeDecision.sureFrom, share: 0.985)
    let temperature = (calibrated * 80).rounded() / 100
    let fitted = fitting.fit(training)
    let text = file.with(fitted, temperature: temperature)
    let after = LexiconFile(text)
    let changes = zip(file.terms, after.terms).filter { $0.weight != $1.weight }.map { ($0, $1.weight) }
    let lexicon = try? Lexicon.load(overriding: Array(text.utf8))
    return Result(
      lexicon: lexicon ?? before, text: text, validated: validated(validation, temperature: temperature),
      changes: changes)
  }

  /// The primary theme has nine tenths of a text, the further ones share the rest.
  private func target(_ themes: [ThemeCode]) -> [Double] {
    var target = [Double](repeating: 0, count: codes.count)
    for (number, theme) in themes.enumerated() {
      guard let place = codes.firstIndex(of: theme) else { continue }
      target[place] += themes.count == 1 ? 1 : number == 0 ? 0.9 : 0.1 / Double(themes.count - 1)
    }
    return target
  }

  /// The figures of the cross-validation, source by source.
  private func validated(_ validation: CrossValidation, temperature: Double) -> [(String, Evaluation)] {
    let items = zip(texts, validation.scores).map { text, scores in
      let shares = softmax(scores, times: temperature)
      let order = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
      return Evaluation.Item(
        id: text.id, right: text.themes, proposed: order.map { codes[$0] }, confidence: shares[order[0]])
    }
    var start = 0
    return sources.map { source in
      defer { start += source.texts.count }
      return (
        source.name,
        Evaluation(
          items: Array(items[start..<start + source.texts.count]), codes: codes, microsecondsPerItem: 0)
      )
    }
  }

  func write(_ result: Result, isDryRun: Bool) throws {
    if result.text == file.text {
      say("Nothing changed: \(path) stays as it is.")
    } else if isDryRun {
      say("\(path) was left as it is.")
    } else {
      guard let slash = path.lastIndex(of: "/") else { return }
      let output = OutputFile(name: String(path[path.index(after: slash)...]), bytes: Array(result.text.utf8))
      try replaceFiles([output], inFolder: String(path[..<slash]))
      say("Written to \(path): version \(result.lexicon.version).")
    }
  }
}

/// Writes a line to standard output.
func say(_ line: String) { print(line) }

/// Ends the program.
func stop(status: Int32) -> Never { exit(status) }
