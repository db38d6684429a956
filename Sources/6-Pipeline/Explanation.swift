import Model
import Text

/// The answer to the question what a rule means.
public enum Explanation: Sendable {
  /// The rule.
  case rule(Rule)
  /// There is no such rule; these ids are near.
  case unknown(near: [String])
}

extension Workshop {
  /// Looks up what a rule means, why it exists and how to mend what breaks it.
  public func explain(_ id: String) -> Explanation {
    if let rule = rules.rule(id) { return .rule(withCodes(rule)) }
    let ids = rules.rules.map(\.id)
    let near = nearestNames(to: id, in: ids, limit: 3)
    // Who knows but a word of the id, such as “theme”, finds the rules that have it.
    let related = ids.filter { $0.split(separator: "-").contains { $0 == id } && !near.contains($0) }
    return .unknown(near: Array((near + related).prefix(3)))
  }

  /// A rule whose remedy is a list of codes, with that list; other values belong to a finding.
  private func withCodes(_ rule: Rule) -> Rule {
    let codes: [String]
    switch rule.id {
    case "theme-unknown": codes = reference.taxonomy.themes.map(\.code.rawValue)
    case "kind-unknown": codes = reference.taxonomy.kinds.map(\.code.rawValue)
    default: return rule
    }
    var rule = rule
    rule.help = rule.help.replacing("{allowed}", with: codes.map { "“\($0)”" }.joined(separator: ", "))
    return rule
  }
}
