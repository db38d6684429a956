/// What a check of input files gives, with all that its forms tell beside the findings.
public struct FindingsReport: Sendable {
  /// The files with their findings, in the order in which they were checked.
  public var files: [CheckedFile]
  /// The rules that they were checked by, in the order of their table.
  public var rules: [Rule]
  /// How the submissions among them will read; empty where nobody asked.
  public var previews: [SubmissionPreview] = []
  /// Whether warnings count as errors.
  public var isStrict: Bool
  /// The version of the program.
  public var version: String

  /// A report of the given parts.
  public init(files: [CheckedFile], rules: [Rule], isStrict: Bool, version: String) {
    self.files = files
    self.rules = rules
    self.isStrict = isStrict
    self.version = version
  }
}

/// How a submission will read in the bulletin, as far as its errors let that be seen.
public struct SubmissionPreview: Sendable {
  /// A development that is not shown.
  public struct Hidden: Sendable {
    /// Its headline, or where it has none its id; empty where it has neither.
    public var name: String
    /// The line in which it begins.
    public var line: Int
    /// How many errors stand in it.
    public var errors: Int

    /// A development with errors.
    public init(name: String, line: Int, errors: Int) {
      self.name = name
      self.line = line
      self.errors = errors
    }
  }

  /// A theme that the classifier proposes where the submission declares none.
  public struct ProposedTheme: Sendable {
    /// The theme in words.
    public var label: String
    /// How sure the classifier is, between 0 and 1.
    public var confidence: Double

    /// A theme with its confidence.
    public init(label: String, confidence: Double) {
      self.label = label
      self.confidence = confidence
    }
  }

  /// The path, as the file with the findings has it.
  public var path: String
  /// The contributor's name.
  public var contributor: String
  /// Whether the submission says that it is a draft.
  public var isDraft: Bool
  /// An issue of the submission alone; `nil` where the file could not be read as a whole.
  public var issue: CompiledIssue?
  /// The developments that have errors, in the order of the file.
  public var hidden: [Hidden]
  /// The proposed themes, by the ids of the developments.
  public var proposals: [String: ProposedTheme]

  /// A preview of the given parts.
  public init(
    path: String, contributor: String, isDraft: Bool, issue: CompiledIssue?, hidden: [Hidden] = [],
    proposals: [String: ProposedTheme] = [:]
  ) {
    self.path = path
    self.contributor = contributor
    self.isDraft = isDraft
    self.issue = issue
    self.hidden = hidden
    self.proposals = proposals
  }
}
