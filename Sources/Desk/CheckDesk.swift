import Emit
import Model
import Pipeline

/// The part of the desk at which a submission is checked. It keeps nothing.
struct CheckDesk: Sendable {
  private let check: SubmissionCheck
  private let writer = FindingsPartsWriter()
  private let texts: Texts
  private let frame: PageFrame
  private let form: PageTemplate
  private let result: PageTemplate

  init(check: SubmissionCheck, texts: Texts, frame: PageFrame) throws(DeskError) {
    self.check = check
    self.texts = texts
    self.frame = frame
    form = try PageTemplate(Embedded.checkHTML, texts: texts)
    result = try PageTemplate(Embedded.resultHTML, texts: texts)
  }

  /// The page with the form.
  var page: [UInt8] { frame.page(title: texts.text("check-title"), content: form.filled()) }

  /// A file that somebody wants to be checked.
  struct Request {
    var bytes: [UInt8]
    /// Its name, where it has one that counts.
    var fileName: String?
  }

  /// What a form asks for; `nil` when there is nothing in it.
  ///
  /// A chosen file goes before a text; the text keeps the name of the file that it came from.
  func request(in form: Form) -> Request? {
    if let file = form.field("file"), let name = file.fileName, !file.value.isEmpty {
      return Request(bytes: Array(file.value), fileName: harmlessName(name))
    }
    guard let text = form.field("text"), !text.value.isEmpty else { return nil }
    return Request(bytes: fileText(ofField: text.value), fileName: form.text("name").flatMap(harmlessName))
  }

  /// The page that tells what was found.
  func result(of request: Request) -> [UInt8] {
    let title = request.fileName ?? texts.text("check-pasted")
    let outcome = check.check(request.bytes, title: title, fileName: request.fileName)
    var report = FindingsReport(
      files: [outcome.file], rules: check.rules, isStrict: false, version: bulletinVersion)
    report.previews = outcome.preview.map { [$0] } ?? []
    let parts = writer.parts(of: report)
    let listing = SourceListing(outcome.source, diagnostics: parts.diagnostics, flag: texts.text("result-flag"))
    let (items, isCurtailed) = listing.items()
    let nothing = element("p class=\"quiet\"", texts.text("result-nothing"))
    let curtailed = texts.text("result-curtailed", ["number": "\(SourceListing.mostLines)"])
    let content = result.filled([
      "head": parts.head, "outcome": escaped(parts.verdict),
      "findings": parts.findings.isEmpty ? nothing : parts.findings, "lines": items,
      "curtailed": isCurtailed ? element("p class=\"remark\"", curtailed) : [],
      "name": escaped(request.fileName ?? ""), "text": escaped(String(decoding: outcome.source, as: UTF8.self)),
      "preview": parts.preview, "plain": plain(parts.textPreview),
    ])
    return frame.page(title: parts.title, content: content)
  }

  private func plain(_ text: [UInt8]) -> [UInt8] {
    if text.isEmpty { return [] }
    return element("details class=\"plain\"", "", close: false) + element("summary", texts.text("result-plain"))
      + Array("<pre tabindex=\"0\">".utf8) + escaped(String(decoding: text, as: UTF8.self))
      + Array("</pre></details>\n".utf8)
  }
}

/// An element that holds only words.
private func element(_ tag: String, _ words: String, close: Bool = true) -> [UInt8] {
  let name = tag.prefix { $0 != " " }
  return Array("<\(tag)>".utf8) + escaped(words) + (close ? Array("</\(name)>\n".utf8) : [])
}
