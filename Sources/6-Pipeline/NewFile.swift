import Emit
import Files
import Ingest
import Model
import Reference
import Text
import Validate

extension Workshop {
  /// A submission to be filled in: whose and for when stands in it, all else is blank.
  ///
  /// - Parameters:
  ///   - country: The contributor's code, or its name in English.
  ///   - period: The period.
  /// - Throws: `Refusal` when nobody of that code took part in the period.
  public func newSubmission(of country: String, period: Period) throws(Refusal) -> [UInt8] {
    let code = try contributorCode(country)
    var words = SchemaDocumentation(Schemas.submission).sentences
    words.merge(common(period)) { $1 }
    words["country"] = code.rawValue
    words["name"] = reference.network.name(of: code, on: period.last)
    words["kinds"] = list(
      reference.taxonomy.kinds.map { ($0.code.rawValue, words["Kind=\($0.code.rawValue)"] ?? $0.label) })
    words["stages"] = list(
      reference.taxonomy.stages.map { ($0.code.rawValue, words["StageType=\($0.code.rawValue)"] ?? $0.label) })
    let form = filledForm(.submission, words: words)
    // What validation would say of the country is said now.
    let ingested = ingestSubmission(form, name: "-", schema: submissionSchema)
    let wrong = check(ingested, "-", Validator.Setting()).diagnostics.first {
      $0.severity == .error && $0.rule.hasPrefix("country-")
    }
    if let wrong { throw Refusal(description: "\(wrong.message) \(wrong.help)") }
    return form
  }

  /// The editors' file of an issue to be filled in, with its edition, period and title.
  public func newIssue(period: Period) -> [UInt8] {
    var words = SchemaDocumentation(Schemas.issue).sentences
    words.merge(common(period)) { $1 }
    let title = reference.sections.title(ofEdition: period.nearestEdition)
    words["edition"] = period.ruledEdition.map { "\($0)" } ?? ""
    words["issn"] = title.issn.map { " issn=\"\($0)\"" } ?? ""
    words["outputs"] = list(reference.taxonomy.outputs.map { ($0.code.rawValue, $0.label) })
    return filledForm(.issue, words: words)
  }

  /// What both files say: the series, the period, the themes.
  private func common(_ period: Period) -> [String: String] {
    [
      "series": reference.sections.title(ofEdition: period.nearestEdition).words, "period": period.name,
      "period-words": period.words,
      "themes": list(
        reference.taxonomy.themes.map { ($0.code.rawValue, "\($0.summary.isEmpty ? $0.label : $0.summary)") }),
    ]
  }

  private func list(_ items: [(code: String, words: String)]) -> String {
    items.map { "\($0.code): \($0.words)" }.joined(separator: "\n")
  }
}

/// Writes a file that is not there yet.
///
/// - Throws: `JobError` when there is something at the path already, or it cannot be written.
public func writeNew(_ bytes: [UInt8], to path: String) throws(JobError) {
  do {
    try writeNewFile(bytes, to: path)
  } catch {
    throw JobError("\(error)")
  }
}
