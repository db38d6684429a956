/// What the editor should know of an issue and the public never sees: who submitted, what was found, who decided what.
public struct IssueReport: Sendable {
  /// What became of a contributor's part.
  public enum Receipt: Hashable, Sendable {
    /// It is in the issue, with so many developments.
    case received(developments: Int)
    /// It was a draft and is in the issue because drafts were let in.
    case draftLetIn(developments: Int)
    /// It was a draft and was passed over.
    case draft
    /// The editors left it out, for a reason.
    case leftOut(reason: String)
    /// Nothing came.
    case missing
  }

  /// A contributor that was expected, and what became of its part.
  public struct Contributor: Sendable {
    /// The code.
    public var country: CountryCode
    /// The English name on the period's last day.
    public var name: String
    /// Whether it takes part as an observer.
    public var isObserver: Bool
    /// What became of its part.
    public var receipt: Receipt

    /// A contributor of the given parts.
    public init(country: CountryCode, name: String, isObserver: Bool, receipt: Receipt) {
      self.country = country
      self.name = name
      self.isObserver = isObserver
      self.receipt = receipt
    }
  }

  /// The findings on one input file.
  public struct File: Sendable {
    /// The file's name, without the folders that lead to it.
    public var name: String
    /// The findings, sorted.
    public var diagnostics: [Diagnostic]

    /// A file with its findings.
    public init(name: String, diagnostics: [Diagnostic]) {
      self.name = name
      self.diagnostics = diagnostics
    }
  }

  /// The theme of one development, and why.
  public struct ThemeLine: Sendable {
    /// The development's country.
    public var country: CountryCode
    /// Its id.
    public var id: String
    /// Its headline.
    public var headline: Phrase
    /// The decision.
    public var decision: ThemeDecision

    /// The theme of a development.
    public init(country: CountryCode, id: String, headline: Phrase, decision: ThemeDecision) {
      self.country = country
      self.id = id
      self.headline = headline
      self.decision = decision
    }
  }

  /// The issue as compiled.
  public var issue: CompiledIssue
  /// The contributors that were expected, in the bulletin's order, the EU part first.
  public var contributors: [Contributor]
  /// The input files with their findings.
  public var files: [File]
  /// The themes, in the submissions' order.
  public var themes: [ThemeLine]
  /// The editors' decisions.
  public var decisions: [Decision]
  /// The themes' labels, by code, in the taxonomy's order.
  public var themeLabels: [(code: ThemeCode, label: String)]

  /// A report of the given parts.
  public init(
    issue: CompiledIssue, contributors: [Contributor], files: [File], themes: [ThemeLine], decisions: [Decision],
    themeLabels: [(code: ThemeCode, label: String)]
  ) {
    self.issue = issue
    self.contributors = contributors
    self.files = files
    self.themes = themes
    self.decisions = decisions
    self.themeLabels = themeLabels
  }
}
