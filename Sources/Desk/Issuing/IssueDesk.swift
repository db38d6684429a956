import DeskStore
import Files
import Model
import Pipeline
import Reference

/// The part of the desk at which the editor sees an issue grow, decides, and compiles it.
public struct IssueDesk: Sendable {
  let parts: ResultParts
  let registry: Registry
  let workshop: Workshop
  let texts: Texts
  let frame: PageFrame
  let signIn: SignIn
  let pages: IssueTemplates
  /// The desk's folder.
  let data: String
  let inputs: InputsFolder
  var output: String { "\(data)/output" }

  init(
    parts: ResultParts, registry: Registry, workshop: Workshop, texts: Texts, frame: PageFrame, data: String
  ) throws(DeskError) {
    self.parts = parts
    self.registry = registry
    self.workshop = workshop
    self.texts = texts
    self.frame = frame
    self.data = data
    inputs = InputsFolder("\(data)/inputs", largestFile: workshop.largestFile)
    signIn = try SignIn(registry: registry, network: workshop.reference.network, texts: texts, frame: frame)
    pages = try IssueTemplates(texts: texts)
  }

  /// A page that the editor asks for.
  public enum View: Hashable, Sendable {
    /// All periods.
    case all
    /// Who has submitted, and what is to be done.
    case overview
    /// Themes to confirm or to overrule.
    case themes
    /// All entries in the order of the issue.
    case entries
    /// One entry, with all that can be decided about it.
    case entry(country: String, id: String)
    /// The special note.
    case note
    /// The editors' file as a whole.
    case file
    /// An edition as it would be written now.
    case preview(String)
    /// A file that was compiled.
    case output(String)
  }

  /// A page.
  ///
  /// - Parameters:
  ///   - view: Which one.
  ///   - period: The name of the period; empty for all of them.
  ///   - done: What was just done, as the page that did it says in its address.
  ///   - session: Who asks.
  /// - Throws: `Desk.Refusal` when there is none, `StoreError` or `JobError` when it cannot be made.
  public func answer(
    _ view: View, of period: String = "", done: String? = nil, for session: Session?
  ) throws -> Answer {
    guard let session else { return .page(signIn.page(at: .issue), .forbidden) }
    guard session.holder == .editor else { throw Desk.Refusal(problem: .notYours) }
    if view == .all { return .page(try list(for: session, problem: nil), .good) }
    let issue = try openIssue(period, session)
    switch view {
    case .all, .overview: return .page(try overview(of: issue, done: done), .good)
    case .themes: return .page(themes(of: issue, done: done), .good)
    case .entries: return .page(entries(of: issue), .good)
    case .entry(let country, let id): return .page(try entry(of: issue, country, id, done: done), .good)
    case .note: return .page(note(of: issue, problem: nil), .good)
    case .file: return .page(file(of: issue, problem: nil), .good)
    case .preview(let name): return try preview(of: issue, name)
    case .output(let name): return try outputFile(of: issue, name)
    }
  }

  /// An issue that is looked at, and by whom.
  struct OpenIssue {
    let period: Period
    let session: Session
    let survey: IssueSurvey
    /// The editors' file; `nil` when there is none.
    let file: [UInt8]?
    /// Whether it was published: nothing is decided any more.
    let isPublished: Bool
    var path: String { "/issue/\(period.name)" }
    /// The digest of the editors' file; empty for none.
    var base: String { file.map { digest(of: $0) } ?? "" }
  }

  func openIssue(_ name: String, _ session: Session) throws -> OpenIssue {
    // What the name says is a period or nothing; the path is made of the period.
    guard let period = Period(name), period.name == name, kind(ofPath: "\(inputs)/\(name)") == .folder else {
      throw Desk.Refusal(problem: .notFound)
    }
    do {
      let survey = try Compilation.job(for: period, inputs: inputs, output: output).survey(period)
      return OpenIssue(
        period: period, session: session, survey: survey, file: survey.editorsFile?.bytes,
        isPublished: kind(ofPath: "\(inputs)/\(name)/published.json") != .nothing)
    } catch {
      throw StoreError("\(error)")
    }
  }

  /// A page about an issue, with its name and the way to its other pages above.
  func page(of issue: OpenIssue, _ title: String, _ content: [UInt8], at view: String, done: [UInt8] = []) -> [UInt8] {
    let views = ["overview", "themes", "entries", "note", "file"].map { name in
      let path = name == "overview" ? issue.path : "\(issue.path)/\(name)"
      return Array("<li><a href=\"\(path)\"\(name == view ? " aria-current=\"page\"" : "")>".utf8)
        + escaped(texts.text("issue-view-\(name)")) + Array("</a></li>\n".utf8)
    }
    let closed = issue.isPublished ? element("p class=\"caution\"", texts.text("issue-published")) : []
    let head = pages.head.filled([
      "strip": signIn.strip(for: issue.session), "period": escaped(issue.period.words), "title": escaped(title),
      "views": Array(views.joined()), "done": done + closed,
    ])
    return frame.page(title: "\(title), \(issue.period.words)", content: head + content, at: .issue)
  }

  /// All periods, with a form that opens another.
  func list(for session: Session, problem: String?) throws -> [UInt8] {
    let known: [Period]
    do { known = try periods(inInputs: inputs.path) } catch { throw StoreError("\(error)") }
    var items: [UInt8] = []
    for period in known {
      items +=
        Array("<li><a href=\"/issue/\(period.name)\">".utf8) + escaped(period.words)
        + Array("</a> <span class=\"quiet\">\(period.name)</span></li>\n".utf8)
    }
    let none = element("p class=\"quiet\"", texts.text("issue-none"))
    let content = pages.list.filled([
      "strip": signIn.strip(for: session), "key": Array(session.formKey.utf8),
      "list": items.isEmpty ? none : Array("<ul class=\"sent\">\n".utf8) + items + Array("</ul>\n".utf8),
      "fault": fault(problem),
    ])
    return frame.page(title: texts.text("issue-list-title"), content: content, at: .issue)
  }

  /// What is wrong with a form, above it.
  func fault(_ problem: String?) -> [UInt8] {
    problem.map { element("p class=\"fault\" role=\"alert\"", texts.text($0)) } ?? []
  }
}

/// The templates of the pages about issues.
struct IssueTemplates: Sendable {
  let head, list, overview, part, themes, card, entries, entry, note, file, choice, taken: PageTemplate
  /// What is shown of a check of the editors' file.
  let result: PageTemplate

  init(texts: Texts) throws(DeskError) {
    head = try PageTemplate(Embedded.issueHeadHTML, texts: texts)
    list = try PageTemplate(Embedded.issueListHTML, texts: texts)
    overview = try PageTemplate(Embedded.issueOverviewHTML, texts: texts)
    part = try PageTemplate(Embedded.issuePartHTML, texts: texts)
    themes = try PageTemplate(Embedded.issueThemesHTML, texts: texts)
    card = try PageTemplate(Embedded.issueCardHTML, texts: texts)
    entries = try PageTemplate(Embedded.issueEntriesHTML, texts: texts)
    entry = try PageTemplate(Embedded.issueEntryHTML, texts: texts)
    note = try PageTemplate(Embedded.issueNoteHTML, texts: texts)
    file = try PageTemplate(Embedded.issueFileHTML, texts: texts)
    choice = try PageTemplate(Embedded.issueChoiceHTML, texts: texts)
    taken = try PageTemplate(Embedded.issueTakenHTML, texts: texts)
    result = try PageTemplate(Embedded.issueResultHTML, texts: texts)
  }
}
