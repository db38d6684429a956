import DeskStore
import Model
import Pipeline
import Text

/// In what state a contributor's part is.
enum PartState: String {
  case missing, draft, errors, ready
  case leftOut = "left-out"

  init(_ part: IssueSurvey.Part) {
    self =
      if part.leftOut != nil { .leftOut } else if let file = part.file {
        !file.isValid ? .errors : part.submission?.status == .draft ? .draft : .ready
      } else { .missing }
  }
}

extension IssueDesk {
  /// Who has submitted, what is to be done, and reminders.
  func overview(of issue: OpenIssue, done: String?) throws(StoreError) -> [UInt8] {
    let versions = try registry.open()?.store.versions(for: issue.period) ?? []
    let newest = Dictionary(versions.map { ($0.document.name, $0) }) { $1 }
    let states = issue.survey.parts.map { ($0, PartState($0)) }
    var items: [UInt8] = []
    for (part, state) in states { items += item(for: part, state, newest[part.country.rawValue], issue) }
    let others = issue.survey.others + (issue.survey.editorsFile.map { [$0] } ?? [])
    let found = others.filter { !$0.diagnostics.isEmpty }.map { file in
      element("h3", lastName(file.path)) + findings(of: file)
    }
    let count = { (state: PartState) in states.count { $0.1 == state } }
    let content = pages.overview.filled([
      "key": Array(issue.session.formKey.utf8), "path": escaped(issue.path), "parts": items,
      "submitted": Array("\(states.count - count(.missing))".utf8), "expected": Array("\(states.count)".utf8),
      "drafts": Array("\(count(.draft))".utf8), "faulty": Array("\(count(.errors))".utf8),
      "undecided": Array("\(undecided(in: issue).count)".utf8),
      "entries": Array("\(issue.survey.compiled?.entryCount ?? 0)".utf8), "others": Array(found.joined()),
      "standing": standing(of: issue), "outputs": outputs(of: issue), "reminders": reminders(states, issue),
    ])
    let said =
      done == "compiled"
      ? element("p class=\"done\" role=\"status\"", texts.text("issue-compiled")) : self.done(done, in: issue)
    return page(of: issue, texts.text("issue-view-overview"), content, at: "overview", done: said)
  }

  private func item(
    for part: IssueSurvey.Part, _ state: PartState, _ version: Version?, _ issue: OpenIssue
  ) -> [UInt8] {
    var facts: [String] = []
    if let version, version.digest == part.file.map({ digest(of: $0.bytes) }) {
      facts.append(texts.text("issue-version", ["number": "\(version.number)", "time": version.time.words]))
    }
    if let count = part.submission?.developments.count, state != .missing {
      facts.append(texts.text("issue-developments", ["number": "\(count)"]))
    }
    if let reason = part.leftOut { facts.append(texts.text("issue-reason", ["reason": reason])) }
    let receipt = version.map { version in
      Array("<a href=\"\(version.receiptPath)\">".utf8) + escaped(texts.text("issue-receipt"))
        + Array("<span class=\"unseen-words\"> \(part.country.rawValue)</span></a>".utf8)
    }
    let found = part.file.map { findings(of: $0) } ?? []
    let leave = leavingOut(part, issue)
    return pages.part.filled([
      "state": Array(state.rawValue.utf8), "name": escaped(part.name),
      "words": escaped(texts.text("issue-state-\(state.rawValue)")),
      "facts": escaped(facts.joined(separator: " · ")), "receipt": receipt ?? [],
      "details": details(texts.text("issue-findings", ["number": "\(part.file?.diagnostics.count ?? 0)"]), found)
        + details(texts.text(part.leftOut == nil ? "choice-leave-out" : "decided-undo"), leave),
    ])
  }

  /// The form with which a whole submission is left out, or that is taken back.
  private func leavingOut(_ part: IssueSurvey.Part, _ issue: OpenIssue) -> [UInt8] {
    if let reason = part.leftOut {
      return taken(Decision(country: part.country, action: .leaveOut(id: nil), reason: reason), issue, back: "overview")
    }
    if part.file == nil || issue.isPublished { return [] }
    return pages.choice.filled([
      "path": escaped(issue.path), "key": Array(issue.session.formKey.utf8), "id": [], "select": [],
      "country": escaped(part.country.rawValue), "action": Array("leave-out".utf8), "back": Array("overview".utf8),
      "required": Array(" required".utf8), "label": escaped(texts.text("issue-leave-submission")),
      "field": Array("\(part.country.rawValue)-reason".utf8), "button": escaped(texts.text("issue-leave-out")),
    ])
  }

  private func details(_ summary: String, _ content: [UInt8]) -> [UInt8] {
    if content.isEmpty { return [] }
    return Array("<details>".utf8) + element("summary", summary) + content + Array("</details>\n".utf8)
  }

  /// The findings on a file, as a list.
  func findings(of file: CheckedFile) -> [UInt8] {
    if file.diagnostics.isEmpty { return [] }
    var html = Array("<ul class=\"found\">\n".utf8)
    for diagnostic in file.diagnostics.prefix(100) {
      html += Array(
        "<li><b class=\"severity \(diagnostic.severity.rawValue)\">\(diagnostic.severity.rawValue)</b> ".utf8)
      html += escaped(diagnostic.message) + Array(" <span class=\"quiet\">".utf8)
      if let line = diagnostic.line { html += escaped(texts.text("issue-line", ["number": "\(line)"]) + " ") }
      html += escaped(diagnostic.help) + Array("</span></li>\n".utf8)
    }
    return html + Array("</ul>\n".utf8)
  }

  /// Whether the issue can be compiled as it stands, in words.
  private func standing(of issue: OpenIssue) -> [UInt8] {
    if issue.survey.issue == nil { return element("p class=\"fault\"", texts.text("issue-no-file")) }
    if issue.survey.compiled == nil { return element("p class=\"caution\"", texts.text("issue-stopped")) }
    return element("p", texts.text("issue-fit"))
  }

  private func reminders(_ states: [(IssueSurvey.Part, PartState)], _ issue: OpenIssue) -> [UInt8] {
    let texts = self.texts
    func reminder(_ state: PartState) -> [UInt8] {
      let names = states.filter { $0.1 == state }.map(\.0.name)
      if names.isEmpty { return [] }
      let field = "reminder-\(state.rawValue)"
      let values = ["names": names.joined(separator: ", "), "period": issue.period.words, "name": issue.period.name]
      let words = ["subject", "opening", "body", "closing"].map {
        texts.text("reminder-\(state.rawValue)-\($0)", values)
      }
      return Array("<label for=\"\(field)\">".utf8) + escaped(texts.text("reminder-\(state.rawValue)-label"))
        + Array("</label>\n".utf8)
        + Array("<textarea id=\"\(field)\" class=\"keep\" rows=\"9\" readonly>\n".utf8)
        + escaped(words.joined(separator: "\n\n")) + Array("</textarea>\n<p class=\"buttons\">".utf8)
        + Array("<button type=\"button\" class=\"lesser\" data-copies=\"\(field)\" data-done=\"".utf8)
        + escaped(texts.text("copy-done")) + Array("\" hidden>".utf8) + escaped(texts.text("copy-button"))
        + Array("</button></p>\n".utf8)
    }
    let all = reminder(.missing) + reminder(.draft)
    return all.isEmpty ? element("p class=\"quiet\"", texts.text("reminder-none")) : all
  }
}

/// The last part of a path.
func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
