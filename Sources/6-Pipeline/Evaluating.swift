import Files
import Ingest
import Model

extension Classification {
  /// Measures the classifier on a table of texts whose themes are known.
  ///
  /// - Returns: The figures, or the sentences that say what is wrong with the table.
  /// - Throws: `JobError` when the table cannot be read.
  public func evaluate(_ path: String) throws(JobError) -> Result<Evaluation, LabelledTable.Fault> {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path)
    } catch {
      throw JobError("\(error)")
    }
    let taxonomy = workshop.reference.taxonomy
    let table: LabelledTable
    do {
      table = try LabelledTable(bytes) { taxonomy.contains($0) }
    } catch {
      return .failure(error)
    }
    let clock = ContinuousClock()
    var items: [Evaluation.Item] = []
    let time = clock.measure {
      items = table.rows.map { row in
        let proposal = classifier.propose(headline: row.title, body: row.summary)
        return Evaluation.Item(
          id: row.id, right: row.themes, proposed: [proposal.theme] + proposal.alternatives.map(\.theme))
      }
    }
    let microseconds = Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
    return .success(
      Evaluation(
        items: items, codes: taxonomy.themes.map(\.code),
        microsecondsPerItem: microseconds / Double(max(items.count, 1))))
  }
}
