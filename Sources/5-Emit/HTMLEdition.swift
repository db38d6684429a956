import Model

/// The HTML edition of an issue: one page that stands alone and sends no request.
///
/// The order of its parts is that of the bulletin; the bytes depend on the issue and the templates alone.
public func htmlEdition(of issue: CompiledIssue, templates: Templates) -> [UInt8] {
  let page = BulletinPage(issue, templates: templates)
  var writer = HTMLWriter(register: page.context.register, capacity: 1 << 18, hasGlossary: true)
  writer.write(templates.bulletin, BulletinView(page))
  return writer.out.bytes
}

/// What the page of an issue consists of.
struct BulletinPage {
  /// A line of the contents.
  struct Line {
    let number: String
    let words: String
    let anchor: String
  }

  let context: IssueContext
  let templates: Templates
  /// The title of the page, by which browsers and search engines list it.
  let title: String
  let style: String
  /// What the page may do: show itself and run its own script, but load nothing and send nothing.
  let policy: String
  let contents: [Line]

  init(_ issue: CompiledIssue, templates: Templates) {
    context = IssueContext(issue)
    self.templates = templates
    let name = issue.title + ", " + Words.edition(of: issue) + ": " + issue.period.words
    title = (issue.isDraft ? "DRAFT: " : "") + name
    style =
      templates.pageStyle + templates.entryStyle + templates.bulletinStyle
      + runningHead([issue.title, Words.edition(of: issue), issue.period.words], isDraft: issue.isDraft)
    policy = contentPolicy(style: style, script: templates.script)
    contents = Self.contents(of: issue)
  }

  private static func contents(of issue: CompiledIssue) -> [Line] {
    func line(_ isThere: Bool, _ words: String, _ anchor: String) -> [Line] {
      isThere ? [Line(number: "", words: words, anchor: anchor)] : []
    }
    return line(issue.specialNote != nil, issue.specialNote?.headline ?? "", "page-note")
      + line(true, Words.overview, "page-overview")
      + issue.sections.map { Line(number: String($0.number), words: $0.heading, anchor: $0.anchor) }
      + line(!issue.entries.isEmpty, Words.countries, "page-countries")
      + line(!issue.annex.isEmpty, Words.annex, "page-annex")
      + line(!issue.glossary.isEmpty, Words.glossary, "page-glossary")
      + line(!issue.contactPoints.isEmpty, Words.contactPoints, "page-contact-points")
      + line(true, Words.colophon, "page-colophon")
  }
}
