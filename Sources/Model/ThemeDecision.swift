/// The theme of a development, who decided it, and why.
public struct ThemeDecision: Hashable, Sendable {
  /// Who decides a theme, the strongest voice first.
  public enum Authority: String, Sendable {
    case editor, submission, classifier
  }

  /// Another theme that was considered, with how sure the classifier is of it.
  public struct Alternative: Hashable, Sendable {
    /// The theme.
    public var theme: ThemeCode
    /// Between 0 and 1.
    public var confidence: Double

    /// A theme with its confidence.
    public init(theme: ThemeCode, confidence: Double) {
      self.theme = theme
      self.confidence = confidence
    }
  }

  /// A term of the lexicon that speaks for the theme (or, with a negative weight, against it).
  public struct Evidence: Hashable, Sendable {
    /// Where a term was found.
    public enum Field: String, Sendable {
      case headline, body
    }

    /// The term, as the lexicon has it.
    public var term: String
    /// What it adds to the theme's score.
    public var weight: Double
    /// Where it was found.
    public var field: Field

    /// A term found in a field.
    public init(term: String, weight: Double, field: Field) {
      self.term = term
      self.weight = weight
      self.field = field
    }
  }

  /// What the classifier makes of a text, whoever decides in the end.
  public struct Proposal: Hashable, Sendable {
    /// The theme with the highest score.
    public var theme: ThemeCode
    /// How sure, between 0 and 1.
    public var confidence: Double
    /// The other themes, the likeliest first.
    public var alternatives: [Alternative]
    /// What carried the proposal, the heaviest first.
    public var evidence: [Evidence]

    /// A proposal of the given parts.
    public init(theme: ThemeCode, confidence: Double, alternatives: [Alternative], evidence: [Evidence]) {
      self.theme = theme
      self.confidence = confidence
      self.alternatives = alternatives
      self.evidence = evidence
    }
  }

  /// The theme.
  public var theme: ThemeCode
  /// Who decided.
  public var decidedBy: Authority
  /// The theme that the submission declared.
  public var declared: ThemeCode?
  /// The editor's reason, when an editor decided.
  public var reason: String?
  /// What the classifier makes of it.
  public var proposal: Proposal

  /// A decision of the given parts.
  public init(
    theme: ThemeCode, decidedBy: Authority, declared: ThemeCode?, reason: String? = nil, proposal: Proposal
  ) {
    self.theme = theme
    self.decidedBy = decidedBy
    self.declared = declared
    self.reason = reason
    self.proposal = proposal
  }
}
