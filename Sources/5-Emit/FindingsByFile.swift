import Model
import Text

extension HTMLWriter {
  /// Writes the findings by rule, each with links to its places, and the files by name.
  mutating func summary(of page: FindingsPage) {
    openPart("At a glance")
    markup("<table class=\"tally\">\n<caption>Findings by rule</caption>\n<thead><tr><th scope=\"col\">Severity</th>")
    markup("<th scope=\"col\">What is wrong</th><th scope=\"col\" class=\"numeral\">Times</th></tr></thead>\n<tbody>\n")
    for tally in page.tallies {
      markup("<tr><td>")
      severity(tally.severity)
      element(
        "</td><th scope=\"row\">", visible(page.words(of: tally)), "\n<span class=\"places\">")
      places(of: tally.rule, in: page)
      markup("</span></th><td class=\"numeral\">\(tally.count)</td></tr>\n")
    }
    markup("</tbody>\n</table>\n")
    if page.files.count > 1 { fileList(of: page) }
    closePart()
  }

  /// The most places of a rule to which the summary leads.
  private static let mostPlaces = 12

  private mutating func places(of rule: String, in page: FindingsPage) {
    var count = 0
    for file in page.concerned {
      for (place, diagnostic) in file.diagnostics.enumerated() where diagnostic.rule == rule {
        count += 1
        if count > HTMLWriter.mostPlaces { continue }
        if count > 1 { markup(", ") }
        openLink(toAnchor: file.anchor(ofFinding: place))
        let words = diagnostic.line.map { "line \($0)" } ?? "as a whole"
        element("", page.files.count == 1 ? words : "\(visible(file.name)), \(words)", "</a>")
      }
    }
    if count > HTMLWriter.mostPlaces { markup(" and \(count - HTMLWriter.mostPlaces) more") }
  }

  private mutating func fileList(of page: FindingsPage) {
    heading(3, "Files with findings")
    markup("<ul class=\"files\">\n")
    for file in page.concerned {
      markup("<li>")
      openLink(toAnchor: file.anchor)
      element("", visible(file.name), "</a> ")
      element("<span class=\"quiet\">", file.counts ?? "", "</span></li>\n")
    }
    markup("</ul>\n")
    let clean = page.clean
    guard !clean.isEmpty else { return }
    markup("<p class=\"quiet\">Nothing was found in \(counted(clean.count, "other file")): ")
    element("", clean.map { visible($0.name) }.joined(separator: ", "), ".</p>\n")
  }

  /// Writes the findings in a file.
  mutating func findings(in file: FindingsPage.File, of page: FindingsPage) {
    markup("<section class=\"file\"")
    id(file.anchor)
    element(">\n<h2>", visible(file.name), " ")
    element("<span class=\"quiet\">", file.counts ?? "", "</span></h2>\n")
    for (place, diagnostic) in file.diagnostics.enumerated() {
      finding(diagnostic, anchor: file.anchor(ofFinding: place), rule: page.rules[diagnostic.rule])
    }
    markup("</section>\n")
  }

  /// Writes a finding with its place, its line, its meaning and remedy.
  ///
  /// - Parameters:
  ///   - diagnostic: The finding.
  ///   - anchor: Its id in the page.
  ///   - rule: The rule that is broken.
  ///   - leadsToLine: Whether its place leads to the line of a listing in the same page.
  mutating func finding(_ diagnostic: Diagnostic, anchor: String, rule: Rule?, leadsToLine: Bool = false) {
    markup("<article class=\"finding \(diagnostic.severity.rawValue)\"")
    id(anchor)
    markup(">\n<h3>")
    severity(diagnostic.severity)
    element(" ", visible(diagnostic.message), "</h3>\n")
    markup("<p class=\"place\">")
    place(of: diagnostic, leadsToLine: leadsToLine)
    markup(" · rule <code>")
    element("", diagnostic.rule, "</code></p>\n")
    excerpt(of: diagnostic)
    markup("<dl class=\"advice\">\n")
    if !diagnostic.help.isEmpty { advice(RuleLabel.help, visible(diagnostic.help)) }
    if !diagnostic.why.isEmpty { advice(RuleLabel.why, diagnostic.why) }
    markup("</dl>\n")
    if let rule, rule.hasExample { example(of: rule) }
    if let words = diagnostic.foldedInWords { folded(diagnostic.folded, words) }
    markup("</article>\n")
  }

  /// Writes where a finding stands. A script that moves to the very place finds it in the link.
  private mutating func place(of diagnostic: Diagnostic, leadsToLine: Bool) {
    guard leadsToLine, let line = diagnostic.line else { return text(placeInWords(diagnostic)) }
    openLink(
      toAnchor: FindingsParts.anchor(ofLine: line),
      "data-column=\"\(diagnostic.column ?? 1)\" data-length=\"\(diagnostic.length)\"")
    element("", placeInWords(diagnostic), "</a>")
  }

  private func placeInWords(_ diagnostic: Diagnostic) -> String {
    guard let line = diagnostic.line else { return "The file as a whole" }
    return "Line \(line)" + (diagnostic.column.map { ", column \($0)" } ?? "")
  }

  private mutating func severity(_ severity: Severity) {
    element("<b class=\"severity \(severity.rawValue)\">", Words.stage(severity.rawValue, isFirst: true), "</b>")
  }

  mutating func advice(_ label: String, _ words: String) {
    element("<div><dt>", label, "</dt>")
    element("<dd>", words, "</dd></div>\n")
  }

  /// The columns of a line that are shown; the page breaks them where it is narrower.
  private static let excerptWidth = 240

  /// Writes the line with the place marked.
  private mutating func excerpt(of diagnostic: Diagnostic) {
    guard let excerpt = Excerpt(of: diagnostic, width: HTMLWriter.excerptWidth) else { return }
    element("<pre><code>", (excerpt.isCutLeft ? "…" : "") + withoutIndent(excerpt), "<mark>")
    // At the end of a line there is nothing to mark, so a blank shows where that is.
    element("", excerpt.marked.isEmpty ? "\u{A0}" : excerpt.marked, "</mark>")
    element("", excerpt.after + (excerpt.isCutRight ? "…" : ""), "</code></pre>\n")
  }

  /// A line's indentation says nothing where the line stands alone.
  private func withoutIndent(_ excerpt: Excerpt) -> String {
    excerpt.isCutLeft ? excerpt.before : String(excerpt.before.drop { $0 == " " })
  }

  /// Writes a rule's example, closed at first.
  mutating func example(of rule: Rule) {
    markup("<details>\n<summary>An example, wrong and right</summary>\n")
    pieces(of: rule)
    markup("</details>\n")
  }

  /// Writes a piece that breaks a rule and the same piece mended.
  mutating func pieces(of rule: Rule) {
    for (label, piece, kind) in [
      (RuleLabel.wrong, rule.example.wrong, "wrong"), (RuleLabel.right, rule.example.right, "right"),
    ] {
      element("<p class=\"label\">", label, ":</p>\n<pre class=\"\(kind)\"><code>")
      element("", piece.shown, "</code></pre>\n")
    }
  }

  private mutating func folded(_ folded: [Diagnostic], _ words: String) {
    element("<details>\n<summary>", words, "</summary>\n<ul>\n")
    for diagnostic in folded {
      element("<li><span class=\"quiet\">", placeInWords(diagnostic), ":</span> ")
      element("", visible(diagnostic.message), "</li>\n")
    }
    markup("</ul>\n</details>\n")
  }
}
