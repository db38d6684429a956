import Model

/// What a check of a form comes to: a sentence, and the findings as links to their fields.
struct FormOutcome {
  private let findings: FormFindings
  private let texts: Texts

  init(_ findings: FormFindings, texts: Texts) {
    self.findings = findings
    self.texts = texts
  }

  private var count: (errors: Int, others: Int) {
    let errors = findings.count(.error)
    return (errors, findings.all.count - errors)
  }

  /// What it comes to, in words.
  var words: String { findings.all.isEmpty ? texts.text("write-none") : countInWords(count, texts) }

  /// The words and the list as HTML.
  var html: [UInt8] {
    var html = FieldPrinter(texts: texts)
    html.element("h2 class=\"\(count.errors > 0 ? "bad" : "good")\"", words)
    if findings.all.isEmpty { return html.out.bytes }
    let labels = FieldLabels(texts)
    html.markup("<ol>\n")
    for found in Severity.allCases.flatMap({ severity in findings.all.filter { $0.severity == severity } }) {
      html.markup("<li class=\"\(found.severity.rawValue)\"><a href=\"#")
      html.words(target(of: found.field))
      html.markup("\">")
      html.words(labels.label(of: found.field))
      html.markup("</a>: ")
      html.words(found.message)
      html.markup("</li>\n")
    }
    html.markup("</ol>\n")
    return html.out.bytes
  }

  /// Where a finding leads: to its field; one about the whole, to the beginning of the form.
  private func target(of field: String) -> String { field == "submission" ? "about" : field }
}
