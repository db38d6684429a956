/// A text whose right themes are known, to measure the classifier by or to train it on.
public struct LabelledText: Hashable, Sendable {
  /// What it is called where it comes from.
  public var id: String
  /// The headline.
  public var headline: String
  /// The body.
  public var body: String
  /// The right themes, at least one, the primary one first.
  public var themes: [ThemeCode]

  /// A text of the given parts.
  public init(id: String, headline: String, body: String, themes: [ThemeCode]) {
    self.id = id
    self.headline = headline
    self.body = body
    self.themes = themes
  }
}
