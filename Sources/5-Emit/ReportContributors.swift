import Model

extension HTMLWriter {
  /// Writes how many submissions are in the issue, and whose are not.
  mutating func overview(of report: IssueReport) {
    openPart("Overview")
    let received = report.contributors.count { $0.receipt.isInIssue }
    markup("<p class=\"lead\"><strong>\(received) of \(report.contributors.count)</strong>")
    markup(" contributors are in the issue, with \(report.issue.entryCount) ")
    markup(report.issue.entryCount == 1 ? "entry.</p>\n" : "entries.</p>\n")
    names("Missing", report.contributors.filter { $0.receipt == .missing })
    names("Passed over as drafts", report.contributors.filter { $0.receipt == .draft })
    names("Left out by the editors", report.contributors.filter { $0.receipt.isLeftOut })
    let all = report.files.flatMap(\.diagnostics)
    markup("<p>")
    for (position, severity) in Severity.allCases.enumerated() {
      let count = all.count { $0.severity == severity }
      markup((position > 0 ? ", " : "") + "\(count) " + Words.label(severity.rawValue, count: count))
    }
    let differing = report.themes.count { $0.differs }
    markup("; \(differing) " + (differing == 1 ? "theme" : "themes"))
    markup(" on which the classifier and the submission differ.</p>\n")
    closePart()
  }

  private mutating func names(_ words: String, _ contributors: [IssueReport.Contributor]) {
    guard !contributors.isEmpty else { return }
    heading(3, "\(words) (\(contributors.count))")
    markup("<ul class=\"names\">\n")
    for contributor in contributors { element("<li>", contributor.name, "</li>\n") }
    markup("</ul>\n")
  }

  /// Writes what became of each contributor's part.
  mutating func contributors(_ contributors: [IssueReport.Contributor]) {
    openPart("Contributors")
    let columns = ["Code", "Contributor", "Part", "Receipt"]
    wideTable("What became of each submission", id: "contributors", columns: columns) {
      for contributor in contributors {
        $0.element("<tr><td>", contributor.country.rawValue, "</td>")
        $0.element("<th scope=\"row\">", contributor.name, "</th>")
        $0.cell(contributor.part)
        $0.element("<td class=\"\(contributor.receipt.mark)\">", contributor.receipt.words, "</td></tr>\n")
      }
    }
    closePart()
  }
}

extension IssueReport.Contributor {
  fileprivate var part: String {
    if country == .europeanUnion { return "EU part" }
    return isObserver ? "Observer" : "Member"
  }
}

extension IssueReport.Receipt {
  fileprivate var isInIssue: Bool {
    switch self {
    case .received, .draftLetIn: true
    case .draft, .leftOut, .missing: false
    }
  }

  fileprivate var isLeftOut: Bool {
    if case .leftOut = self { return true }
    return false
  }

  /// The class by which the style sheet marks it.
  fileprivate var mark: String {
    switch self {
    case .received: "good"
    case .draftLetIn, .draft, .leftOut: "warning"
    case .missing: "error"
    }
  }

  fileprivate var words: String {
    switch self {
    case .received(let count): "Received: " + developments(count)
    case .draftLetIn(let count): "Draft, let in: " + developments(count)
    case .draft: "Draft, passed over"
    case .leftOut(let reason): "Left out: " + reason
    case .missing: "Missing"
    }
  }

  private func developments(_ count: Int) -> String { "\(count) " + Words.label("development", count: count) }
}
