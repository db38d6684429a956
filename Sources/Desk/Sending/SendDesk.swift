import DeskStore
import Model
import Pipeline
import Reference

/// The part of the desk at which contact points send their submissions.
public struct SendDesk: Sendable {
  let parts: ResultParts
  let registry: Registry
  let network: Network
  let texts: Texts
  let frame: PageFrame
  let signIn: SignIn
  private let form: PageTemplate
  private let editor: PageTemplate
  let result: PageTemplate
  let receipt: PageTemplate

  init(
    parts: ResultParts, registry: Registry, network: Network, texts: Texts, frame: PageFrame
  ) throws(DeskError) {
    self.parts = parts
    self.registry = registry
    self.network = network
    self.texts = texts
    self.frame = frame
    signIn = try SignIn(registry: registry, network: network, texts: texts, frame: frame)
    form = try PageTemplate(Embedded.sendHTML, texts: texts)
    editor = try PageTemplate(Embedded.sendEditorHTML, texts: texts)
    result = try PageTemplate(Embedded.sendResultHTML, texts: texts)
    receipt = try PageTemplate(Embedded.receiptHTML, texts: texts)
  }

  /// The first page: for whoever is not signed in, the form with which to do so.
  ///
  /// - Throws: `StoreError` when the desk cannot read what it keeps.
  public func page(for session: Session?) throws(StoreError) -> [UInt8] {
    guard let session else { return signIn.page(at: .send) }
    guard case .contributor(let code) = session.holder else {
      let content = editor.filled(["strip": signIn.strip(for: session)])
      return frame.page(title: texts.text("send-title"), content: content, at: .send)
    }
    return try page(for: session, code, problem: nil)
  }

  /// What a page says of who is signed in, with the way to sign out, as HTML.
  public func strip(for session: Session) -> [UInt8] { signIn.strip(for: session) }

  /// Signs somebody in.
  ///
  /// - Returns: The key for the browser's cookie and where to go next; `nil` and a page that says so when there is no
  ///   such token.
  /// - Throws: `StoreError` when the desk cannot use what it keeps.
  public func signIn(with form: Form, at time: Moment = .now) throws(StoreError) -> (key: String?, answer: Answer) {
    let part = form.text("part").flatMap(DeskPart.init) ?? .send
    let words = form.text("token") ?? ""
    if words.allSatisfy(\.isWhitespace) {
      return (nil, .page(signIn.page(at: part, problem: "sign-in-empty"), .refused))
    }
    guard let (key, session) = try registry.open()?.sessions.begin(words, at: time) else {
      return (nil, .page(signIn.page(at: part, problem: "sign-in-unknown"), .forbidden))
    }
    return (key, .see(session.holder == .editor ? DeskPart.issue.path : DeskPart.send.path))
  }

  /// Ends a session by a form of its own.
  ///
  /// - Throws: `StoreError` when the desk cannot use what it keeps.
  public func signOut(_ key: String, with form: Form, at time: Moment = .now) throws(StoreError) {
    guard let sessions = try registry.open()?.sessions, let session = try sessions.session(key, at: time),
      form.belongs(to: session)
    else { return }
    try sessions.end(key, at: time)
  }

  func page(for session: Session, _ code: CountryCode, problem: String?) throws(StoreError) -> [UInt8] {
    let fault = problem.map { element("p id=\"send-fault\" class=\"fault\" role=\"alert\"", texts.text($0)) } ?? []
    let content = form.filled([
      "strip": signIn.strip(for: session), "fault": fault, "key": Array(session.formKey.utf8),
      "mark": Array(newFormMark().utf8), "sent": try sent(by: code),
      "lead": escaped(texts.text("send-lead", ["name": signIn.name(of: code)])),
    ])
    return frame.page(title: texts.text("send-title"), content: content, at: .send)
  }

  /// What a contributor sent, the newest period and version first.
  private func sent(by code: CountryCode) throws(StoreError) -> [UInt8] {
    let versions = try registry.open()?.store.versions(of: .submission(code)) ?? []
    if versions.isEmpty { return element("p class=\"quiet\"", texts.text("send-none")) }
    let newest = versions.sorted { ($0.period, $0.number) > ($1.period, $1.number) }
    var html: [UInt8] = Array("<ul class=\"sent\">\n".utf8)
    for version in newest {
      let link = texts.text("send-version", ["period": version.period.words, "number": "\(version.number)"])
      html += Array("<li><a href=\"\(version.receiptPath)\">".utf8) + escaped(link) + Array("</a> ".utf8)
      html += element("span class=\"quiet\"", facts(of: version)) + Array("</li>\n".utf8)
    }
    return html + Array("</ul>\n".utf8)
  }

  private func facts(of version: Version) -> String {
    var facts = [state(of: version)]
    if let count = version.developments { facts.append(self.count(count)) }
    facts.append(texts.text("send-received", ["time": version.time.words]))
    return facts.joined(separator: " · ")
  }

  /// How many developments, in words.
  func count(_ count: Int) -> String {
    texts.text(count == 1 ? "send-one-development" : "send-developments", ["number": "\(count)"])
  }

  /// Whether a version is final, in words.
  func state(of version: Version) -> String {
    switch version.status {
    case .draft: texts.text("send-draft")
    case .final: texts.text("send-final")
    case nil: texts.text("send-found")
    }
  }
}

extension Version {
  /// Where the desk shows its receipt.
  var receiptPath: String { "/receipt/\(period.name)/\(document.name)/\(number)" }
}
