import Model

extension IssueReport.ThemeLine {
  /// Whether the classifier proposes another theme than the submission declared.
  var differs: Bool { decision.declared.map { $0 != decision.proposal.theme } ?? false }
}

/// The labels of themes, by code; a theme that the taxonomy does not have shows its code.
private struct ThemeLabels {
  private let labels: [ThemeCode: String]

  init(_ labels: [(code: ThemeCode, label: String)]) {
    self.labels = Dictionary(labels.map { ($0.code, $0.label) }) { first, _ in first }
  }

  subscript(theme: ThemeCode) -> String { labels[theme] ?? theme.rawValue }
}

extension HTMLWriter {
  /// Writes the theme of each development, who decided it, and what the classifier makes of it.
  mutating func themes(of report: IssueReport) {
    openPart("Themes")
    if report.themes.isEmpty {
      markup("<p>There is no development.</p>\n")
      return closePart()
    }
    let labels = ThemeLabels(report.themeLabels)
    let columns = ["Country", "Development", "Declared", "Decided", "By", "Classifier", "Evidence", "Runner-up"]
    wideTable("Theme decisions", id: "themes", columns: columns) {
      for line in report.themes { $0.themeRow(line, labels) }
    }
    closePart()
  }

  private mutating func themeRow(_ line: IssueReport.ThemeLine, _ labels: ThemeLabels) {
    let decision = line.decision
    markup(line.differs ? "<tr class=\"differs\">" : "<tr>")
    cell(line.country.rawValue)
    element("<th scope=\"row\"><code>", line.id, "</code><br>")
    phrase(line.headline)
    markup("</th>")
    cell(decision.declared.map { labels[$0] } ?? "–")
    element("<td><b>", labels[decision.theme], "</b></td>")
    element("<td>", by(decision.decidedBy), "")
    if let reason = decision.reason { element(": ", reason, "") }
    element("</td><td>", labels[decision.proposal.theme], " ")
    element("<span class=\"share\">", percent(decision.proposal.confidence), "</span>")
    if decision.proposal.certainty == .unsure { markup("<br>Not sure: please read the text") }
    if line.differs { markup("<br><b class=\"warning\">Differs from the declared theme</b>") }
    markup("</td><td>")
    evidence(decision.proposal.evidence)
    markup("</td><td>")
    if let runnerUp = decision.proposal.alternatives.first {
      element("", labels[runnerUp.theme], " ")
      element("<span class=\"share\">", percent(runnerUp.confidence), "</span>")
      evidence(runnerUp.evidence)
    }
    markup("</td></tr>\n")
  }

  /// The terms that a reader sees at once; the others are unfolded.
  private static let heaviest = 6

  private mutating func evidence(_ evidence: [ThemeDecision.Evidence]) {
    guard !evidence.isEmpty else { return markup("–") }
    terms(evidence.prefix(HTMLWriter.heaviest))
    let others = evidence.dropFirst(HTMLWriter.heaviest)
    if others.isEmpty { return }
    markup("<details><summary>\(others.count) more</summary>")
    terms(others)
    markup("</details>")
  }

  private mutating func terms(_ evidence: ArraySlice<ThemeDecision.Evidence>) {
    markup("<ul class=\"evidence\">")
    for item in evidence {
      element("<li>", item.term, " ")
      markup("<span class=\"share\">\(oneDecimal(item.weight))</span>")
      if item.field == .headline { markup(" (headline)") }
      if let rule = item.rule { element(" (rule <code>", rule, "</code>)") }
      markup("</li>")
    }
    markup("</ul>")
  }

  private func by(_ authority: ThemeDecision.Authority) -> String {
    switch authority {
    case .editor: "Editor"
    case .submission: "Submission"
    case .classifier: "Classifier"
    }
  }

  /// Writes the editors' decisions with their reasons.
  mutating func decisions(of report: IssueReport) {
    openPart("Editors' decisions")
    if report.decisions.isEmpty {
      markup("<p>The editors decided nothing beyond the submissions.</p>\n")
      return closePart()
    }
    let labels = ThemeLabels(report.themeLabels)
    let lines = report.decisions.map { ($0, words($0.action, labels)) }
    wideTable("What the editors decided", id: "decisions", columns: ["Country", "Decision", "Reason"]) {
      for (decision, words) in lines {
        $0.element("<tr><td>", decision.country.rawValue, "</td>")
        $0.element("<th scope=\"row\">", words, "</th>")
        $0.cell(decision.reason)
        $0.markup("</tr>\n")
      }
    }
    closePart()
  }
}

private func words(_ action: Decision.Action, _ labels: ThemeLabels) -> String {
  switch action {
  case .setTheme(let id, let theme): id + ": theme set to " + labels[theme]
  case .leaveOut(let id?): id + ": left out"
  case .leaveOut(nil): "The whole submission: left out"
  case .merge(let id, let into): id + ": merged into " + into
  case .place(let id, let before): id + ": placed before " + before
  }
}
