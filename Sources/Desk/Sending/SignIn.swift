import DeskStore
import Model
import Reference

/// The page at which people sign in, and what signed-in pages say of who they are.
struct SignIn: Sendable {
  private let registry: Registry
  private let network: Network
  private let texts: Texts
  private let frame: PageFrame
  private let page: PageTemplate
  private let strip: PageTemplate

  init(registry: Registry, network: Network, texts: Texts, frame: PageFrame) throws(DeskError) {
    self.registry = registry
    self.network = network
    self.texts = texts
    self.frame = frame
    page = try PageTemplate(Embedded.signInHTML, texts: texts)
    strip = try PageTemplate(Embedded.signedHTML, texts: texts)
  }

  /// The page with the form.
  ///
  /// - Parameters:
  ///   - part: The part of the desk at which people want to be.
  ///   - problem: The id of the text that says what was wrong with a token, if anything was.
  func page(at part: DeskPart, problem: String? = nil) -> [UInt8] {
    let error = problem.map { element("p id=\"token-error\" class=\"fault\" role=\"alert\"", texts.text($0)) } ?? []
    let title = texts.text(part == .issue ? "sign-in-title-editor" : "sign-in-title")
    let content = page.filled([
      "title": escaped(title), "part": Array(part.rawValue.utf8), "error": error,
      "described": Array((problem == nil ? "" : " aria-invalid=\"true\" aria-errormessage=\"token-error\"").utf8),
    ])
    return frame.page(title: title, content: content, at: part)
  }

  /// What a page says of who is signed in, with the way to sign out.
  func strip(for session: Session) -> [UInt8] {
    strip.filled([
      "who": escaped(texts.text("signed-as", ["name": name(of: session.holder), "token": session.token])),
      "key": Array(session.formKey.utf8),
    ])
  }

  /// What somebody is called.
  func name(of holder: Holder) -> String {
    switch holder {
    case .editor: texts.text("signed-editor")
    case .contributor(let code): name(of: code)
    }
  }

  /// What a contributor is called today.
  func name(of code: CountryCode) -> String {
    Moment.now.day.map { network.name(of: code, on: $0) } ?? code.rawValue
  }
}
