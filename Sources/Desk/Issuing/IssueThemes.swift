import DeskStore
import Model
import Pipeline

/// A development with the theme that it has in an issue.
struct ThemedDevelopment {
  let part: IssueSurvey.Part
  let development: Development
  let decision: ThemeDecision

  /// Whether the editor is to look at its theme: the submission and the classifier differ, or the classifier decided and
  /// is not sure.
  var isUndecided: Bool {
    decision.isDisputed(further: development.furtherThemes)
      || decision.decidedBy == .classifier && decision.proposal.certainty != .sure
  }

  /// The id of its place in pages.
  var anchor: String { "\(part.country.rawValue.lowercased())-\(development.id)" }
}

extension IssueDesk {
  /// All developments that go in, with their themes, in the order of contributors and files.
  func themed(in issue: OpenIssue) -> [ThemedDevelopment] {
    issue.survey.parts.flatMap { part in
      (part.submission?.developments ?? []).compactMap { development in
        let reference = DevelopmentReference(country: part.country, period: issue.period, id: development.id)
        return issue.survey.themes[reference].map {
          ThemedDevelopment(part: part, development: development, decision: $0)
        }
      }
    }
  }

  func undecided(in issue: OpenIssue) -> [ThemedDevelopment] { themed(in: issue).filter(\.isUndecided) }

  /// Themes to confirm or to overrule, and those that were.
  func themes(of issue: OpenIssue, done: String?) -> [UInt8] {
    let all = themed(in: issue)
    let open = all.filter(\.isUndecided)
    var cards: [UInt8] = []
    for themed in open { cards += card(for: themed, in: issue) }
    let none = element("p", texts.text("themes-none"))
    var decided: [UInt8] = []
    for decision in issue.survey.issue?.decisions ?? [] {
      if case .setTheme = decision.action { decided += taken(decision, issue, back: "themes") }
    }
    let content = pages.themes.filled([
      "count": escaped(texts.text("themes-count", ["number": "\(open.count)", "all": "\(all.count)"])),
      "cards": cards.isEmpty ? none : cards,
      "decided": decided.isEmpty ? element("p class=\"quiet\"", texts.text("themes-nothing-decided")) : decided,
    ])
    return page(of: issue, texts.text("issue-view-themes"), content, at: "themes", done: self.done(done, in: issue))
  }

  private func card(for themed: ThemedDevelopment, in issue: OpenIssue) -> [UInt8] {
    let proposal = themed.decision.proposal
    var themes = [themed.decision.theme]
    for theme in [proposal.theme] + proposal.alternatives.map(\.theme) where !themes.contains(theme) && themes.count < 4
    {
      themes.append(theme)
    }
    let buttons = themes.enumerated().map { number, theme in
      let words = texts.text(number == 0 ? "themes-keep" : "themes-change", ["theme": label(theme)])
      return Array(
        "<button class=\"\(number == 0 ? "" : "lesser ")small\" name=\"value\" value=\"\(theme.rawValue)\">".utf8)
        + Array("<kbd>\(number + 1)</kbd> ".utf8) + escaped(words) + Array("</button>\n".utf8)
    }
    var terms: [String] = []
    for evidence in proposal.evidence where evidence.weight > 0 && !terms.contains(evidence.term) && terms.count < 4 {
      terms.append(evidence.term)
    }
    let because = terms.map { "“\($0)”" }.joined(separator: ", ")
    let percent = "\(Int(proposal.confidence * 100))"
    let reason =
      themed.decision.decidedBy == .submission
      ? texts.text(
        "themes-disputed",
        ["declared": label(themed.decision.theme), "theme": label(proposal.theme), "percent": percent])
      : texts.text("themes-unsure", ["theme": label(proposal.theme), "percent": percent])
    return pages.card.filled([
      "anchor": escaped(themed.anchor), "path": escaped(issue.path), "key": Array(issue.session.formKey.utf8),
      "country": escaped(themed.part.country.rawValue), "id": escaped(themed.development.id),
      "name": escaped(themed.part.name), "headline": escaped(themed.development.headline.words),
      "body": escaped(themed.development.body.map(\.words).joined(separator: " ")), "why": escaped(reason),
      "evidence": because.isEmpty
        ? [] : element("p class=\"quiet\"", texts.text("themes-evidence", ["terms": because])),
      "buttons": issue.isPublished ? [] : Array(buttons.joined()),
      "entry": escaped("\(issue.path)/entry/\(themed.part.country.rawValue)/\(themed.development.id)"),
    ])
  }

  func label(_ theme: ThemeCode) -> String { workshop.reference.taxonomy.label(of: theme) }

  /// A decision that was taken, with the way to take it back.
  func taken(_ decision: Decision, _ issue: OpenIssue, back: String) -> [UInt8] {
    pages.taken.filled([
      "path": escaped(issue.path), "key": Array(issue.session.formKey.utf8),
      "country": escaped(decision.country.rawValue), "id": escaped(decision.ids.first ?? ""),
      "action": escaped(decision.action.name), "back": escaped(back), "words": escaped(words(of: decision, in: issue)),
      "reason": escaped(decision.reason), "hidden": Array((issue.isPublished ? " hidden" : "").utf8),
    ])
  }

  /// What was decided, in a sentence.
  func words(of decision: Decision, in issue: OpenIssue) -> String {
    let part = issue.survey.parts.first { $0.country == decision.country }
    func headline(_ id: String?) -> String {
      guard let id else { return "" }
      return part?.submission?.developments.first { $0.id == id }?.headline.words ?? id
    }
    var values = [
      "name": part?.name ?? decision.country.rawValue, "headline": headline(decision.ids.first),
      "other": headline(decision.ids.dropFirst().first),
    ]
    let id: String
    switch decision.action {
    case .setTheme(_, let theme):
      values["theme"] = label(theme)
      id = "decided-theme"
    case .leaveOut(let entry): id = entry == nil ? "decided-leave-submission" : "decided-leave-out"
    case .merge: id = "decided-merge"
    case .place: id = "decided-place"
    }
    return texts.text(id, values)
  }

  /// What was just done, as an address says it: the kind of a decision, its country and its entry.
  func done(_ words: String?, in issue: OpenIssue) -> [UInt8] {
    guard let words else { return [] }
    if words == "kept" { return element("p class=\"done\" role=\"status\"", texts.text("issue-kept")) }
    let parts = words.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return [] }
    let decision = issue.survey.issue?.decisions.last {
      $0.action.name == parts[0] && $0.country.rawValue == parts[1] && ($0.ids.first ?? "") == parts[2]
    }
    let said = decision.map { self.words(of: $0, in: issue) } ?? texts.text("decided-back")
    return element("p class=\"done\" role=\"status\"", said)
  }
}
