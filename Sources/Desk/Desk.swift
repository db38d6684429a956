import Model
import Pipeline

/// The web desk as pages: what a request asks for goes in, what a browser shows comes out. It knows no server.
public struct Desk: Sendable {
  /// What pages ask for beside themselves.
  public let files: DeskFiles
  /// The part at which people sign in and send.
  public let send: SendDesk
  /// The part at which the editor makes the issue.
  public let issues: IssueDesk
  /// The part at which submissions are written.
  public let write: WriteDesk
  private let check: CheckDesk
  private let problems: ProblemPages

  /// What a page can be asked to tell of, when a request could not be met.
  public enum Problem: String, CaseIterable, Sendable {
    /// There is no such page.
    case notFound = "not-found"
    /// There was nothing in the form.
    case empty
    /// What came is no form of the desk.
    case form
    /// The request is larger than the desk takes.
    case tooLarge = "too-large"
    /// There were too many requests from one address.
    case tooOften = "too-often"
    /// The form came from a page of another site.
    case elsewhere
    /// The session has ended, or the form was not made for it.
    case signedOut = "signed-out"
    /// What was asked for is for others.
    case notYours = "not-yours"
    /// A decision lacks its reason.
    case noReason = "no-reason"
    /// The issue was published, and is not changed any more.
    case published
    /// Somebody else changed the same file meanwhile.
    case changed
    /// The desk itself failed.
    case trouble
  }

  /// Opens the desk.
  ///
  /// - Parameters:
  ///   - workshop: What every job needs.
  ///   - registry: What the desk keeps.
  ///   - largestFile: The most bytes that a file may have, which its pages tell.
  /// - Throws: `DeskError` when something without which it cannot open is not as it should be.
  public init(workshop: Workshop, registry: Registry, largestFile: Int) throws(DeskError) {
    let texts = try Texts()
    files = DeskFiles()
    let frame = try PageFrame(texts: texts, files: files, version: bulletinVersion)
    problems = try ProblemPages(texts: texts, frame: frame, largestFile: largestFile)
    do {
      let submissions = try SubmissionCheck(workshop: workshop)
      let parts = ResultParts(check: submissions, texts: texts)
      check = try CheckDesk(parts: parts, texts: texts, frame: frame)
      send = try SendDesk(
        parts: parts, registry: registry, network: workshop.reference.network, texts: texts, frame: frame)
      issues = try IssueDesk(
        parts: parts, registry: registry, workshop: workshop, texts: texts, frame: frame, data: registry.data)
      write = try WriteDesk(
        check: submissions, workshop: workshop, texts: texts, frame: frame, files: files, data: registry.data)
    } catch let error as DeskError {
      throw error
    } catch {
      throw DeskError("\(error)")
    }
  }

  /// The page at which a submission is checked.
  public var checkPage: [UInt8] { check.page }

  /// The page that tells what was found in what a form holds.
  ///
  /// - Throws: `Refusal` when there is nothing in it.
  public func result(of form: Form) throws(Refusal) -> [UInt8] {
    guard let request = check.request(in: form) else { throw Refusal(problem: .empty) }
    return check.result(of: request)
  }

  /// The text of a form as a file to be kept, with the name under which it is offered.
  ///
  /// - Throws: `Refusal` when there is nothing in it.
  public func download(of form: Form) throws(Refusal) -> (name: String, bytes: [UInt8]) {
    guard let request = check.request(in: form) else { throw Refusal(problem: .empty) }
    return (request.fileName ?? "submission.xml", request.bytes)
  }

  /// A request that cannot be met.
  public struct Refusal: Error {
    /// Why.
    public let problem: Problem

    /// A request that cannot be met, and why.
    public init(problem: Problem) { self.problem = problem }
  }

  /// The page that says why a request could not be met.
  public func page(for problem: Problem) -> [UInt8] { problems.page(for: problem) }
}

/// The pages that say why a request could not be met, each made when the desk opens.
private struct ProblemPages: Sendable {
  private let pages: [Desk.Problem: [UInt8]]

  init(texts: Texts, frame: PageFrame, largestFile: Int) throws(DeskError) {
    let template = try PageTemplate(Embedded.problemHTML, texts: texts)
    pages = Dictionary(
      uniqueKeysWithValues: Desk.Problem.allCases.map { problem in
        let words = texts.text("problem-\(problem.rawValue)", ["number": "\(largestFile >> 10)"])
        let content = template.filled(["words": escaped(words)])
        return (problem, frame.page(title: texts.text("problem-title"), content: content))
      })
  }

  func page(for problem: Desk.Problem) -> [UInt8] { pages[problem] ?? [] }
}
