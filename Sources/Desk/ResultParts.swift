import Emit
import Model
import Pipeline

/// What a page shows of a check: what it comes to, the findings, the text with its lines, how it will read.
struct ResultParts: Sendable {
  private let check: SubmissionCheck
  private let writer = FindingsPartsWriter()
  private let texts: Texts

  init(check: SubmissionCheck, texts: Texts) {
    self.check = check
    self.texts = texts
  }

  /// What was found in a file, and the parts of a page that tells it.
  struct Result {
    /// A title for the page.
    var title: String
    /// The file with its findings, and what was read of it.
    var outcome: SubmissionCheck.Outcome
    /// The HTML for the slots of a template.
    var slots: [String: [UInt8]]
  }

  /// Checks a file.
  func result(of bytes: [UInt8], fileName: String?) -> Result {
    let title = fileName ?? texts.text("check-pasted")
    let outcome = check.check(bytes, title: title, fileName: fileName)
    var report = FindingsReport(
      files: [outcome.file], rules: check.rules, isStrict: false, version: bulletinVersion)
    report.previews = outcome.preview.map { [$0] } ?? []
    let parts = writer.parts(of: report)
    let listing = SourceListing(outcome.source, diagnostics: parts.diagnostics, flag: texts.text("result-flag"))
    let (items, isCurtailed) = listing.items()
    let nothing = element("p class=\"quiet\"", texts.text("result-nothing"))
    let curtailed = texts.text("result-curtailed", ["number": "\(SourceListing.mostLines)"])
    let slots = [
      "head": parts.head, "outcome": escaped(parts.verdict),
      "findings": parts.findings.isEmpty ? nothing : parts.findings, "lines": items,
      "curtailed": isCurtailed ? element("p class=\"remark\"", curtailed) : [],
      "name": escaped(fileName ?? ""), "text": escaped(String(decoding: outcome.source, as: UTF8.self)),
      "preview": parts.preview, "plain": plain(parts.textPreview),
    ]
    return Result(title: parts.title, outcome: outcome, slots: slots)
  }

  private func plain(_ text: [UInt8]) -> [UInt8] {
    if text.isEmpty { return [] }
    return Array("<details class=\"plain\">".utf8) + element("summary", texts.text("result-plain"))
      + Array("<pre tabindex=\"0\">".utf8) + escaped(String(decoding: text, as: UTF8.self))
      + Array("</pre></details>\n".utf8)
  }
}

/// An element that holds only words.
///
/// - Parameters:
///   - tag: Its name, with attributes where it has some.
///   - words: The words, as they are read.
func element(_ tag: String, _ words: String) -> [UInt8] {
  let name = tag.prefix { $0 != " " }
  return Array("<\(tag)>".utf8) + escaped(words) + Array("</\(name)>\n".utf8)
}
