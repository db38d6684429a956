import Ingest
import Model

/// Which submissions of an issue go in: those fit to publish, unless the editors' decisions leave them out.
struct Selection: Sendable {
  /// The submissions that go in.
  private(set) var submissions: [Submission] = []
  /// The drafts that are passed over, as indices of the input files.
  private(set) var drafts: [Int] = []
  /// The countries whose submission the editors left out, with the reason.
  private(set) var leftOut: [CountryCode: String] = [:]
  /// Whether anything that would go in has errors, or the issue's own file.
  private(set) var hasErrors: Bool

  init(_ contents: IssueContents, _ checked: CheckedIssue, issue: Issue, letsDraftsIn: Bool) {
    hasErrors = [checked.folder, checked.issue].contains { $0.map { !$0.isValid } ?? false }
    for decision in issue.decisions {
      if case .leaveOut(nil) = decision.action { leftOut[decision.country] = decision.reason }
    }
    for (index, (file, check)) in zip(contents.submissions, checked.submissions).enumerated() {
      if leftOut[file.country] != nil { continue }
      if !check.isValid {
        hasErrors = true
        continue
      }
      guard let submission = file.content else { continue }
      if submission.status == .draft && !letsDraftsIn {
        drafts.append(index)
      } else {
        submissions.append(submission)
      }
    }
  }
}
