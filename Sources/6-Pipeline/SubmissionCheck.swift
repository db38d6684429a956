import Ingest
import Model
import Validate

/// Checks files that are at hand as bytes, one after another or several at once; nothing is read from a disk and nothing
/// is written.
public struct SubmissionCheck: Sendable {
  let workshop: Workshop
  let previews: Previews

  /// What a check gives.
  public struct Outcome: Sendable {
    /// The file with its findings.
    public var file: CheckedFile
    /// Its text in UTF-8, whose lines and columns the findings count.
    public var source: [UInt8]
    /// How it will read in the bulletin; `nil` when it is no submission.
    public var preview: SubmissionPreview?
    /// What was read of it; `nil` when it is no submission.
    public var submission: Submission?
  }

  /// The rules by which it checks, in the order of their table.
  public var rules: [Rule] { workshop.rules.rules }

  /// A check, ready to be used at once.
  ///
  /// - Parameter workshop: What every job needs.
  /// - Throws: `JobError` when the lexicon cannot be used.
  public init(workshop: Workshop) throws(JobError) {
    self.workshop = workshop
    previews = try Previews(workshop: workshop, inputs: nil)
    // Both are made when they are first used, which is not to be at somebody's expense.
    _ = (workshop.submissionSchema, workshop.issueSchema)
  }

  /// Checks a submission or an issue's file, as `validate` does with a file that stands alone.
  ///
  /// - Parameters:
  ///   - bytes: The file, in any encoding that libxml2 knows.
  ///   - title: What the file is called when people are told of it.
  ///   - fileName: Its name, such as `NO.xml`; `nil` where it has none that counts.
  public func check(_ bytes: [UInt8], title: String, fileName: String?) -> Outcome {
    let setting = Validator.Setting(fileName: fileName)
    let submission = ingestSubmission(bytes, name: title, schema: workshop.submissionSchema)
    if submission.rootName == "issue" {
      let issue = ingestIssue(bytes, name: title, schema: workshop.issueSchema)
      return Outcome(file: workshop.check(issue, title, setting, beside: nil), source: issue.source, preview: nil)
    }
    let file = workshop.check(submission, title, setting)
    let preview = bytes.isEmpty ? nil : previews.preview(of: submission, with: file)
    return Outcome(file: file, source: submission.source, preview: preview, submission: submission.content)
  }
}
