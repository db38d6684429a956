import Console
import Desk
import DeskStore
import Hummingbird

/// Says with each answer what browsers may do with it: nothing but show it with the desk's own style and script.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = DeskContext

  let isBehindProxy: Bool

  /// What a page may do. The image is the empty one that stands for an icon, for which browsers would ask otherwise.
  private static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'", "img-src data:",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    // W3C, Content Security Policy Level 3; Fetch, "Cross-Origin-Resource-Policy"; HTML, "Cross-origin opener policies".
    // An edition that is shown brings its own, no wider: it knows its style and script by their digests.
    if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = Self.policy }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[named: "X-Frame-Options"] = "DENY"
    // With none at all, browsers would not say from where a form comes.
    response.headers[named: "Referrer-Policy"] = "same-origin"
    response.headers[named: "Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers[named: "Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers[named: "Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    if isBehindProxy { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    return response
  }
}

/// Turns what goes wrong into a page that says so.
struct Problems: RouterMiddleware {
  typealias Context = DeskContext

  let desk: Desk

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let refusal as Desk.Refusal {
      return page(for: refusal.problem)
    } catch let error as any HTTPResponseError {
      switch error.status {
      case .notFound: return page(for: .notFound)
      case .contentTooLarge: return page(for: .tooLarge)
      default: return page(for: error.status.kind == .clientError ? .form : .trouble)
      }
    } catch let error as StoreError {
      Terminal.printError("bulletin-desk: \(error)")
      return page(for: .trouble)
    }
  }

  private func page(for problem: Desk.Problem) -> Response {
    let status: HTTPResponse.Status =
      switch problem {
      case .notFound: .notFound
      case .empty, .form: .badRequest
      case .tooLarge: .contentTooLarge
      case .tooOften: .tooManyRequests
      case .elsewhere, .signedOut, .notYours: .forbidden
      case .noReason: .unprocessableContent
      case .published, .changed: .conflict
      case .trouble: .internalServerError
      }
    var response = Response(status: status, page: desk.page(for: problem))
    if problem == .tooOften { response.headers[.retryAfter] = "60" }
    // What is left of a request that is too large is not waited for.
    if problem == .tooLarge { response.headers[.connection] = "close" }
    return response
  }
}

/// Takes forms from the desk's own pages only.
struct OwnForms: RouterMiddleware {
  typealias Context = DeskContext

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    // Browsers tell of themselves from where a form comes (Fetch, "Origin"; Fetch Metadata); other programs need not.
    let site = request.headers[named: "Sec-Fetch-Site"]
    let isOwnSite = site.map { ["same-origin", "none"].contains($0) } ?? true
    let host = request.head.authority ?? ""
    let isOwnOrigin = request.headers[.origin].map { ["http://\(host)", "https://\(host)"].contains($0) } ?? true
    guard isOwnSite, isOwnOrigin else { throw Desk.Refusal(problem: .elsewhere) }
    return try await next(request, context)
  }
}

/// Keeps one address from asking too often.
struct Limits: RouterMiddleware {
  typealias Context = DeskContext

  let limit: RateLimit
  let isBehindProxy: Bool

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    let seconds = ContinuousClock.now.seconds
    guard limit.admits(address(of: request, context), at: seconds) else { throw Desk.Refusal(problem: .tooOften) }
    return try await next(request, context)
  }

  private func address(of request: Request, _ context: DeskContext) -> String {
    guard isBehindProxy, let forwarded = request.headers[named: "X-Forwarded-For"] else { return context.address }
    return forwarded.split(separator: ",").last.map { String($0.filter { $0 != " " }) } ?? context.address
  }
}

extension ContinuousClock.Instant {
  /// The seconds since some moment that is the same for the whole run.
  fileprivate var seconds: Double {
    let passed = Self.origin.duration(to: self)
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
  }

  private static let origin = ContinuousClock.now
}

extension HTTPFields {
  /// A field by a name that the library has no constant for.
  fileprivate subscript(named name: String) -> String? {
    get { HTTPFields.Element.Name(name).flatMap { self[$0] } }
    set { HTTPFields.Element.Name(name).map { self[$0] = newValue } }
  }
}
