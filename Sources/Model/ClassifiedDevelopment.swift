/// A development with its theme and the reasons, for those who want to look a decision up.
public struct ClassifiedDevelopment: Sendable {
  /// The file in which it stands.
  public var path: String
  /// Its id.
  public var id: String
  /// Its headline.
  public var headline: Phrase
  /// The decision.
  public var decision: ThemeDecision
  /// Whether the classifier is sure that the declared theme is another.
  public var isDisputed: Bool

  /// A development of a file with its decision.
  public init(path: String, id: String, headline: Phrase, decision: ThemeDecision, isDisputed: Bool = false) {
    self.path = path
    self.id = id
    self.headline = headline
    self.decision = decision
    self.isDisputed = isDisputed
  }
}
