import Desk
import DeskStore
import Hummingbird
import NIOCore

extension DeskServer {
  /// The pages at which people sign in and send.
  func addSending(to router: Router<DeskContext>) {
    let desk = desk.send
    router.get("/send") { request, _ in Response(page: try desk.page(for: try session(of: request))) }
    router.get("/receipt/:period/:document/:number") { request, context in
      Response(try receipt(request, context, .page))
    }
    router.get("/receipt/:period/:document/:number/text") { request, context in
      Response(try receipt(request, context, .text))
    }
    router.get("/receipt/:period/:document/:number/file") { request, context in
      Response(try receipt(request, context, .file))
    }
    forms(of: router)
      .post("/sign-in") { request, _ in
        let (key, answer) = try desk.signIn(with: try await form(of: request))
        var response = Response(answer)
        if let key { response.setCookie(cookie(key)) }
        return response
      }
      .post("/sign-out") { request, _ in
        if let (_, form) = try? await signedForm(of: request), let key = key(of: request) {
          try desk.signOut(key, with: form)
        }
        var response = Response.redirect(to: "/", type: .normal)
        response.setCookie(cookie("", ends: true))
        return response
      }
      .post("/send") { request, _ in
        let (session, form) = try await signedForm(of: request)
        return Response(try await desk.answer(to: form, in: session))
      }
  }

  private func receipt(
    _ request: Request, _ context: DeskContext, _ form: SendDesk.ReceiptForm
  ) throws -> Answer {
    let names = try ["period", "document", "number"].map { try context.parameters.require($0) }
    return try desk.send.receipt(names[0], names[1], names[2], as: form, for: try session(of: request))
  }

  /// Who asks; `nil` for nobody who is signed in.
  func session(of request: Request) throws -> Session? { try registry.session(key(of: request)) }

  /// The form that a request brings, and who sends it: it must be a form of that session.
  func signedForm(of request: Request) async throws -> (Session, Form) {
    let form = try await form(of: request)
    guard let session = try session(of: request), form.belongs(to: session) else {
      throw Desk.Refusal(problem: .signedOut)
    }
    return (session, form)
  }

  private func key(of request: Request) -> String? { request.cookies[cookieName]?.value }

  /// Browsers take a cookie with such a prefix over TLS only, for this host alone (RFC 6265bis, 4.1.3).
  private var cookieName: String { isBehindProxy ? "__Host-desk" : "desk" }

  private func cookie(_ key: String, ends: Bool = false) -> Cookie {
    Cookie(
      name: cookieName, value: key, maxAge: ends ? 0 : nil, path: "/", secure: isBehindProxy, httpOnly: true,
      sameSite: .strict)
  }
}

extension Response {
  /// What the desk answers, as HTTP has it.
  init(_ answer: Answer) {
    switch answer {
    case .page(let page, let standing):
      let status: HTTPResponse.Status =
        switch standing {
        case .good: .ok
        case .refused: .unprocessableContent
        case .forbidden: .forbidden
        }
      self.init(status: status, page: page)
    case .see(let path):
      self = .redirect(to: path, type: .normal)
      headers[.cacheControl] = "no-store"
    case .file(let bytes, let name, let type):
      self.init(page: bytes)
      headers[.contentType] = type
      headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    case .document(let bytes, let type, let policy):
      self.init(page: bytes)
      headers[.contentType] = type
      if let policy { headers[.contentSecurityPolicy] = policy }
    }
  }
}
