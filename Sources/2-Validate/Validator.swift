import Model
import Reference
import Text
import Threads
import XML

/// Checks input files: what the parser and the schema hold against them, then the house rules.
public struct Validator: Sendable {
  let network: Network
  let rules: RuleTable
  private let lazyProse: Lazy<ProseWords>?

  var prose: ProseWords? { lazyProse?.value }

  /// A validator by the network's members, the table of rules and the words of house style; without these, prose is
  /// not looked at.
  public init(network: Network, rules: RuleTable, prose: Lazy<ProseWords>? = nil) {
    self.network = network
    self.rules = rules
    lazyProse = prose
  }

  /// What a file is checked against beside itself.
  public struct Setting: Sendable {
    /// The file's name, such as `NO.xml`; `nil` where it has none that counts (standard input).
    public var fileName: String?
    /// The period that the name of its folder gives; `nil` where the folder has another name.
    public var folderPeriod: Period?
    /// Whether an earlier development exists; `nil` where the inputs are not at hand to tell.
    public var exists: (@Sendable (DevelopmentReference) -> Bool)?
    /// What the same country submitted for the period before; `nil` where the inputs are not at hand, or hold none.
    public var previous: (@Sendable (CountryCode) -> EarlierSubmission?)?

    /// A setting of the given parts.
    public init(
      fileName: String? = nil, folderPeriod: Period? = nil,
      exists: (@Sendable (DevelopmentReference) -> Bool)? = nil,
      previous: (@Sendable (CountryCode) -> EarlierSubmission?)? = nil
    ) {
      self.fileName = fileName
      self.folderPeriod = folderPeriod
      self.exists = exists
      self.previous = previous
    }
  }

  /// A file as the reader saw it.
  public struct Reading: Sendable {
    /// What the reader holds against it.
    public var problems: [XMLProblem]
    /// The file's text, whose bytes all places count.
    public var source: [UInt8]
    /// From where on it could not be read, or only in part; `nil` when all of it was.
    public var brokenFrom: Int?
    /// Whether it has more mistakes than were looked for.
    public var isCurtailed: Bool

    /// A file as the reader saw it.
    public init(problems: [XMLProblem], source: [UInt8], brokenFrom: Int?, isCurtailed: Bool) {
      self.problems = problems
      self.source = source
      self.brokenFrom = brokenFrom
      self.isCurtailed = isCurtailed
    }
  }

  /// The findings on a submission, in the order of the file.
  ///
  /// - Parameters:
  ///   - submission: The values, as far as they could be read.
  ///   - places: Where they stand.
  ///   - reading: The file.
  ///   - setting: What it is checked against beside itself.
  public func validate(
    submission: Submission?, places: SubmissionPlaces?, reading: Reading, setting: Setting
  ) -> [Diagnostic] {
    var findings = unreadableFindings(isRead: submission != nil, root: places?.root, reading.problems)
    if let submission, let places {
      findings += membershipFindings(submission, root: places.root, setting: setting)
      findings += idFindings(submission, places, source: reading.source)
      findings += dateFindings(submission, places.root)
      findings += repetitionFindings(submission, places, previous: setting.previous?(submission.country))
      for (development, at) in zip(submission.developments, places.developments) {
        findings += stageFindings(development, at, period: submission.period)
        findings += stageOrderFindings(development, at, of: submission)
        findings += referenceFindings(development, at)
        findings += followFindings(development, at, submission: submission, exists: setting.exists)
        let prose = proseFindings(development, at, period: submission.period, source: reading.source)
        // A text that is still to be written is not to be counted.
        let isUnwritten = prose.contains { $0.rule == "placeholder-left" }
        findings += textFindings(development, at).filter { !isUnwritten || $0.rule != "body-short" } + prose
      }
    }
    return diagnose(findings, on: reading)
  }

  /// The findings on an issue's file, in the order of the file.
  ///
  /// - Parameters:
  ///   - issue: The values, as far as they could be read.
  ///   - places: Where they stand.
  ///   - reading: The file.
  ///   - setting: What it is checked against beside itself.
  ///   - developments: The ids of the period's developments by country, which decisions must name; `nil` where they
  ///     are not at hand.
  public func validate(
    issue: Issue?, places: IssuePlaces?, reading: Reading, setting: Setting, developments: [CountryCode: [String]]?
  ) -> [Diagnostic] {
    var findings = unreadableFindings(isRead: issue != nil, root: places?.root, reading.problems)
    if let issue, let places {
      findings += editionFindings(issue, places, setting: setting)
      findings += issueReferenceFindings(places)
      findings += eventFindings(places)
      findings += mailboxFindings(places)
      findings += proseFindings(issue, places, source: reading.source)
      if let developments { findings += decisionFindings(issue, places, developments: developments) }
    }
    return diagnose(findings, on: reading)
  }

  /// The findings on a file of another vocabulary, which has a schema but no house rules.
  public func validate(_ reading: Reading) -> [Diagnostic] { diagnose([], on: reading) }

  /// What the house rules found, beside what the reader holds against a file.
  private func diagnose(_ findings: [Finding], on reading: Reading) -> [Diagnostic] {
    let refused = problemFindings(reading.problems, source: reading.source)
    // What the schema has refused needs no second finding at the same place.
    var anchors = Set(refused.map(\.anchor))
    for case .attributeName(_, let place) in refused.map(\.anchor) { anchors.insert(.element(place)) }
    return diagnose(
      refused + findings.filter { !anchors.contains($0.anchor) }, source: reading.source,
      Condition(brokenFrom: reading.brokenFrom, isCurtailed: reading.isCurtailed, readersOwn: refused.count))
  }

  /// What a finding says to people, for findings that concern no place in a file.
  public func diagnose(_ finding: Finding) -> Diagnostic { diagnose([finding], source: [])[0] }

  /// What findings in a file say to people, sorted by their place in its text.
  public func diagnose(_ findings: [Finding], in source: [UInt8]) -> [Diagnostic] {
    diagnose(findings, source: source)
  }
}
