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
    /// What spoke for it, the heaviest first; gathered for the runner-up alone.
    public var evidence: [Evidence]

    /// A theme with its confidence and what spoke for it.
    public init(theme: ThemeCode, confidence: Double, evidence: [Evidence] = []) {
      self.theme = theme
      self.confidence = confidence
      self.evidence = evidence
    }
  }

  /// What speaks for the theme (or, with a negative weight, against it): a term of the lexicon, or a rule of the coding
  /// manual with the term that brought it into play.
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
    /// The id of the rule; `nil` where the term counts by itself.
    public var rule: String?

    /// A term found in a field, by itself or under a rule.
    public init(term: String, weight: Double, field: Field, rule: String? = nil) {
      self.term = term
      self.weight = weight
      self.field = field
      self.rule = rule
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

    /// How far an editor can rely on it.
    public var certainty: Certainty {
      confidence >= ThemeDecision.sureFrom ? .sure : confidence >= ThemeDecision.likelyFrom ? .likely : .unsure
    }

    /// A proposal of the given parts.
    public init(theme: ThemeCode, confidence: Double, alternatives: [Alternative], evidence: [Evidence]) {
      self.theme = theme
      self.confidence = confidence
      self.alternatives = alternatives
      self.evidence = evidence
    }
  }

  /// How far an editor can rely on what the classifier proposes.
  public enum Certainty: String, Sendable {
    /// Hardly ever wrong.
    case sure
    /// Mostly right; a glance is enough.
    case likely
    /// The classifier does not know; the text wants reading.
    case unsure
  }

  /// The confidence from which a proposal is sure.
  public static let sureFrom = 0.9
  /// The confidence from which a proposal is likely.
  public static let likelyFrom = 0.6

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

  /// Whether the submission's theme is doubtful: the classifier is sure of another, and no editor has decided.
  ///
  /// - Parameter further: The other themes that the submission declares; a proposal among them is no dispute.
  public func isDisputed(further: [ThemeCode]) -> Bool {
    decidedBy == .submission && proposal.theme != theme && proposal.certainty == .sure
      && !further.contains(proposal.theme)
  }

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
