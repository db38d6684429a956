import Desk
import DeskStore
import Hummingbird
import Model

extension DeskServer {
  /// How many times as often as it may send forms an address may ask what is found in a text while it is typed.
  private static let liveChecks = 6

  /// The routes of the form for a submission.
  func addWriting(to router: Router<DeskContext>) {
    let write = desk.write
    router.get("/write") { request, _ in
      let parameters = request.uri.queryParameters
      return Response(
        page: write.page(
          country: parameters["country"].map(String.init), period: parameters["period"].map(String.init),
          session: writer(request)))
    }
    router.get("/write/check") { _, _ in Response.redirect(to: "/write", type: .normal) }
    router.get("/write/download") { _, _ in Response.redirect(to: "/write", type: .normal) }
    let group = router.group().addMiddleware { OwnForms() }
    group.group().addMiddleware { Limits(limit: limit, isBehindProxy: isBehindProxy) }
      .post("/write") { request, _ in
        let form = try await form(of: request, mostFields: WriteDesk.mostFields)
        return Response(page: try write.page(of: form, session: writer(request)))
      }
      .post("/write/download") { request, _ in
        let file = write.download(try await form(of: request, mostFields: WriteDesk.mostFields))
        var response = Response(page: file.bytes)
        response.headers[.contentType] = "application/xml; charset=utf-8"
        response.headers[.contentDisposition] = "attachment; filename=\"\(file.name)\""
        return response
      }
    group.group().addMiddleware { Limits(limit: limit.times(Self.liveChecks), isBehindProxy: isBehindProxy) }
      .post("/write/check") { request, _ in
        let form = try await form(of: request, mostFields: WriteDesk.mostFields)
        var response = Response(page: write.live(form, session: writer(request)))
        response.headers[.contentType] = "application/json; charset=utf-8"
        return response
      }
  }

  /// Who has signed in, for whom a draft is kept and a button to send is shown.
  ///
  /// A page of another site cannot have a draft changed: browsers send the session's cookie with requests of this site only.
  private func writer(_ request: Request) -> WriteDesk.Session? {
    guard let session = try? session(of: request), case .contributor(let country) = session.holder else { return nil }
    return WriteDesk.Session(
      country: country, fields: [("key", session.formKey)], strip: desk.send.strip(for: session))
  }
}
