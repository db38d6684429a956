import DeskStore
import Model
import Pipeline

extension IssueDesk {
  /// Opens a period: its editors' file is made, to be filled in.
  ///
  /// - Throws: `Desk.Refusal` when the session is not the editor's, `StoreError` when it cannot be kept.
  public func open(_ form: Form, in session: Session, at time: Moment = .now) async throws -> Answer {
    guard session.holder == .editor else { throw Desk.Refusal(problem: .notYours) }
    let words = (form.text("period") ?? "").filter { !$0.isWhitespace }
    guard let period = Period(words) else { return .page(try list(for: session, problem: "issue-no-period"), .refused) }
    let delivery = VersionKeeper.Delivery(
      period: period, document: .issue, bytes: workshop.newIssue(period: period), token: session.token, base: "")
    do throws(VersionKeeper.Refusal) {
      _ = try await keeper().accept(delivery, at: time)
    } catch {
      if case .failed(let error) = error { throw error }
      // It is there: that is what was wanted.
    }
    return .see("/issue/\(period.name)/file")
  }

  /// Writes a decision into the editors' file, or takes one out.
  ///
  /// - Parameters:
  ///   - name: The name of the period.
  ///   - form: The form, with the kind of the decision, the country, the entry, what was chosen and the reason.
  ///   - session: Who decides.
  ///   - time: The time.
  /// - Throws: `Desk.Refusal` when that cannot be decided, `StoreError` when it cannot be kept.
  public func decide(_ name: String, _ form: Form, in session: Session, at time: Moment = .now) async throws -> Answer {
    guard session.holder == .editor else { throw Desk.Refusal(problem: .notYours) }
    let issue = try openIssue(name, session)
    guard var decision = decision(in: form, for: issue) else { throw Desk.Refusal(problem: .form) }
    guard let file = issue.file, var text = IssueText(file) else {
      return .page(self.file(of: issue, problem: "issue-file-unreadable"), .refused)
    }
    let isTakenBack = form.text("back-out") != nil
    let before = issue.survey.issue?.decisions.last {
      $0.country == decision.country && $0.action.name == decision.action.name && $0.ids.first == decision.ids.first
    }
    if isTakenBack {
      guard text.remove(decision) else { return .see(path(back: form, issue, done: nil)) }
    } else {
      if decision.reason.allSatisfy(\.isWhitespace) {
        guard case .setTheme(_, let theme) = decision.action else { throw Desk.Refusal(problem: .noReason) }
        decision.reason = reason(for: theme, decision, issue)
      }
      text.set(decision)
    }
    var delivery = VersionKeeper.Delivery(
      period: issue.period, document: .issue, bytes: text.bytes, token: session.token, base: issue.base)
    delivery.remarks = [
      ("decision", .text(isTakenBack ? "none" : decision.record)), ("kind", .text(decision.action.name)),
      ("country", .text(decision.country.rawValue)), ("entry", .text(decision.ids.first ?? "")),
      ("before", .text(before?.record ?? "none")), ("sha256-before", .text(issue.base)),
    ]
    let done = "\(decision.action.name).\(decision.country.rawValue).\(decision.ids.first ?? "")"
    return try await keep(delivery, issue, at: time, then: path(back: form, issue, done: done))
  }

  /// Sets the special note.
  ///
  /// - Throws: As `decide`.
  public func setNote(_ name: String, _ form: Form, in session: Session, at time: Moment = .now) async throws -> Answer
  {
    guard session.holder == .editor else { throw Desk.Refusal(problem: .notYours) }
    let issue = try openIssue(name, session)
    let (headline, body) = (form.text("headline") ?? "", form.text("body") ?? "")
    guard let file = issue.file, var text = IssueText(file) else {
      return .page(self.file(of: issue, problem: "issue-file-unreadable"), .refused)
    }
    if headline.allSatisfy(\.isWhitespace) != body.allSatisfy(\.isWhitespace) {
      return .page(note(of: issue, problem: "note-half", refused: (headline, body)), .refused)
    }
    text.setSpecialNote(headline: headline, body: body)
    guard form.text("base") == issue.base else {
      return .page(note(of: issue, problem: "issue-changed", refused: (headline, body)), .refused)
    }
    let found = parts.result(of: text.bytes, fileName: "issue.xml")
    let errors = issue.survey.editorsFile?.count(.error) ?? 0
    if found.outcome.file.count(.error) > errors {
      var faulty = found.outcome.file
      faulty.diagnostics.removeAll { $0.severity != .error }
      return .page(
        note(of: issue, problem: "note-faulty", refused: (headline, body), errors: faulty), .refused)
    }
    var delivery = VersionKeeper.Delivery(
      period: issue.period, document: .issue, bytes: text.bytes, token: session.token, base: issue.base)
    delivery.remarks = [("part", .text("special-note")), ("sha256-before", .text(issue.base))]
    return try await keep(delivery, issue, at: time, then: "\(issue.path)?done=kept")
  }

