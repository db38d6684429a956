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
  let issue: CompiledIssue
  let context: SectionsContext
  let templates: Templates
  /// The title of the page, by which browsers and search engines list it.
  let title: String
  let style: String
  /// What the page may do: show itself and run its own script, but load nothing and send nothing.
  let policy: String
  let contents: [ContentsLine]

  init(_ issue: CompiledIssue, templates: Templates) {
    self.issue = issue
    context = SectionsContext(issue)
    self.templates = templates
    title = Words.subject(of: issue)
    style =
      templates.pageStyle + templates.entryStyle + templates.bulletinStyle
      + runningHead([issue.title, Words.edition(of: issue), issue.period.words], isDraft: issue.isDraft)
    policy = contentPolicy(style: style, script: templates.script)
    contents = contentsLines(of: issue)
  }
}
