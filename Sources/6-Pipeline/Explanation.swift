import Model
import Text
import Validate

/// The answer to the question what a rule means.
public enum Explanation: Sendable {
  /// The rule's text.
  case rule(String)
  /// There is no such rule; the nearest id is offered where one is near.
  case unknown(nearest: String?)
}

extension Workshop {
  /// Says what a rule means, why it exists and how to mend what breaks it.
  public func explain(_ id: String) -> Explanation {
    guard let rule = rules.rule(id) else {
      return .unknown(nearest: nearestName(to: id, in: rules.rules.map(\.id)))
    }
    return .rule(
      """
      \(rule.id) (\(rule.severity.rawValue))

      What it says: \(plain(rule.message))
      Why:          \(rule.why)
      To mend it:   \(plain(rule.help))
      """)
  }

  /// A sentence of the table with dots where a finding has its values. A suggestion is a sentence of its own.
  private func plain(_ sentence: String) -> String {
    sentence.replacing("{suggestion}", with: "").replacing(#/\{[a-z]+\}/#, with: "…")
  }
}
