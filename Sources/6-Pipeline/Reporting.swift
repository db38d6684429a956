import Model

extension Compilation {
  /// Gathers what the editor's report tells.
  func report(_ draft: Draft) -> IssueReport {
    let (compiled, issue, themes) = (draft.compiled, draft.issue, draft.themes)
    let (selection, checked) = (draft.selection, draft.checked)
    let drafts = Set(selection.drafts.compactMap { checked.submissions[$0].country })
    let received = Dictionary(uniqueKeysWithValues: selection.submissions.map { ($0.country, $0) })
    let contributors = workshop.reference.network.contributors(during: issue.period).map { contributor in
      let code = contributor.code
      let membership = workshop.reference.network.membership(of: code, during: issue.period)
      return IssueReport.Contributor(
        country: code, name: workshop.reference.network.name(of: code, on: issue.period.last),
        isObserver: membership?.role == .observer,
        receipt: receipt(received[code], isDraft: drafts.contains(code), leftOut: selection.leftOut[code]))
    }
    let lines = selection.submissions.flatMap { submission in
      submission.developments.compactMap { development -> IssueReport.ThemeLine? in
        let reference = DevelopmentReference(
          country: submission.country, period: submission.period, id: development.id)
        return themes[reference].map {
          IssueReport.ThemeLine(
            country: submission.country, id: development.id, headline: development.headline, decision: $0)
        }
      }
    }
    return IssueReport(
      issue: compiled, contributors: contributors,
      files: checked.files.map { IssueReport.File(name: lastPart($0.path), diagnostics: $0.diagnostics) },
      themes: lines, decisions: issue.decisions,
      themeLabels: workshop.reference.taxonomy.themes.map { ($0.code, $0.label) })
  }

  private func receipt(_ submission: Submission?, isDraft: Bool, leftOut: String?) -> IssueReport.Receipt {
    if let leftOut { return .leftOut(reason: leftOut) }
    if isDraft { return .draft }
    guard let submission else { return .missing }
    let count = submission.developments.count
    return submission.status == .draft ? .draftLetIn(developments: count) : .received(developments: count)
  }
}
