import Desk
import DeskStore
import Hummingbird

extension DeskServer {
  /// The pages at which the editor makes an issue.
  func addIssues(to router: Router<DeskContext>) {
    let desk = desk.issues
    router.get("/issue") { request, _ in Response(try desk.answer(.all, for: try session(of: request))) }
    for (path, view) in [
      ("", IssueDesk.View.overview), ("/themes", .themes), ("/entries", .entries), ("/note", .note), ("/file", .file),
    ] {
      router.get(RouterPath("/issue/:period\(path)")) { request, context in try show(view, request, context) }
    }
    router.get("/issue/:period/entry/:country/:id") { request, context in
      let (country, id) = (try context.parameters.require("country"), try context.parameters.require("id"))
      return try show(.entry(country: country, id: id), request, context)
    }
    router.get("/issue/:period/preview/:name") { request, context in
      try show(.preview(try context.parameters.require("name")), request, context)
    }
    router.get("/issue/:period/output/:name") { request, context in
      try show(.output(try context.parameters.require("name")), request, context)
    }
    forms(of: router)
      .post("/issue") { request, _ in
        let (session, form) = try await signedForm(of: request)
        return Response(try await desk.open(form, in: session))
      }
      .post("/issue/:period/decide") { request, context in
        let (session, form) = try await signedForm(of: request)
        return Response(try await desk.decide(try period(context), form, in: session))
      }
      .post("/issue/:period/note") { request, context in
        let (session, form) = try await signedForm(of: request)
        return Response(try await desk.setNote(try period(context), form, in: session))
      }
      .post("/issue/:period/file") { request, context in
        let (session, form) = try await signedForm(of: request)
        return Response(try await desk.setFile(try period(context), form, in: session))
      }
      .post("/issue/:period/compile") { request, context in
        let (session, _) = try await signedForm(of: request)
        return Response(try desk.compile(try period(context), in: session))
      }
  }

  private func show(_ view: IssueDesk.View, _ request: Request, _ context: DeskContext) throws -> Response {
    let done = request.uri.queryParameters.get("done")
    return Response(
      try desk.issues.answer(view, of: try period(context), done: done, for: try session(of: request)))
  }

  private func period(_ context: DeskContext) throws -> String { try context.parameters.require("period") }
}