  /// Takes the editors' file as a whole.
  ///
  /// - Throws: As `decide`.
  public func setFile(_ name: String, _ form: Form, in session: Session, at time: Moment = .now) async throws -> Answer
  {
    guard session.holder == .editor else { throw Desk.Refusal(problem: .notYours) }
    let issue = try openIssue(name, session)
    guard let bytes = form.submittedFile else { return .page(file(of: issue, problem: "file-empty"), .refused) }
    let found = parts.result(of: bytes, fileName: "issue.xml")
    let isOfPeriod = found.outcome.file.period == issue.period
    guard found.outcome.file.isValid, isOfPeriod, form.text("base") == issue.base else {
      let id = found.outcome.file.isValid ? isOfPeriod ? "issue-changed" : "file-other-period" : "file-faulty"
      var slots = found.slots
      slots["strip"] = signIn.strip(for: session)
      slots["objection"] = escaped(texts.text(id, ["period": issue.period.name]))
      slots["path"] = escaped(issue.path)
      slots["key"] = Array(session.formKey.utf8)
      slots["base"] = Array(issue.base.utf8)
      return .page(
        frame.page(title: texts.text("issue-view-file"), content: pages.result.filled(slots), at: .issue), .refused)
    }
    var delivery = VersionKeeper.Delivery(
      period: issue.period, document: .issue, bytes: bytes, token: session.token, base: issue.base)
    delivery.remarks = [("part", .text("file")), ("sha256-before", .text(issue.base))]
    return try await keep(delivery, issue, at: time, then: "\(issue.path)?done=kept")
  }

  private func keep(
    _ delivery: VersionKeeper.Delivery, _ issue: OpenIssue, at time: Moment, then path: String
  ) async throws -> Answer {
    do throws(VersionKeeper.Refusal) {
      _ = try await keeper().accept(delivery, at: time)
      return .see(path)
    } catch {
      switch error {
      case .failed(let error): throw error
      case .published: throw Desk.Refusal(problem: .published)
      case .changed: throw Desk.Refusal(problem: .changed)
      }
    }
  }

  func keeper() throws(VersionKeeper.Refusal) -> VersionKeeper {
    do {
      if let keeper = try registry.open()?.keeper { return keeper }
    } catch { throw .failed(error) }
    throw .failed(StoreError("The desk's database is gone."))
  }

  /// The decision that a form asks for; `nil` when it names what is not there.
  private func decision(in form: Form, for issue: OpenIssue) -> Decision? {
    guard let part = issue.survey.parts.first(where: { $0.country.rawValue == form.text("country") }) else {
      return nil
    }
    let ids = part.submission?.developments.map(\.id) ?? []
    let id = form.text("id").flatMap { $0.isEmpty ? nil : $0 }
    let value = form.text("value") ?? ""
    let isTakenBack = form.text("back-out") != nil
    // What is taken back may have lost its entry: a newer version of the submission may not have it.
    if let id, isTakenBack ? !isEntryName(id) : !ids.contains(id) { return nil }
    let action: Decision.Action
    switch (form.text("action"), id) {
    case ("set-theme", let id?):
      guard isTakenBack || workshop.reference.taxonomy.contains(ThemeCode(value)) else { return nil }
      action = .setTheme(id: id, ThemeCode(value))
    case ("leave-out", let id): action = .leaveOut(id: id)
    case ("merge", let id?):
      guard isTakenBack || ids.contains(value) && value != id else { return nil }
      action = .merge(id: id, into: value)
    case ("place", let id?):
      guard isTakenBack || ids.contains(value) && value != id else { return nil }
      action = .place(id: id, before: value)
    default: return nil
    }
    return Decision(country: part.country, action: action, reason: form.text("reason") ?? "")
  }

  /// What is written as the reason where the editor gave none for a theme.
  private func reason(for theme: ThemeCode, _ decision: Decision, _ issue: OpenIssue) -> String {
    let themed = themed(in: issue).first {
      $0.part.country == decision.country && $0.development.id == decision.ids.first
    }
    return texts.text(themed?.decision.theme == theme ? "decided-confirmed" : "decided-overruled")
  }

  /// Where to go after a decision.
  private func path(back form: Form, _ issue: OpenIssue, done: String?) -> String {
    let done = done.map { "?done=\($0)" } ?? ""
    switch form.text("back") {
    case "themes": return "\(issue.path)/themes\(done)"
    case "entries": return "\(issue.path)/entries"
    case "entry":
      let (country, id) = (form.text("country") ?? "", form.text("id") ?? "")
      return "\(issue.path)/entry/\(country)/\(id)\(done)"
    default: return "\(issue.path)\(done)"
    }
  }
}

/// Whether a text has the form of an entry's id.
private func isEntryName(_ text: String) -> Bool {
  text.utf8.allSatisfy {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      || $0 == UInt8(ascii: "-")
  }
}

extension Decision {
  /// What the log says of it: never the reason, which may tell of people.
  fileprivate var record: String { action.value.map { "\(action.name) \($0.value)" } ?? action.name }
}
