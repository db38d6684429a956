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
    /// How sure it was of the first, between 0 and 1.
    public var confidence: Double

    /// A text with what is right and what was proposed.
    public init(id: String, right: [ThemeCode], proposed: [ThemeCode], confidence: Double = 0) {
      self.id = id
      self.right = right
      self.proposed = proposed
      self.confidence = confidence
    }

    /// Whether the likeliest theme is among the right ones.
    public var isRight: Bool { proposed.first.map { right.contains($0) } ?? false }

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

  /// The texts of which the classifier was about equally sure.
  public struct Band: Sendable {
    /// The least confidence in it.
    public var from: Double
    /// The confidence from which the next band begins.
    public var to: Double
    /// How many texts are in it.
    public var count: Int
    /// The mean of their confidences.
    public var meanConfidence: Double
    /// The share of them whose likeliest theme is right; that of a well calibrated classifier is near the mean.
    public var accuracy: Double
  }

  /// How often one theme was proposed for texts of one right theme.
  public struct Confusion: Hashable, Sendable {
    /// The right theme.
    public var right: ThemeCode
    /// The proposed one.
    public var proposed: ThemeCode
    /// How often.
    public var count: Int

    /// A pair of themes with its count.
    public init(right: ThemeCode, proposed: ThemeCode, count: Int) {
      self.right = right
      self.proposed = proposed
      self.count = count
    }
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
  public var accuracy: Double { share(\.isRight) }

  /// How often the classifier is right, by how sure it says it is; bands without texts are left out.
  public var calibration: [Band] {
    let borders = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
    return zip(borders, borders.dropFirst()).compactMap { from, to in
      let inside = items.filter { $0.confidence >= from && ($0.confidence < to || to == 1) }
      if inside.isEmpty { return nil }
      let count = Double(inside.count)
      return Band(
        from: from, to: to, count: inside.count, meanConfidence: inside.reduce(0) { $0 + $1.confidence } / count,
        accuracy: Double(inside.count(where: \.isRight)) / count)
    }
  }

  /// Which theme was proposed for which, in the order of the themes; pairs that do not occur are left out.
  public var confusions: [Confusion] {
    themes.flatMap { right in
      themes.compactMap { proposed in
        let count = items.count { $0.gold == right.code && $0.proposed.first == proposed.code }
        return count == 0 ? nil : Confusion(right: right.code, proposed: proposed.code, count: count)
      }
    }
  }

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
