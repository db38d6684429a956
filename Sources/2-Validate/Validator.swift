import Model
import Reference
import Text
import XML

/// Checks input files: what the parser and the schema hold against them, then the house rules.
public struct Validator: Sendable {
  let network: Network
  let rules: RuleTable
  let prose: ProseWords?

  /// A validator by the network's members, the table of rules and the words of house style; without these, prose is
  /// not looked at.
  public init(network: Network, rules: RuleTable, prose: ProseWords? = nil) {
    self.network = network
    self.rules = rules
    self.prose = prose
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

  /// The findings on a submission, in the order of the file.
  ///
  /// - Parameters:
  ///   - submission: The values, as far as they could be read.
  ///   - places: Where they stand.
  ///   - problems: What the parser and the schema hold against the file.
  ///   - source: The file's text.
  ///   - setting: What it is checked against beside itself.
  public func validate(
    submission: Submission?, places: SubmissionPlaces?, problems: [XMLProblem], source: [UInt8], setting: Setting
  ) -> [Diagnostic] {
    let mistake = breakFinding(problems, source: source)
    let refused = schemaFindings(problems, source: source, root: "submission")
    var findings = unreadableFindings(isRead: submission != nil, root: places?.root, problems)
    if let submission, let places {
      findings += membershipFindings(submission, root: places.root, setting: setting)
      findings += idFindings(submission, places)
      findings += dateFindings(submission, places.root)
      findings += repetitionFindings(submission, places, previous: setting.previous?(submission.country))
      for (development, at) in zip(submission.developments, places.developments) {
        findings += stageFindings(development, at, period: submission.period)
        findings += stageOrderFindings(development, at, of: submission)
        findings += textFindings(development, at)
        findings += referenceFindings(development, at)
        findings += followFindings(development, at, submission: submission, exists: setting.exists)
        findings += proseFindings(development, at, period: submission.period, source: source)
      }
    }
    // What the schema has refused needs no second finding at the same place.
    let anchors = Set(refused.map(\.anchor))
    findings = refused + findings.filter { !anchors.contains($0.anchor) }
    let last = places?.developments.last?.element
    return diagnose(findings, breakingOffAt: mistake, in: last, root: "submission", source: source)
  }

  /// The findings on an issue's file, in the order of the file.
  ///
  /// - Parameters:
  ///   - issue: The values, as far as they could be read.
  ///   - places: Where they stand.
  ///   - problems: What the parser and the schema hold against the file.
  ///   - source: The file's text.
  ///   - setting: What it is checked against beside itself.
  ///   - developments: The ids of the period's developments by country, which decisions must name; `nil` where they
  ///     are not at hand.
  public func validate(
    issue: Issue?, places: IssuePlaces?, problems: [XMLProblem], source: [UInt8], setting: Setting,
    developments: [CountryCode: [String]]?
  ) -> [Diagnostic] {
    let mistake = breakFinding(problems, source: source)
    var findings = schemaFindings(problems, source: source, root: "issue")
    findings += unreadableFindings(isRead: issue != nil, root: places?.root, problems)
    if let issue, let places {
      findings += editionFindings(issue, places, setting: setting)
      findings += issueReferenceFindings(places)
      findings += proseFindings(issue, places, source: source)
      if let developments { findings += decisionFindings(issue, places, developments: developments) }
    }
    return diagnose(findings, breakingOffAt: mistake, in: nil, root: "issue", source: source)
  }

  /// The findings on a file of another vocabulary, which has a schema but no house rules.
  ///
  /// - Parameters:
  ///   - problems: What the parser and the schema hold against the file.
  ///   - source: The file's text.
  ///   - root: The name of the outermost element that it should have.
  public func validate(problems: [XMLProblem], source: [UInt8], root: String) -> [Diagnostic] {
    let findings = schemaFindings(problems, source: source, root: root)
    return diagnose(
      findings, breakingOffAt: breakFinding(problems, source: source), in: nil, root: root, source: source)
  }

  /// What a finding says to people, for findings that concern no place in a file.
  public func diagnose(_ finding: Finding) -> Diagnostic { diagnose([finding], source: [])[0] }

  /// What findings in a file say to people, sorted by their place in its text.
  public func diagnose(_ findings: [Finding], in source: [UInt8]) -> [Diagnostic] {
    diagnose(findings, source: source)
  }
}
