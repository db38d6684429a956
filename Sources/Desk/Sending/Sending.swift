import DeskStore
import Model
import Pipeline

extension SendDesk {
  /// Checks what a form holds, and keeps it when nothing speaks against it.
  ///
  /// With errors it is refused; warnings have to be confirmed by the form's field `confirmed`, which holds the digest of
  /// the text that they were found in. What is kept is the file as it came, for which see `file(of:)`.
  ///
  /// - Parameters:
  ///   - form: The form, which belongs to the session.
  ///   - session: Who sends it.
  ///   - time: The time.
  /// - Throws: `StoreError` when the desk cannot keep it, `Desk.Refusal` when the session may not send.
  public func answer(to form: Form, in session: Session, at time: Moment = .now) async throws -> Answer {
    guard case .contributor(let code) = session.holder else { throw Desk.Refusal(problem: .notYours) }
    guard let bytes = file(of: form) else {
      return .page(try page(for: session, code, problem: "send-empty"), .refused)
    }
    let found = parts.result(of: bytes, fileName: nil)
    if let objection = objection(to: found.outcome, by: code, at: time) {
      return .page(page(of: found, in: session, objection, button: "send-again"), objection.standing)
    }
    guard let submission = found.outcome.submission else { throw Desk.Refusal(problem: .form) }
    guard let opened = try registry.open() else { throw Desk.Refusal(problem: .signedOut) }
    let warnings = found.outcome.file.count(.warning)
    let versions = try opened.store.versions(of: .submission(code), for: submission.period)
    if form.text("confirmed") != confirmation(of: found.outcome.source),
      let doubt = doubt(about: submission, warnings: warnings, after: versions.last)
    {
      return .page(page(of: found, in: session, doubt, original: bytes, button: "send-confirm"), .good)
    }
    let delivery = VersionKeeper.Delivery(
      period: submission.period, document: .submission(code), bytes: bytes, token: session.token,
      form: form.text("mark").flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : $0 }, status: submission.status,
      developments: submission.developments.count, warnings: warnings)
    do throws(VersionKeeper.Refusal) {
      return .see(try await opened.keeper.accept(delivery, at: time).receiptPath)
    } catch {
      switch error {
      case .failed(let error): throw error
      case .published, .changed:
        let objection = Objection(
          words: texts.text("send-published", ["period": submission.period.words]), standing: .refused)
        return .page(page(of: found, in: session, objection, button: "send-again"), .refused)
      }
    }
  }

  /// The file that a form sends: what was sent first, where the text is still the one that was shown of it, else the
  /// text. A text field would give other line breaks back, and another encoding.
  private func file(of form: Form) -> [UInt8]? {
    guard let sent = form.submittedFile else { return nil }
    guard let original = form.original, digest(of: sent) == form.text("confirmed") else { return sent }
    return original
  }

  /// Why something is not sent, or not yet.
  struct Objection {
    var words: String
    var standing: Answer.Standing
  }

  private func objection(to outcome: SubmissionCheck.Outcome, by code: CountryCode, at time: Moment) -> Objection? {
    if let submission = outcome.submission, submission.country != code {
      let names = ["own": signIn.name(of: code), "other": signIn.name(of: submission.country)]
      return Objection(words: texts.text("send-other-country", names), standing: .forbidden)
    }
    guard outcome.file.isValid else {
      let count = outcome.file.count(.error)
      let words = texts.text(count == 1 ? "send-error" : "send-errors", ["number": "\(count)"])
      return Objection(words: words, standing: .refused)
    }
    guard let submission = outcome.submission else {
      return Objection(words: texts.text("send-no-submission"), standing: .refused)
    }
    guard let today = time.day, submission.period.first <= today else {
      let words = texts.text("send-future", ["period": submission.period.words])
      return Objection(words: words, standing: .refused)
    }
    return nil
  }

  /// What has to be confirmed before something is sent.
  private func doubt(about submission: Submission, warnings: Int, after newest: Version?) -> Objection? {
    var words: [String] = []
    if submission.status == .draft, newest?.status == .final { words.append(texts.text("send-draft-after-final")) }
    if warnings > 0 {
      words.append(texts.text(warnings == 1 ? "send-warning" : "send-warnings", ["number": "\(warnings)"]))
    }
    return words.isEmpty ? nil : Objection(words: words.joined(separator: " "), standing: .good)
  }

  private func page(
    of found: ResultParts.Result, in session: Session, _ objection: Objection, original: [UInt8]? = nil,
    button: String
  ) -> [UInt8] {
    var slots = found.slots
    slots["strip"] = signIn.strip(for: session)
    if case .contributor(let code) = session.holder { slots["name"] = escaped("\(code.rawValue).xml") }
    slots["objection"] = escaped(objection.words)
    slots["grade"] = Array((objection.standing == .good ? "caution" : "fault").utf8)
    slots["button"] = escaped(texts.text(button))
    slots["key"] = Array(session.formKey.utf8)
    slots["mark"] = Array(newFormMark().utf8)
    slots["confirmed"] = Array((objection.standing == .good ? confirmation(of: found.outcome.source) : "").utf8)
    // Most texts come back from a form as they were, and need not be sent twice.
    if let original, original != fileText(ofField: found.outcome.source) {
      let opening = Array("<input type=\"hidden\" name=\"original\" value=\"".utf8)
      slots["original"] = opening + base64(of: original) + Array("\">\n".utf8)
    }
    return frame.page(title: texts.text("send-not-sent"), content: result.filled(slots), at: .send)
  }

  /// What stands for a text whose warnings were seen: the same for the file as it came and for the text that a browser
  /// makes of it in a form.
  private func confirmation(of source: [UInt8]) -> String { digest(of: fileText(ofField: source)) }
}

extension Form {
  /// The bytes of the file that was sent first, where the desk put them into the form.
  fileprivate var original: [UInt8]? { field("original").flatMap { bytes(ofBase64: $0.value) } }
}
