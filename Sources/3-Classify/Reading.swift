import Model
import Reference

/// What a rule of the manual does, its themes as places in the lexicon.
struct PrecedenceRule: Sendable {
  let theme: Int
  /// A bit for each theme that it goes over.
  let over: UInt64
  let weight: Double

  init(_ rule: Manual.Rule, _ codes: [ThemeCode]) {
    theme = codes.firstIndex(of: rule.theme) ?? -1
    over = rule.over.compactMap { codes.firstIndex(of: $0) }.reduce(0) { $0 | 1 << UInt64($1) }
    weight = rule.weight
  }

  /// Whether it goes over a theme.
  func goesOver(_ theme: Int) -> Bool { over & 1 << UInt64(theme) != 0 }
}

/// What a text has of the terms that the classifier knows.
struct Reading {
  /// A group of terms found in a field.
  struct Found {
    var group: Int
    var field: ThemeDecision.Evidence.Field
    /// How many times its terms count there.
    var factor: Double
  }

  /// A rule that is in play.
  struct Play {
    /// The rule's place.
    var rule: Int
    /// The place of the term that brought it into play.
    var term: Int
    var field: ThemeDecision.Evidence.Field
    /// What each theme that the rule goes over loses.
    var loss: Double
  }

  var found: [Found] = []
  var plays: [Play] = []
}

extension Classifier {
  /// Looks a text through, headline first.
  func read(headline: String, body: String) -> Reading {
    var reading = Reading()
    reading.found.reserveCapacity(64)
    var barred: [Int] = []
    look(headline, .headline, headlineFactor, &reading, &barred)
    look(body, .body, 1, &reading, &barred)
    if !barred.isEmpty { reading.plays.removeAll { barred.contains($0.rule) } }
    return reading
  }

  private func look(
    _ text: String, _ field: ThemeDecision.Evidence.Field, _ factor: Double, _ reading: inout Reading,
    _ barred: inout [Int]
  ) {
    index.trie.forEachGroup(in: text) { group in
      reading.found.append(Reading.Found(group: group, field: field, factor: factor))
      index.forEachMark(in: group) { mark in
        let rule = Int(mark.rule)
        if mark.term < 0 {
          barred.append(rule)
        } else if !reading.plays.contains(where: { $0.rule == rule }) {
          // The first term found brings a rule into play, and those of the headline come first.
          reading.plays.append(
            Reading.Play(rule: rule, term: Int(mark.term), field: field, loss: rules[rule].weight * factor))
        }
      }
    }
  }

  /// What speaks for a theme and against it, the heaviest first, then by the alphabet.
  func evidence(for theme: Int, _ reading: Reading) -> [ThemeDecision.Evidence] {
    var evidence: [ThemeDecision.Evidence] = []
    evidence.reserveCapacity(16)
    for found in reading.found {
      index.forEachWeighted(in: found.group) { hit in
        guard Int(hit.theme) == theme else { return }
        insert(
          ThemeDecision.Evidence(
            term: index.texts[Int(hit.term)], weight: hit.weight * found.factor, field: found.field),
          &evidence)
      }
    }
    for play in reading.plays {
      let rule = rules[play.rule]
      let sign = rule.theme == theme ? 1.0 : rule.goesOver(theme) ? -1 : 0
      if sign == 0 { continue }
      insert(
        ThemeDecision.Evidence(
          term: ruleTexts[play.rule].terms[play.term], weight: sign * play.loss, field: play.field,
          rule: ruleTexts[play.rule].id),
        &evidence)
    }
    return evidence
  }

  /// Puts a piece of evidence into its place in the order.
  private func insert(_ item: ThemeDecision.Evidence, _ evidence: inout [ThemeDecision.Evidence]) {
    var place = evidence.count
    while place > 0 && goesBefore(item, evidence[place - 1]) { place -= 1 }
    evidence.insert(item, at: place)
  }

  private func goesBefore(_ left: ThemeDecision.Evidence, _ right: ThemeDecision.Evidence) -> Bool {
    let (leftSize, rightSize) = (abs(left.weight), abs(right.weight))
    if leftSize != rightSize { return leftSize > rightSize }
    if left.term != right.term { return left.term < right.term }
    return left.field == .headline && right.field == .body
  }
}

/// What the training of a lexicon needs to know of a text.
public struct TextFeatures: Sendable {
  /// The terms that it has, by their place among all terms of the lexicon, with how many times each counts.
  public var terms: [(term: Int, count: Double)] = []
  /// What the rules take from each theme, in the lexicon's order.
  public var losses: [Double]
}

extension Classifier {
  /// The terms of a text and what the rules take from each theme, for training.
  public func features(headline: String, body: String) -> TextFeatures {
    let reading = read(headline: headline, body: body)
    var features = TextFeatures(losses: [Double](repeating: 0, count: codes.count))
    for found in reading.found {
      index.forEachWeighted(in: found.group) { features.terms.append((Int($0.term), found.factor)) }
    }
    for play in reading.plays {
      for theme in codes.indices where rules[play.rule].goesOver(theme) { features.losses[theme] += play.loss }
    }
    return features
  }
}
