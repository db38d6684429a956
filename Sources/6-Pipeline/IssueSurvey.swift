import Emit
import Files
import Ingest
import Model

/// How an issue stands while it grows: who has submitted what, what was found, what was decided, how it would read.
public struct IssueSurvey: Sendable {
  /// A contributor that is expected, and its part.
  public struct Part: Sendable {
    /// The code.
    public var country: CountryCode
    /// The English name on the period's last day.
    public var name: String
    /// Whether it takes part as an observer.
    public var isObserver: Bool
    /// Its file with what was found in it; `nil` when it has not submitted.
    public var file: CheckedFile?
    /// What was read of it.
    public var submission: Submission?
    /// Why the editors left all of it out, when they did.
    public var leftOut: String?
  }

  /// The period.
  public var period: Period
  /// The contributors, in the bulletin's order.
  public var parts: [Part]
  /// What was found in the folder itself and in files of others than the contributors.
  public var others: [CheckedFile]
  /// The editors' file with what was found in it; `nil` when there is none.
  public var editorsFile: CheckedFile?
  /// What was read of the editors' file.
  public var issue: Issue?
  /// The themes of the developments that go in.
  public var themes: [DevelopmentReference: ThemeDecision]
  /// The issue; `nil` when errors stop it.
  public var compiled: CompiledIssue?
}

extension Compilation {
  /// Looks at an issue as it stands; nothing is written.
  ///
  /// - Throws: `JobError` when a file cannot be read.
  public func survey(_ period: Period) throws(JobError) -> IssueSurvey {
    let prepared: Prepared
    do { prepared = try prepare(period, earlier: EarlierDevelopments(inputs: inputs)) } catch {
      throw JobError("\(error)")
    }
    let network = workshop.reference.network
    let files = zip(prepared.contents.submissions, prepared.checked.submissions).map { ($0, $1) }
    let contributors = network.contributors(during: period)
    let parts = contributors.map { contributor in
      let code = contributor.code
      let own = files.last { $0.0.country == code }
      return IssueSurvey.Part(
        country: code, name: network.name(of: code, on: period.last),
        isObserver: network.membership(of: code, during: period)?.role == .observer, file: own?.1,
        submission: own?.0.content, leftOut: prepared.selection?.leftOut[code])
    }
    let codes = Set(contributors.map(\.code))
    let strangers = files.filter { !codes.contains($0.0.country) }.map(\.1)
    return IssueSurvey(
      period: period, parts: parts, others: (prepared.checked.folder.map { [$0] } ?? []) + strangers,
      editorsFile: prepared.checked.issue, issue: prepared.contents.issue?.content, themes: prepared.themes,
      compiled: prepared.compiled)
  }

  /// Both editions of an issue as they would be written.
  public func editions(of compiled: CompiledIssue) -> (html: [UInt8], text: [UInt8]) {
    (htmlEdition(of: compiled, templates: templates), textEdition(of: compiled))
  }
}

/// The periods that have a folder in the inputs, the newest first; none where there is no such folder.
///
/// - Throws: `JobError` when the folder cannot be read.
public func periods(inInputs path: String) throws(JobError) -> [Period] {
  if kind(ofPath: path) == .nothing { return [] }
  do { return try IssueFolder.periods(inInputs: path).reversed() } catch { throw JobError("\(error)") }
}
