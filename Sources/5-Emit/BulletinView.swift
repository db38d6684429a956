import Model

/// The whole page of an issue as the template `bulletin.html` shows it.
struct BulletinView: TemplateView {
  enum Slot: String, TemplateSlot {
    case policy, pageTitle, metadata, style, script
    case draft, network, title, edition, period
    case publication, published, publishedWords, publishedDate, numberedSeries, issn
    case about
    case contents, line, lineAnchor, lineNumber, lineWords, lineClass
    case overview, filter
    case special, noteHeadline, noteBody
    case corrected, corrections, correctionDate, correctionReason
    case withdrawn, withdrawnAnchor, withdrawnHeadline, withdrawnDate
    case sections, countries
    case hasAnnex, annex
    case hasGlossary, glossary
    case hasContactPoints, contactPoints, silence, silentWords
    case colophon

    var sort: SlotSort {
      switch self {
      case .draft, .publication, .published, .numberedSeries, .contents, .line, .special, .hasAnnex, .hasGlossary,
        .hasContactPoints, .silence, .corrected, .corrections, .withdrawn:
        .part
      case .correctionDate, .withdrawnHeadline, .withdrawnDate, .metadata, .publishedDate, .overview, .filter,
        .noteBody, .sections, .countries, .annex, .glossary,
        .contactPoints, .colophon:
        .markup
      case .style, .script: .code
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .published, .numberedSeries: .publication
      case .publishedWords, .publishedDate: .published
      case .issn: .numberedSeries
      case .lineAnchor, .lineNumber, .lineWords, .lineClass: .contents
      case .line: .contents
      case .noteHeadline, .noteBody: .special
      case .corrections, .withdrawn: .corrected
      case .correctionDate, .correctionReason: .corrections
      case .withdrawnAnchor, .withdrawnHeadline, .withdrawnDate: .withdrawn
      case .annex: .hasAnnex
      case .glossary: .hasGlossary
      case .contactPoints: .hasContactPoints
      case .silentWords: .silence
      default: nil
      }
    }

    var isIndispensable: Bool {
      switch self {
      case .policy, .pageTitle, .style, .draft, .network, .title, .edition, .period, .publishedDate, .issn, .about,
        .noteHeadline, .noteBody, .correctionDate, .correctionReason, .withdrawnAnchor, .withdrawnHeadline, .sections,
        .annex, .glossary, .contactPoints, .silentWords, .colophon:
        true
      default: false
      }
    }
  }

  private let page: BulletinPage
  private var line = 0
  private var item = 0

  /// A page.
  init(_ page: BulletinPage) { self.page = page }

  private var issue: CompiledIssue { page.issue }
  private var hasEntries: Bool { issue.entryCount > 0 }

  func count(of part: Slot) -> Int {
    switch part {
    case .draft: issue.isDraft ? 1 : 0
    case .publication: issue.published != nil || issue.issn != nil ? 1 : 0
    case .published: issue.published == nil ? 0 : 1
    case .numberedSeries: issue.issn == nil ? 0 : 1
    case .contents: page.contents.count
    case .line: page.contents[line].number.isEmpty ? 0 : 1
    case .special: issue.specialNote == nil ? 0 : 1
    case .corrected: issue.corrections.isEmpty ? 0 : 1
    case .corrections: issue.corrections.count
    case .withdrawn: issue.withdrawn.count
    case .hasAnnex: issue.annex.isEmpty ? 0 : 1
    case .hasGlossary: issue.glossary.isEmpty ? 0 : 1
    case .hasContactPoints: issue.contactPoints.isEmpty && issue.silent.isEmpty ? 0 : 1
    case .silence: issue.silent.isEmpty ? 0 : 1
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    if part == .contents { line = position }
    if part == .corrections || part == .withdrawn { item = position }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    let templates = page.templates
    switch slot {
    case .policy: writer.text(page.policy)
    case .pageTitle: writer.text(page.title)
    case .metadata: writer.metadata(of: issue, title: page.title)
    case .style: writer.markup(page.style)
    case .script: writer.markup(templates.script)
    case .network: writer.text(Words.network)
    case .title: writer.text(issue.title)
    case .edition: writer.text(Words.edition(of: issue))
    case .period: writer.text(issue.period.words)
    case .publishedWords: writer.text(issue.published.map(Words.publishedBefore) ?? "")
    case .publishedDate: if let published = issue.published { writer.date(published) }
    case .issn: writer.text(issue.issn ?? "")
    case .about: writer.text(issue.about)
    case .lineAnchor: writer.text(page.contents[line].anchor)
    case .lineNumber: writer.text(page.contents[line].number)
    case .lineWords: writer.text(page.contents[line].words)
    case .lineClass: writer.text(page.contents[line].isPart ? "part" : "")
    // An issue of which all was left out has nothing to set side by side.
    case .overview: if hasEntries { writer.write(templates.overview, OverviewView(page.context)) }
    case .filter: writer.write(templates.filter, FilterView(page.context))
    case .noteHeadline: writer.text(issue.specialNote?.headline ?? "")
    case .noteBody: writer.paragraphs(issue.specialNote?.body ?? [])
    case .correctionDate: writer.date(.day(issue.corrections[item].date))
    case .correctionReason: writer.text(issue.corrections[item].reason)
    case .withdrawnAnchor: writer.text(issue.withdrawn[item].anchor)
    case .withdrawnHeadline: writer.phrase(issue.withdrawn[item].headline)
    case .withdrawnDate: writer.date(.day(issue.withdrawn[item].date))
    case .sections:
      for section in issue.sections {
        writer.write(templates.section, SectionView(section, in: page.context, entry: templates.entry))
      }
    case .countries: if hasEntries { writer.write(templates.countries, CountriesView(page.context)) }
    case .annex: writer.write(templates.annex, AnnexView(issue.annex, statistics: templates.statistics))
    case .glossary: writer.write(templates.glossary, GlossaryView(issue.glossary))
    case .contactPoints: writer.contactPoints(of: issue)
    case .silentWords: writer.text(Words.silence(of: issue) ?? "")
    case .colophon: writer.colophon(of: issue)
    case .draft, .publication, .published, .numberedSeries, .contents, .line, .special, .hasAnnex, .hasGlossary,
      .hasContactPoints, .silence, .corrected, .corrections, .withdrawn:
      break
    }
  }
}
