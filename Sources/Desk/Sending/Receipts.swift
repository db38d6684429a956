import DeskStore
import Model

extension SendDesk {
  /// Which form of a receipt is asked for.
  public enum ReceiptForm: Sendable {
    case page, text
    /// The file itself, as it was accepted.
    case file
  }

  /// The receipt of a version; a contributor sees its own, the editor all.
  ///
  /// - Parameters:
  ///   - period: The name of the period.
  ///   - document: The code of the contributor, or the name of the editors' file.
  ///   - number: The number of the version.
  ///   - form: Which form of it is asked for.
  ///   - session: Who asks.
  /// - Throws: `Desk.Refusal` when there is none, or it is for others; `StoreError` when it cannot be read.
  public func receipt(
    _ period: String, _ document: String, _ number: String, as form: ReceiptForm, for session: Session?
  ) throws -> Answer {
    guard let session else { return .page(signIn.page(at: .send), .forbidden) }
    // What the names say is looked up in the database; no path is made of them.
    guard let opened = try registry.open(), let period = Period(period), let number = Int(number) else {
      throw Desk.Refusal(problem: .notFound)
    }
    let found = Document(named: document)
    guard mayRead(found, session) else { throw Desk.Refusal(problem: .notYours) }
    guard let version = try opened.store.version(number, of: found, for: period) else {
      throw Desk.Refusal(problem: .notFound)
    }
    let stem = "\(version.document.name)-\(version.period.name)-\(version.number)"
    switch form {
    case .page: return .page(page(of: version, for: session), .good)
    case .text:
      return .file(
        Array(text(of: version).utf8), name: "receipt-\(stem).txt", type: "text/plain; charset=utf-8")
    case .file:
      return .file(
        try opened.keeper.bytes(of: version), name: "\(stem).xml", type: "application/xml; charset=utf-8")
    }
  }

  private func mayRead(_ document: Document, _ session: Session) -> Bool {
    switch (session.holder, document) {
    case (.editor, _): true
    case (.contributor(let own), .submission(let code)): own == code
    case (.contributor, .issue): false
    }
  }

  private func page(of version: Version, for session: Session) -> [UInt8] {
    let isDraft = version.status == .draft
    var facts: [UInt8] = []
    for (name, value) in lines(of: version) {
      facts += element("dt", name) + element("dd", value)
    }
    let content = receipt.filled([
      "strip": signIn.strip(for: session), "title": escaped(texts.text("receipt-title")),
      "lead": escaped(texts.text(isDraft ? "receipt-draft" : "receipt-lead", ["period": version.period.words])),
      "facts": facts, "text": escaped(text(of: version)), "path": escaped(version.receiptPath),
    ])
    return frame.page(title: texts.text("receipt-title"), content: content, at: .send)
  }

  /// The receipt as plain text.
  private func text(of version: Version) -> String {
    let lines = lines(of: version).map { "\($0): \($1)\n" }
    return texts.text("receipt-head") + "\n\n" + lines.joined()
  }

  private func lines(of version: Version) -> [(String, String)] {
    let contributor: String =
      switch version.document {
      case .submission(let code): "\(signIn.name(of: code)) (\(code.rawValue))"
      case .issue: texts.text("receipt-issue")
      }
    var lines = [
      (texts.text("receipt-contributor"), contributor),
      (texts.text("receipt-period"), "\(version.period.words) (\(version.period.name))"),
      (texts.text("receipt-version"), "\(version.number)"),
      (texts.text("receipt-time"), "\(version.time.words) (\(version.time.iso))"),
      (texts.text("receipt-state"), state(of: version)),
    ]
    if let count = version.developments { lines.append((texts.text("receipt-developments"), "\(count)")) }
    if let count = version.warnings { lines.append((texts.text("receipt-warnings"), "\(count)")) }
    lines.append((texts.text("receipt-size"), "\(version.size)"))
    lines.append(("SHA-256", version.digest))
    return lines
  }
}
