import Model

extension Validator {
  /// Decisions name what is there, and do something.
  func decisionFindings(_ issue: Issue, _ places: IssuePlaces, developments: [CountryCode: [String]]) -> [Finding] {
    var findings: [Finding] = []
    var sound: [(decision: Decision, place: Int)] = []
    for (decision, place) in zip(issue.decisions, places.decisions) {
      if let finding = namingFinding(decision, place, developments) {
        findings.append(finding)
      } else {
        sound.append((decision, place))
      }
    }
    return findings + effectFindings(sound)
  }

  private func namingFinding(
    _ decision: Decision, _ place: Int, _ developments: [CountryCode: [String]]
  ) -> Finding? {
    let country = decision.country.rawValue
    guard let known = developments[decision.country] else {
      return Finding("decision-country-unknown", at: .attribute("country", place), ["country": country])
    }
    guard let missing = decision.ids.first(where: { !known.contains($0) }) else { return nil }
    return Finding(
      "decision-entry-unknown", at: .element(place),
      ["country": country, "id": missing, "suggestion": suggestion(for: missing, in: known)])
  }

  /// Decisions that can do nothing, since others of the same file are carried out before them.
  ///
  /// Of a submission that is left out as a whole nothing is said: what was decided on its entries misleads nobody.
  private func effectFindings(_ decisions: [(decision: Decision, place: Int)]) -> [Finding] {
    let decided = DecidedEntries(leftOutBy: decisions.map { $0.decision })
    let decisions = decisions.filter { !decided.isLeftOut($0.decision.country) }
    var effects = DecisionEffects(decided)
    var findings: [Finding] = []
    func note(_ reason: String?, _ decision: Decision, _ place: Int) {
      guard let reason else { return }
      findings.append(
        Finding(
          "decision-without-effect", at: .element(place),
          ["country": decision.country.rawValue, "id": decision.ids.first ?? "", "reason": reason]))
    }
    // Entries are merged before any is placed, in the file's order.
    for (decision, place) in decisions {
      guard case .merge(let id, let into) = decision.action else { continue }
      note(effects.merge(id, into: into, of: decision.country), decision, place)
    }
    // The last theme counts.
    for (decision, place) in decisions.reversed() {
      switch decision.action {
      case .place(let id, let before): note(effects.place(id, before: before, of: decision.country), decision, place)
      case .setTheme(let id, _): note(effects.setTheme(of: id, of: decision.country), decision, place)
      case .merge, .leaveOut: break
      }
    }
    return findings
  }
}

/// What decisions do as they are carried out. Each step gives the reason why it does nothing; `nil` when it does
/// something.
private struct DecisionEffects {
  private var entries: DecidedEntries
  /// The entries whose theme is set, by country.
  private var themed: [CountryCode: Set<String>] = [:]

  init(_ entries: DecidedEntries) { self.entries = entries }

  mutating func merge(_ id: String, into other: String, of country: CountryCode) -> String? {
    if id == other { return "it would be merged into itself" }
    if let reason = whyLeftOut([id, other], country) { return reason }
    let former = entries.goal(of: id, of: country)
    if former != id { return "“\(id)” was merged into “\(former)” before" }
    return entries.merge(id, into: other, of: country) == nil ? "“\(other)” was merged into “\(id)” before" : nil
  }

  /// To be asked when all merges are done.
  func place(_ id: String, before other: String, of country: CountryCode) -> String? {
    if id == other { return "it would stand before itself" }
    if let reason = whyLeftOut([id, other], country) { return reason }
    let goals = [id, other].map { entries.goal(of: $0, of: country) }
    return goals[0] == goals[1] ? "“\(id)” and “\(other)” were merged" : nil
  }

  /// To be asked from the last decision to the first.
  mutating func setTheme(of id: String, of country: CountryCode) -> String? {
    themed[country, default: []].insert(id).inserted ? nil : "another one below it sets the theme as well"
  }

  private func whyLeftOut(_ ids: [String], _ country: CountryCode) -> String? {
    ids.first { entries.isLeftOut($0, of: country) }.map { "another decision leaves out “\($0)”" }
  }
}
