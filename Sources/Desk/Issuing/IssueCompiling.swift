import DeskStore
import Files
import Model
import Pipeline
import Text

extension IssueDesk {
  private static let types = [
    "bulletin.html": "text/html; charset=utf-8", "bulletin.txt": "text/plain; charset=utf-8",
    "report.html": "text/html; charset=utf-8", "manifest.json": "application/json",
  ]

  /// Compiles an issue into the desk's folder of outputs, as `bulletin compile` does.
  ///
  /// - Throws: `Desk.Refusal` when the session is not the editor's, `StoreError` when it cannot be done.
  public func compile(_ name: String, in session: Session, at time: Moment = .now) throws -> Answer {
    guard session.holder == .editor else { throw Desk.Refusal(problem: .notYours) }
    let issue = try openIssue(name, session)
    let outcome: Compilation.Outcome
    do {
      outcome = try Compilation.job(for: issue.period, inputs: inputs, output: output).run(issue.period)
    } catch {
      throw StoreError("\(error)")
    }
    guard outcome.issue != nil else { return .page(try overview(of: issue, done: nil), .refused) }
    let manifest = (try? readFile("\(output)/\(issue.period.name)/manifest.json")) ?? []
    let fields: [(String, AuditEntry.Value)] = [
      ("period", .text(issue.period.name)), ("manifest", .text(digest(of: manifest))),
    ]
    try registry.open()?.store.audit.add(AuditEntry("issue-compiled", by: session.token, fields), at: time)
    return .see("\(issue.path)?done=compiled")
  }

  /// An edition as it would be written now.
  func preview(of issue: OpenIssue, _ name: String) throws -> Answer {
    guard let compiled = issue.survey.compiled, let type = Self.types[name] else {
      throw Desk.Refusal(problem: .notFound)
    }
    do {
      let editions = try Compilation.job(for: issue.period, inputs: inputs, output: output).editions(of: compiled)
      switch name {
      case "bulletin.html": return .document(editions.html, type: type, policy: policy(of: editions.html))
      case "bulletin.txt": return .document(editions.text, type: type, policy: nil)
      default: throw Desk.Refusal(problem: .notFound)
      }
    } catch let error as JobError {
      throw StoreError("\(error)")
    }
  }

  /// A file that was compiled.
  func outputFile(of issue: OpenIssue, _ name: String) throws -> Answer {
    let path = "\(output)/\(issue.period.name)/\(name)"
    guard let type = Self.types[name], kind(ofPath: path) == .file else { throw Desk.Refusal(problem: .notFound) }
    do {
      let bytes = try readFile(path, atMost: .max)
      return .document(bytes, type: type, policy: policy(of: bytes))
    } catch {
      throw StoreError("\(error)")
    }
  }

  /// The policy that a page of the bulletin carries in itself, which knows its style and its script by their digests.
  private func policy(of page: [UInt8]) -> String? {
    let head = String(decoding: page.prefix(8 << 10), as: UTF8.self)
    guard let start = head.firstRange(of: "http-equiv=\"Content-Security-Policy\" content=\"") else { return nil }
    let policy = head[start.upperBound...].prefix { $0 != "\"" }
    return policy.replacing("&#39;", with: "'").replacing("&apos;", with: "'") + "; frame-ancestors 'none'"
  }

  /// What was compiled, with the way to each file.
  func outputs(of issue: OpenIssue) -> [UInt8] {
    var items: [UInt8] = []
    for name in Self.types.keys.sorted() {
      guard let bytes = try? readFile("\(output)/\(issue.period.name)/\(name)", atMost: .max) else { continue }
      items += Array("<li><a href=\"".utf8) + escaped("\(issue.path)/output/\(name)") + Array("\">\(name)</a> ".utf8)
      items += element("span class=\"quiet digest\"", digest(of: bytes)) + Array("</li>\n".utf8)
    }
    if items.isEmpty { return element("p class=\"quiet\"", texts.text("issue-not-compiled")) }
    return Array("<ul class=\"sent\">\n".utf8) + items + Array("</ul>\n".utf8)
  }
}
