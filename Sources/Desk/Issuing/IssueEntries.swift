import DeskStore
import Model
import Pipeline

extension IssueDesk {
  /// All entries in the order of the issue; where errors stop it, in that of contributors and files.
  func entries(of issue: OpenIssue) -> [UInt8] {
    let all = Dictionary(themed(in: issue).map { ($0.anchor, $0) }) { first, _ in first }
    var html: [UInt8] = []
    if let compiled = issue.survey.compiled {
      for section in compiled.sections where !section.groups.isEmpty {
        html += element("h2", "\(section.number) \(section.heading)") + Array("<ul class=\"sent\">\n".utf8)
        for entry in section.groups.flatMap(\.entries) {
          html += item(
            "\(entry.number) \(entry.development.headline.words)", entry.countryName, all[entry.anchor], issue)
        }
        html += Array("</ul>\n".utf8)
      }
    } else {
      html += Array("<ul class=\"sent\">\n".utf8)
      for themed in themed(in: issue) {
        html += item(themed.development.headline.words, themed.part.name, themed, issue)
      }
      html += Array("</ul>\n".utf8)
    }
    var decided: [UInt8] = []
    for decision in issue.survey.issue?.decisions ?? [] { decided += taken(decision, issue, back: "entries") }
    let content = pages.entries.filled([
      "entries": html, "path": escaped(issue.path),
      "decided": decided.isEmpty ? element("p class=\"quiet\"", texts.text("themes-nothing-decided")) : decided,
    ])
    return page(of: issue, texts.text("issue-view-entries"), content, at: "entries")
  }

  private func item(_ words: String, _ name: String, _ themed: ThemedDevelopment?, _ issue: OpenIssue) -> [UInt8] {
    guard let themed else { return Array("<li>".utf8) + escaped(words) + Array("</li>\n".utf8) }
    let path = "\(issue.path)/entry/\(themed.part.country.rawValue)/\(themed.development.id)"
    return Array("<li><a href=\"".utf8) + escaped(path) + Array("\">".utf8) + escaped(words)
      + Array("</a> <span class=\"quiet\">".utf8) + escaped("\(name) · \(label(themed.decision.theme))")
      + Array("</span></li>\n".utf8)
  }

  /// One entry, with all that can be decided about it.
  func entry(of issue: OpenIssue, _ country: String, _ id: String, done: String?) throws(Desk.Refusal) -> [UInt8] {
    let all = themed(in: issue).filter { $0.part.country.rawValue == country }
    guard let themed = all.first(where: { $0.development.id == id }) else { throw Desk.Refusal(problem: .notFound) }
    let others = all.filter { $0.development.id != id }
    let neighbours = others.filter { isBeside($0, themed, in: issue) }
    let themes = workshop.reference.taxonomy.themes.map { ($0.code.rawValue, $0.label) }
    var forms = choice(.setTheme(id: id, themed.decision.theme), themed, themes, issue)
    forms += choice(.leaveOut(id: id), themed, [], issue)
    if !others.isEmpty { forms += choice(.merge(id: id, into: ""), themed, names(of: others), issue) }
    if !neighbours.isEmpty { forms += choice(.place(id: id, before: ""), themed, names(of: neighbours), issue) }
    var decided: [UInt8] = []
    for decision in issue.survey.issue?.decisions ?? []
    where decision.country.rawValue == country && decision.ids.contains(id) {
      decided += taken(decision, issue, back: "entry")
    }
    let paragraphs = themed.development.body.map { element("p", $0.words) }
    let content = pages.entry.filled([
      "name": escaped(themed.part.name), "headline": escaped(themed.development.headline.words),
      "theme": escaped(
        texts.text("entry-theme-\(themed.decision.decidedBy.rawValue)", ["theme": label(themed.decision.theme)])),
      "body": Array(paragraphs.joined()), "forms": issue.isPublished ? [] : forms,
      "decided": decided.isEmpty ? element("p class=\"quiet\"", texts.text("themes-nothing-decided")) : decided,
      "path": escaped(issue.path),
    ])
    return page(of: issue, themed.part.name, content, at: "", done: self.done(done, in: issue))
  }

