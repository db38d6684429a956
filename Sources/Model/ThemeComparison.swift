/// What two lexicons propose for the same developments.
public struct ThemeComparison: Sendable {
  /// A development for which they propose different themes.
  public struct Difference: Sendable {
    /// The file in which it stands.
    public var path: String
    /// Its id.
    public var id: String
    /// The decision by the lexicon in use.
    public var now: ThemeDecision
    /// The decision by the other.
    public var then: ThemeDecision

    /// A difference of the given parts.
    public init(path: String, id: String, now: ThemeDecision, then: ThemeDecision) {
      self.path = path
      self.id = id
      self.now = now
      self.then = then
    }

    /// Whether the development's theme itself would change, because the classifier decides it.
    public var changesTheme: Bool { now.theme != then.theme }
  }

  /// The version of the lexicon in use.
  public var from: String
  /// The version of the other.
  public var to: String
  /// How many developments were looked at.
  public var count: Int
  /// Those for which they differ, in the order of the files.
  public var differences: [Difference]

  /// A comparison of the given parts.
  public init(from: String, to: String, count: Int, differences: [Difference]) {
    self.from = from
    self.to = to
    self.count = count
    self.differences = differences
  }
}
