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
    do {
      classifier = Classifier(lexicon: try Lexicon.load(overriding: workshop.overriding[.lexicon]))
    } catch {
      throw JobError("\(error)")
    }
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
      for path in paths { try classify(path, &outcome) }
    } catch {
      throw JobError("\(error)")
    }
    return outcome
  }

  private func classify(_ path: String, _ outcome: inout Outcome) throws(FileError) {
    guard kind(ofPath: path) == .folder else {
      classify(try readFile(path), path: path, issue: nil, &outcome)
      return
    }
    let names = try names(inFolder: path)
    var issue: Issue?
    if names.contains(IssueFolder.issueName) {
      let bytes = try readFile("\(path)/\(IssueFolder.issueName)")
      issue = ingestIssue(bytes, name: IssueFolder.issueName, schema: workshop.issueSchema).content
    }
    for name in names where name != Workshop.referenceFolder {
      let inner = "\(path)/\(name)"
      if kind(ofPath: inner) == .folder, Period(name) != nil { try classify(inner, &outcome) }
      if name.hasSuffix(".xml"), name != IssueFolder.issueName {
        classify(try readFile(inner), path: inner, issue: issue, &outcome)
      }
    }
  }

  private func classify(_ bytes: [UInt8], path: String, issue: Issue?, _ outcome: inout Outcome) {
    let file = ingestSubmission(bytes, name: path, schema: workshop.submissionSchema)
    guard let submission = file.content else {
      outcome.unreadable.append(workshop.check(file, path, Validator.Setting()))
      return
    }
    for development in submission.developments {
      let decision = decideTheme(
        of: development, editor: issue?.theme(of: development.id, country: submission.country), by: classifier)
      outcome.classified.append(
        ClassifiedDevelopment(path: path, id: development.id, headline: development.headline, decision: decision))
    }
  }
}
