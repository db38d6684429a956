import Console
import Desk
import Glibc
import Hummingbird
import NIOCore

/// Serves the pages of a desk.
struct DeskServer {
  let desk: Desk
  /// The most bytes that a file may have.
  let largestFile: Int
  let limit: RateLimit
  let isBehindProxy: Bool
  /// What the desk keeps.
  let registry: Registry

  /// Serves until the program is told to stop.
  ///
  /// - Throws: What keeps it from listening on the address.
  func run(host: String, port: Int) async throws {
    var application = Application(
      router: router,
      server: .http1(configuration: .init(idleTimeout: .seconds(60))),
      configuration: .init(address: .hostname(host, port: port)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? port
        Terminal.print("The desk is open at http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
      })
    // What people send is not to stand in a log; what goes wrong within the server is.
    application.logger.logLevel = .error
    do {
      try await application.runService()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw DeskError("Something else listens on port \(port) of \(host) already; choose another with --port.")
    } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
      throw DeskError("\(host) is not an address of this computer; choose one that is with --host.")
    } catch is SocketAddressError.UnknownHost {
      throw DeskError("No computer of the name “\(host)” is known here; choose another with --host.")
    }
  }

  private var router: Router<DeskContext> {
    let router = Router(context: DeskContext.self, options: [.autoGenerateHeadEndpoints])
    router.addMiddleware {
      SecurityHeaders(isBehindProxy: isBehindProxy)
      Problems(desk: desk)
    }
    router.get("/") { [page = desk.checkPage] _, _ in Response(page: page) }
    router.get("/check") { _, _ in Response.redirect(to: "/", type: .normal) }
    for file in desk.files.all {
      router.get(RouterPath(file.path)) { _, _ in
        var response = Response(page: file.bytes)
        response.headers[.contentType] = file.type
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
      }
    }
    forms(of: router)
      .post("/check") { request, _ in Response(page: try desk.result(of: try await form(of: request))) }
      .post("/download") { request, _ in
        let file = try desk.download(of: try await form(of: request))
        var response = Response(page: file.bytes)
        response.headers[.contentType] = "application/xml; charset=utf-8"
        response.headers[.contentDisposition] = "attachment; filename=\"\(file.name)\""
        return response
      }
    addSending(to: router)
    addIssues(to: router)
    addWriting(to: router)
    return router
  }

  /// The routes to which forms are sent.
  func forms(of router: Router<DeskContext>) -> RouterGroup<DeskContext> {
    router.group().addMiddleware {
      OwnForms()
      Limits(limit: limit, isBehindProxy: isBehindProxy)
    }
  }

  /// A file, and what stands around it in a form: its fields' names, boundaries, and line breaks that browsers send as
  /// two bytes; and the file as it came, in Base64, where a text with warnings is confirmed.
  private var largestForm: Int { largestFile + largestFile / 8 + (8 << 10) + (largestFile + 2) / 3 * 4 }

  /// What is read of a request that is too large, so that browsers, which hear nothing before all is sent, show why it
  /// was refused: 64 MiB. Whoever sends more hears nothing.
  private static let mostDiscarded = 64 << 20

  /// The form that a request brings.
  func form(of request: Request, mostFields: Int = 32) async throws -> Form {
    let type = request.headers[.contentType] ?? ""
    guard let form = Form(try await bytes(of: request.body), contentType: type, mostFields: mostFields) else {
      throw Desk.Refusal(problem: .form)
    }
    if form.largestField > largestFile { throw Desk.Refusal(problem: .tooLarge) }
    return form
  }

  /// The bytes that a request brings. Of those that are too many none is kept.
  private func bytes(of body: RequestBody) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    var count = 0
    for try await part in body {
      count += part.readableBytes
      if count > Self.mostDiscarded { break }
      if count > largestForm { bytes = [] } else { bytes.append(contentsOf: part.readableBytesView) }
    }
    if count > largestForm { throw Desk.Refusal(problem: .tooLarge) }
    return bytes
  }
}

/// What the desk knows of a request beside the request itself.
struct DeskContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address from which it came, which may be a proxy's.
  let address: String

  init(source: Source) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }
}

extension Response {
  /// A page of the desk, which nobody is to keep.
  init(status: HTTPResponse.Status = .ok, page: [UInt8]) {
    self.init(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8", .contentLength: "\(page.count)", .cacheControl: "no-store",
      ], body: .init(byteBuffer: ByteBuffer(bytes: page)))
  }
}
