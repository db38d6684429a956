import Classify
import Files
import Ingest
import Model
import Reference
import Validate

/// Classifies the developments of files and folders, without compiling anything.
public struct Classification: Sendable {
  let workshop: Workshop
  let classifier: Classifier

  /// A job with what it needs.
  ///
  /// - Throws: `JobError` when the lexicon cannot be used.
  public init(workshop: Workshop) throws(JobError) {
    self.workshop = workshop
    classifier = Classifier(lexicon: try workshop.lexicon(), manual: try workshop.manual())
  }

  /// What came of the job.
  public struct Outcome: Sendable {
    /// The developments, in the order of the paths, names and files.
    public var classified: [ClassifiedDevelopment] = []
    /// Files whose developments could not be read, with their findings.
    public var unreadable: [CheckedFile] = []
  }

  /// Classifies the submissions at the paths. Where the folder has an issue's file, its decisions count.
  ///
  /// - Throws: `JobError` when a path cannot be read.
  public func classify(_ paths: [String]) throws(JobError) -> Outcome {
    var outcome = Outcome()
    do {
      for path in paths {
        let unreadable = try forEachDevelopment(path) { path, _, development, editor in
          let decision = decideTheme(of: development, editor: editor, by: classifier)
          outcome.classified.append(
            ClassifiedDevelopment(
              path: path, id: development.id, headline: development.headline, decision: decision,
              isDisputed: decision.isDisputed(further: development.furtherThemes)))
        }
        outcome.unreadable += unreadable
      }
    } catch {
      throw JobError("\(error)")
    }
    return outcome
  }

  /// Goes through the developments of a file or a folder, in the order of the names and files, each with the theme that
  /// an editor set.
  ///
  /// - Returns: The files that could not be read, with their findings.
  @discardableResult
  func forEachDevelopment(
    _ path: String, _ visit: (String, Submission, Development, (ThemeCode, reason: String)?) -> Void
  ) throws(FileError) -> [CheckedFile] {
    guard kind(ofPath: path) == .folder else {
      return look(try readFile(path, atMost: workshop.largestFile), path: path, issue: nil, visit)
    }
    var unreadable: [CheckedFile] = []
    let names = try names(inFolder: path)
    var issue: Issue?
    if names.contains(IssueFolder.issueName) {
      let bytes = try readFile("\(path)/\(IssueFolder.issueName)", atMost: workshop.largestFile)
      issue = ingestIssue(bytes, name: IssueFolder.issueName, schema: workshop.issueSchema).content
    }
    for name in names where name != Workshop.referenceFolder {
      let inner = "\(path)/\(name)"
      if kind(ofPath: inner) == .folder, Period(name) != nil {
        unreadable += try forEachDevelopment(inner, visit)
      } else if name.hasSuffix(".xml"), name != IssueFolder.issueName {
        unreadable += look(try readFile(inner, atMost: workshop.largestFile), path: inner, issue: issue, visit)
      }
    }
    return unreadable
  }

  private func look(
    _ bytes: [UInt8], path: String, issue: Issue?,
    _ visit: (String, Submission, Development, (ThemeCode, reason: String)?) -> Void
  ) -> [CheckedFile] {
    let file = ingestSubmission(bytes, name: path, schema: workshop.submissionSchema)
    guard let submission = file.content else { return [workshop.check(file, path, Validator.Setting())] }
    for development in submission.developments {
      visit(path, submission, development, issue?.theme(of: development.id, country: submission.country))
    }
    return []
  }
}
