import Classify
import Emit
import Fuzzing
import Ingest
import Model
import Reference
import Text

private let classifier = Classifier(lexicon: sound { try Lexicon.load() }, manual: sound { try Manual.load() })
private let taxonomy = sound { try ReferenceData.load() }.taxonomy

/// Reads the bytes as a table of texts whose themes are known, and measures the classifier on it.
@main
struct FuzzTable {
  static func main() { fuzz { test(bytes($0, $1)) } }
}

private func test(_ input: [UInt8]) -> Int32 {
  let table: LabelledTable
  do {
    table = try read(input)
  } catch {
    expect(!error.sentences.isEmpty, "a table is refused without a sentence")
    return 0
  }
  if !input.contains(0x0D) {
    let ended = input.split(separator: 0x0A, omittingEmptySubsequences: false).joined(separator: [0x0D, 0x0A])
    expect((try? read(Array(ended)))?.rows.count == table.rows.count, "lines that end as on Windows are read otherwise")
  }
  expect(!table.rows.isEmpty, "a table without rows is taken")
  let items = table.rows.map { row in
    let proposal = classifier.propose(headline: row.title, body: row.summary)
    expect((0...1).contains(proposal.confidence), "a confidence of \(proposal.confidence)")
    return Evaluation.Item(
      id: row.id, right: row.themes, proposed: [proposal.theme] + proposal.alternatives.map(\.theme),
      confidence: proposal.confidence)
  }
  let evaluation = Evaluation(items: items, codes: taxonomy.themes.map(\.code), microsecondsPerItem: 1)
  guard let json = JSONReading(evaluationAsJSON(evaluation)) else { fatalError("the figures are no JSON") }
  expect(json["count"]?.integer == table.rows.count, "not all rows count")
  for scalar in String(decoding: evaluationAsText(evaluation), as: UTF8.self).unicodeScalars {
    expect(!isHidden(scalar), "\(visible(scalar)) on the terminal")
  }
  return 0
}

private func read(_ bytes: [UInt8]) throws(LabelledTable.Fault) -> LabelledTable {
  try LabelledTable(bytes) { taxonomy.contains($0) }
}
