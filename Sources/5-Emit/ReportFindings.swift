import Model
import Text

extension HTMLWriter {
  /// Writes the findings, file by file.
  mutating func findings(_ files: [IssueReport.File]) {
    openPart("Findings")
    let concerned = files.filter { !$0.diagnostics.isEmpty }
    let clean = files.count - concerned.count
    if clean > 0 || concerned.isEmpty {
      markup("<p>\(clean) " + Words.label("file", count: clean) + " without findings.</p>\n")
    }
    for file in concerned {
      heading(3, file.name)
      markup("<ul class=\"findings\">\n")
      for diagnostic in file.diagnostics { finding(diagnostic) }
      markup("</ul>\n")
    }
    closePart()
  }

  private mutating func finding(_ diagnostic: Diagnostic) {
    markup("<li>\n<p><b class=\"")
    markup(diagnostic.severity.rawValue)
    element("\">", Words.stage(diagnostic.severity.rawValue, isFirst: true), "</b> ")
    element("<code>", diagnostic.rule, "</code>")
    if let line = diagnostic.line {
      markup(" <span class=\"place\">\(line)")
      if let column = diagnostic.column { markup(":\(column)") }
      markup("</span>")
    }
    element("</p>\n<p>", visible(diagnostic.message), "</p>\n")
    if !diagnostic.help.isEmpty { element("<p class=\"help\">", visible(diagnostic.help), "</p>\n") }
    // HTML drops a line break right after <pre>, so one of ours keeps an excerpt that begins with one.
    if let excerpt = diagnostic.excerpt { element("<pre>\n", visible(excerpt), "</pre>\n") }
    markup("</li>\n")
  }
}