  /// Whether two entries stand in the same section, in which one can be placed before the other.
  private func isBeside(_ one: ThemedDevelopment, _ other: ThemedDevelopment, in issue: OpenIssue) -> Bool {
    guard let compiled = issue.survey.compiled else { return one.decision.theme == other.decision.theme }
    let section = compiled.sections.first { $0.themeCodes.contains(other.decision.theme) }
    return section?.themeCodes.contains(one.decision.theme) ?? false
  }

  private func names(of others: [ThemedDevelopment]) -> [(String, String)] {
    others.map { ($0.development.id, $0.development.headline.words) }
  }

  /// A form for one kind of decision.
  private func choice(
    _ action: Decision.Action, _ themed: ThemedDevelopment, _ options: [(String, String)], _ issue: OpenIssue
  ) -> [UInt8] {
    let chosen = action.value?.value
    var select: [UInt8] = []
    if !options.isEmpty {
      select =
        Array("<label for=\"\(action.name)-value\">".utf8) + escaped(texts.text("choice-\(action.name)-value"))
        + Array("</label>\n<select id=\"\(action.name)-value\" name=\"value\">\n".utf8)
      for (value, words) in options {
        select +=
          Array("<option value=\"\(value)\"\(value == chosen ? " selected" : "")>".utf8) + escaped(words)
          + Array("</option>\n".utf8)
      }
      select += Array("</select>\n".utf8)
    }
    return Array("<section class=\"choice\">\n".utf8) + element("h3", texts.text("choice-\(action.name)"))
      + pages.choice.filled([
        "path": escaped(issue.path), "key": Array(issue.session.formKey.utf8),
        "country": escaped(themed.part.country.rawValue), "id": escaped(themed.development.id),
        "action": Array(action.name.utf8), "back": Array("entry".utf8), "select": select,
        "required": Array((action.name == "set-theme" ? "" : " required").utf8),
        "label": escaped(texts.text(action.name == "set-theme" ? "choice-reason-free" : "choice-reason")),
        "field": Array("\(action.name)-reason".utf8), "button": escaped(texts.text("choice-\(action.name)-button")),
      ]) + Array("</section>\n".utf8)
  }

  /// The form for the special note.
  ///
  /// - Parameters:
  ///   - issue: The issue.
  ///   - problem: The id of the text that says why a note was not kept.
  ///   - refused: The note that was not kept; without one, that of the file is shown.
  ///   - errors: What was found in it.
  func note(
    of issue: OpenIssue, problem: String?, refused: (headline: String, body: String)? = nil, errors: CheckedFile? = nil
  ) -> [UInt8] {
    let note = refused ?? issue.file.flatMap { IssueText($0)?.specialNote }
    let content = pages.note.filled([
      "path": escaped(issue.path), "key": Array(issue.session.formKey.utf8), "base": Array(issue.base.utf8),
      "headline": escaped(note?.headline ?? ""), "body": escaped(note?.body ?? ""),
      "fault": fault(issue.file == nil ? "issue-no-file" : problem) + (errors.map { findings(of: $0) } ?? []),
    ])
    return page(of: issue, texts.text("issue-view-note"), content, at: "note")
  }

  /// The form for the editors' file as a whole.
  func file(of issue: OpenIssue, problem: String?) -> [UInt8] {
    let text = issue.file ?? workshop.newIssue(period: issue.period)
    let source = IssueText(text)?.bytes ?? text
    let content = pages.file.filled([
      "path": escaped(issue.path), "key": Array(issue.session.formKey.utf8), "base": Array(issue.base.utf8),
      "text": escaped(String(decoding: source, as: UTF8.self)), "fault": fault(problem),
      "lead": escaped(texts.text(issue.file == nil ? "file-new" : "file-lead")),
    ])
    return page(of: issue, texts.text("issue-view-file"), content, at: "file")
  }
}
