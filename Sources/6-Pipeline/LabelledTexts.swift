import Files
import Ingest
import Model

extension Classification {
  /// The developments below a folder whose theme a person decided: the editor's theme, else the declared one, and the
  /// further themes that were declared.
  ///
  /// - Throws: `JobError` when a file cannot be read.
  public func labelledTexts(inFolder path: String) throws(JobError) -> [LabelledText] {
    var texts: [LabelledText] = []
    do {
      try forEachDevelopment(path) { file, submission, development, editor in
        guard let theme = editor?.0 ?? development.theme else { return }
        let further = development.furtherThemes.filter { $0 != theme }
        texts.append(
          LabelledText(
            id: "\(file): \(development.id)", headline: development.headline.words,
            body: development.body.map(\.words).joined(separator: "\n"), themes: [theme] + further))
      }
    } catch {
      throw JobError("\(error)")
    }
    return texts
  }

  /// The rows of a table of texts whose themes are known.
  ///
  /// - Throws: `JobError` when the table cannot be read or is not as it should be.
  public func labelledTexts(inTable path: String) throws(JobError) -> [LabelledText] {
    switch try table(path) {
    case .success(let texts): return texts
    case .failure(let fault): throw JobError("\(path): \(fault.sentences.joined(separator: " "))")
    }
  }

  /// The rows of a table, or the sentences that say what is wrong with it.
  func table(_ path: String) throws(JobError) -> Result<[LabelledText], LabelledTable.Fault> {
    let bytes: [UInt8]
    do { bytes = try readFile(path) } catch { throw JobError("\(error)") }
    let taxonomy = workshop.reference.taxonomy
    do {
      let table = try LabelledTable(bytes) { taxonomy.contains($0) }
      return .success(
        table.rows.map { LabelledText(id: $0.id, headline: $0.title, body: $0.summary, themes: $0.themes) })
    } catch {
      return .failure(error)
    }
  }
}
