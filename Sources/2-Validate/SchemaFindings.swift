import Model
import XML

extension Validator {
  /// Translates a complaint of the schema's validator; the numbers are libxml2's (`XML_SCHEMAV_…`).
  func schemaFinding(_ problem: XMLProblem, source: [UInt8], root: String) -> Finding? {
    let message = SchemaMessage(problem.message)
    let element = problem.element
    switch problem.code {
    case 1845:
      return Finding("root-unexpected", at: .element(problem.place), ["found": element, "expected": root])
    case 1871 where problem.moment == .start:
      return unexpected(element, message.expected, at: problem.place)
    case 1871:
      return Finding(
        "element-missing", at: .element(problem.place),
        ["element": element, "expected": listed(message.expected)])
    case 1866, 1867:
      let name = message.attribute ?? ""
      return Finding("attribute-unknown", at: attribute(name, problem, source), ["element": element, "found": name])
    case 1868:
      return Finding(
        "attribute-missing", at: .element(problem.place),
        ["element": element, "expected": message.attribute ?? ""])
    case 1841, 1842, 1843:
      return Finding("text-unexpected", at: .element(problem.place), ["element": element])
    case 1824...1840:
      return value(problem, message, source: source)
    default:
      return Finding("schema-broken", at: .element(problem.place), ["element": element])
    }
  }

  private func unexpected(_ element: String, _ expected: [String], at place: Int) -> Finding {
    if expected.isEmpty { return Finding("element-not-allowed", at: .element(place), ["found": element]) }
    return Finding(
      "element-unexpected", at: .element(place),
      [
        "found": element, "expected": listed(expected), "suggestion": suggestion(for: element, in: expected),
      ])
  }

  private func attribute(_ name: String, _ problem: XMLProblem, _ source: [UInt8]) -> Anchor {
    .attribute(name, problem.place)
  }

  private func value(_ problem: XMLProblem, _ message: SchemaMessage, source: [UInt8]) -> Finding {
    let anchor: Anchor = message.attribute.map { .attribute($0, problem.place) } ?? .content(problem.place)
    let name = message.attribute ?? problem.element
    var values = ["name": name, "element": problem.element, "found": message.value ?? ""]
    if (message.value ?? "").isEmpty { return Finding("text-missing", at: anchor, values) }
    switch name {
    case "date", "end", "deadline", "published": return Finding("date-malformed", at: anchor, values)
    case "period": return Finding("period-malformed", at: anchor, values)
    case "country": return Finding("country-malformed", at: anchor, values)
    case "id", "into", "before": return Finding("id-malformed", at: anchor, values)
    case "value", "number", "edition": return Finding("number-malformed", at: anchor, values)
    default: break
    }
    guard !message.allowed.isEmpty else { return Finding("value-malformed", at: anchor, values) }
    values["allowed"] = listed(message.allowed)
    values["suggestion"] = suggestion(for: message.value ?? "", in: message.allowed)
    let rules = ["theme": "theme-unknown", "further-themes": "theme-unknown", "kind": "kind-unknown"]
    return Finding(rules[name] ?? "value-unknown", at: anchor, values)
  }
}
