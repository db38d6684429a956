import Model
import Text
import XML

extension Validator {
  /// Translates what the schema does not allow.
  func finding(_ fault: SchemaFault, at range: Range<Int>, in text: SourceText) -> Finding {
    let element = Anchor.element(range.lowerBound)
    switch fault {
    case .root(let found, let expected):
      return Finding(
        "root-unexpected", at: element,
        ["found": found, "expected": expected.first ?? "", "suggestion": suggestion(for: found, in: expected)])
    case .namespace(let root, let found, let expected):
      return Finding(
        "namespace-wrong", at: .range(range.lowerBound, range.upperBound),
        ["root": root, "state": found.isEmpty ? "has no xmlns" : "has xmlns=“\(found)”", "expected": expected])
    case .unexpected(let found, let within, let expected, let isNeeded):
      return unexpected(found, within, expected, isNeeded, at: element)
    case .notAllowed(let found, let within, let parents):
      let home = parents.isEmpty ? "" : " It belongs in \(listed(parents))."
      return Finding("element-not-allowed", at: element, ["found": found, "element": within, "home": home])
    case .misplaced(let found, let within, let before, let after, let order):
      let place = before.map { "before “\($0)”" } ?? after.map { "after “\($0)”" } ?? "elsewhere"
      let values = ["found": found, "element": within, "place": place, "order": sequence(order)]
      return Finding("element-misplaced", at: element, values)
    case .repeated(let found, let within, let first):
      return Finding(
        "element-repeated", at: element,
        ["found": found, "element": within, "line": "\(text.position(at: first).line)"])
    case .missing(let name, let expected, let isChoice, let after, let before):
      let place = after.map { ", after “\($0)”" } ?? before.map { ", before “\($0)”" } ?? ""
      return missing(expected, in: name, isChoice, place, at: element)
    case .text(let name, let allowed):
      let holds = allowed.isEmpty ? "holds nothing" : "holds only other elements: \(listed(allowed, joinedBy: "and"))"
      return Finding(
        "text-unexpected", at: .range(range.lowerBound, range.upperBound), ["element": name, "holds": holds])
    case .attributeUnknown(let name, let found, let known):
      return unknown(found, in: name, known, at: .attributeName(found, range.lowerBound))
    case .attributeMissing(let name, let attribute, let allowed):
      let choice = allowed.isEmpty ? "" : " Its value is one of \(listed(allowed))."
      return Finding("attribute-missing", at: element, ["element": name, "expected": attribute, "choice": choice])
    case .value(let value): return finding(value, at: range.lowerBound)
    case .notUnique(let value): return Finding("id-duplicate", at: element, ["id": value, "other": ""])
    case .unexplained: return Finding("unexplained", at: element)
    }
  }

  private func missing(
    _ expected: [String], in name: String, _ isChoice: Bool, _ place: String, at anchor: Anchor
  ) -> Finding {
    Finding(
      "element-missing", at: anchor,
      [
        "element": name, "expected": listed(expected, joinedBy: isChoice ? "or" : "and"), "place": place,
        "tags": expected.map(tags).joined(separator: isChoice ? " or " : " and "),
        "is": isChoice || expected.count == 1 ? "is" : "are",
      ])
  }

  private func unknown(_ found: String, in name: String, _ known: [String], at anchor: Anchor) -> Finding {
    Finding(
      "attribute-unknown", at: anchor,
      [
        "element": name, "found": found, "suggestion": suggestion(for: found, in: known),
        "known": known.isEmpty ? "has no attributes" : "has " + listed(known, joinedBy: "and"),
      ])
  }

  private func unexpected(
    _ found: String, _ within: String, _ expected: [String], _ isNeeded: Bool, at anchor: Anchor
  ) -> Finding {
    let offer: String
    let known = expected.isEmpty ? "“\(within)” holds no elements here." : "What may stand here is \(listed(expected))."
    // What is meant is known: both tags get its name. Else the element has no place here at all.
    let remedy =
      expected.count == 1
      ? "Write \(tags(expected[0])): change the name in both tags."
      : "Correct the name in both tags, or delete the element. " + known
    if isNeeded {
      offer = " “\(expected[0])” is expected here."
    } else if expected.count == 1 {
      offer = " Did you mean “\(expected[0])”?"
    } else {
      offer = suggestion(for: found, in: expected)
    }
    return Finding(
      "element-unexpected", at: anchor,
      ["found": found, "element": within, "suggestion": offer, "remedy": remedy])
  }

  /// An element as it is written.
  private func tags(_ name: String) -> String { "<\(name)> … </\(name)>" }

  /// Names in the order in which they must stand.
  private func sequence(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }

  /// A value that its type does not have. The types are the schemas' own, so their names tell the rule.
  private func finding(_ fault: ValueFault, at place: Int) -> Finding {
    let anchor: Anchor = fault.attribute.map { .attribute($0, place) } ?? .content(place)
    var values = ["name": fault.attribute ?? fault.element, "element": fault.element, "found": fault.value]
    if fault.value.isEmpty {
      let anchor: Anchor = fault.attribute.map { .attribute($0, place) } ?? .element(place)
      return Finding("text-missing", at: anchor, values)
    }
    func meant(_ correction: String?) { values["suggestion"] = correction.map { " Did you mean “\($0)”?" } ?? "" }
    func finding(_ rule: String) -> Finding { Finding(rule, at: anchor, values) }
    switch fault.type {
    case "PartialDate", "Day":
      values["suggestion"] = offeredDates(fault.value)
      return finding(hasFormOfDate(fault.value, isDay: fault.type == "Day") ? "date-impossible" : "date-malformed")
    case "Period":
      meant(meantPeriod(fault.value))
      return finding("period-malformed")
    case "CountryCode":
      meant(meantCountry(fault.value))
      return finding("country-malformed")
    case "DevelopmentID":
      meant(meantID(fault.value))
      return finding("id-malformed")
    case "Edition", "xs:decimal", "Weight":
      meant(meantNumber(fault.value))
      return finding("number-malformed")
    default: break
    }
    guard !fault.allowed.isEmpty else { return finding("value-malformed") }
    // Of a list, the item that is wrong.
    let wrong = fault.type == "Themes" ? fault.value.split(separator: " ").map(String.init) : [fault.value]
    let found = wrong.first { !fault.allowed.contains($0) } ?? fault.value
    values["found"] = found
    values["allowed"] = listed(fault.allowed)
    values["suggestion"] = suggestion(for: found, in: fault.allowed)
    let rules = ["Theme": "theme-unknown", "Themes": "theme-unknown", "Kind": "kind-unknown"]
    return finding(rules[fault.type] ?? "value-unknown")
  }

  /// A code for what somebody wrote in small letters or as a name.
  func meantCountry(_ value: String) -> String? {
    let codes = network.contributors.map(\.code.rawValue)
    if codes.contains(value) { return nil }
    if codes.contains(value.uppercased()) { return value.uppercased() }
    let names = network.contributors.map { ($0.names.map(\.name) + $0.ownNames.map(\.words)).map { $0.lowercased() } }
    return names.firstIndex { $0.contains(value.lowercased()) }.map { codes[$0] }
  }
}
