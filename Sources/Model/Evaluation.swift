/// How well the classifier does on texts whose right themes are known.
public struct Evaluation: Sendable {
  /// One text: the right themes, the first of which is primary, and what the classifier made of it.
  public struct Item: Sendable {
    /// The id in the table.
    public var id: String
    /// The right themes, at least one.
    public var right: [ThemeCode]
    /// The classifier's themes, the likeliest first.
    public var proposed: [ThemeCode]

    /// A text with what is right and what was proposed.
    public init(id: String, right: [ThemeCode], proposed: [ThemeCode]) {
      self.id = id
      self.right = right
      self.proposed = proposed
    }

    /// The theme that counts as the right one: the proposed one where it is among the right, else the primary.
    var gold: ThemeCode { proposed.first.map { right.contains($0) ? $0 : right[0] } ?? right[0] }
  }

  /// The figures for one theme.
  public struct Theme: Sendable {
    /// The theme.
    public var code: ThemeCode
    /// Of those proposed as it, the share that are right.
    public var precision: Double
    /// Of those that are it, the share that were found.
    public var recall: Double
    /// The harmonic mean of both.
    public var f1: Double
    /// How many texts are it.
    public var support: Int
  }

  /// The texts.
  public let items: [Item]
  /// The time that one text took, in microseconds, as an average.
  public let microsecondsPerItem: Double
  /// The figures by theme, in the taxonomy's order; themes that are neither right nor proposed anywhere are left out.
  public let themes: [Theme]

  /// The figures over some texts.
  ///
  /// - Parameters:
  ///   - items: The texts.
  ///   - codes: All themes, in the taxonomy's order.
  ///   - microsecondsPerItem: The average time that one text took.
  public init(items: [Item], codes: [ThemeCode], microsecondsPerItem: Double) {
    self.items = items
    self.microsecondsPerItem = microsecondsPerItem
    themes = codes.compactMap { Evaluation.figures(for: $0, items) }
  }

  private static func figures(for code: ThemeCode, _ items: [Item]) -> Theme? {
    let support = items.count { $0.gold == code }
    let proposed = items.count { $0.proposed.first == code }
    let hits = items.count { $0.gold == code && $0.proposed.first == code }
    if support == 0 && proposed == 0 { return nil }
    let precision = proposed == 0 ? 0 : Double(hits) / Double(proposed)
    let recall = support == 0 ? 0 : Double(hits) / Double(support)
    let f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall)
    return Theme(code: code, precision: precision, recall: recall, f1: f1, support: support)
  }

  /// The share of texts whose likeliest theme is among the right ones.
  public var accuracy: Double { share { $0.right.contains($0.proposed.first ?? ThemeCode("")) } }

  /// The share of texts with a right theme among the two likeliest.
  public var topTwoAccuracy: Double { share { item in item.proposed.prefix(2).contains { item.right.contains($0) } } }

  /// The mean of the themes' F1.
  public var macroF1: Double {
    themes.isEmpty ? 0 : themes.reduce(0) { $0 + $1.f1 } / Double(themes.count)
  }

  private func share(_ isRight: (Item) -> Bool) -> Double {
    items.isEmpty ? 0 : Double(items.count(where: isRight)) / Double(items.count)
  }
}
