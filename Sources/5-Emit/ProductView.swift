import Model

/// The whole page of a product as the template `product.html` shows it.
struct ProductView: TemplateView {
  enum Slot: String, TemplateSlot {
    case policy, pageTitle, metadata, style
    case productKind, draft, network, title, sort, period, about
    case contents, line, lineAnchor, lineNumber, lineWords, lineClass
    case comparison, overview, filterable, filter
    case sections
    case chapters, chapterAnchor, chapterNumber, chapterHeading, chapterEntries
    case index, countries
    case hasAnnex, annex
    case hasGlossary, glossary
    case colophon
    case scripted, script

    var sort: SlotSort {
      switch self {
      case .draft, .contents, .line, .comparison, .filterable, .chapters, .index, .hasAnnex, .hasGlossary,
        .scripted:
        .part
      case .metadata, .overview, .filter, .sections, .chapterEntries, .countries, .annex, .glossary, .colophon:
        .markup
      case .chapterNumber: .number
      case .style, .script: .code
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .line, .lineAnchor, .lineNumber, .lineWords, .lineClass: .contents
      case .overview: .comparison
      case .filter: .filterable
      case .chapterAnchor, .chapterNumber, .chapterHeading, .chapterEntries: .chapters
      case .countries: .index
      case .annex: .hasAnnex
      case .glossary: .hasGlossary
      case .script: .scripted
      default: nil
      }
    }

    var isIndispensable: Bool {
      switch self {
      case .policy, .pageTitle, .style, .draft, .network, .title, .period, .about, .sections, .chapterAnchor,
        .chapterHeading, .chapterEntries, .annex, .glossary, .colophon:
        true
      default: false
      }
    }
  }

  private let page: ProductPage
  private var line = 0
  private var chapter = 0

  /// A page.
  init(_ page: ProductPage) { self.page = page }

  private var product: CompiledProduct { page.product }
  /// The sections of a product of one country, which need no headings of countries.
  private var chapters: [Section] { product.kind == .factsheet ? product.sections : [] }

  func count(of part: Slot) -> Int {
    switch part {
    case .draft: product.isDraft ? 1 : 0
    case .contents: page.contents.count
    case .line: page.contents[line].number.isEmpty ? 0 : 1
    case .comparison, .index: product.hasOverview ? 1 : 0
    case .filterable, .scripted: page.hasFilter ? 1 : 0
    case .chapters: chapters.count
    case .hasAnnex: product.annex.isEmpty ? 0 : 1
    case .hasGlossary: product.glossary.isEmpty ? 0 : 1
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    if part == .contents { line = position }
    if part == .chapters { chapter = position }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    let templates = page.templates
    switch slot {
    case .policy: writer.text(page.policy)
    case .pageTitle: writer.text(page.title)
    case .metadata: writer.metadata(of: product, title: page.title)
    case .style: writer.markup(page.style)
    case .script: writer.markup(templates.script)
    case .productKind: writer.text(product.kind.rawValue)
    case .network: writer.text(Words.network)
    case .title: writer.text(Words.title(of: product))
    case .sort: writer.text(Words.sort(of: product))
    case .period: writer.text(product.span.words)
    case .about: writer.text(Words.about(product))
    case .lineAnchor: writer.text(page.contents[line].anchor)
    case .lineNumber: writer.text(page.contents[line].number)
    case .lineWords: writer.text(page.contents[line].words)
    case .lineClass: writer.text(page.contents[line].isPart ? "part" : "")
    case .overview: writer.write(templates.overview, OverviewView(page.context))
    case .filter: writer.write(templates.filter, FilterView(page.context))
    case .sections:
      guard chapters.isEmpty else { return }
      for section in product.sections {
        writer.write(templates.section, SectionView(section, in: page.context, entry: templates.entry))
      }
    case .chapterAnchor: writer.text(chapters[chapter].anchor)
    case .chapterNumber: writer.number(chapters[chapter].number)
    case .chapterHeading: writer.text(chapters[chapter].heading)
    case .chapterEntries:
      for entry in chapters[chapter].groups.flatMap(\.entries) {
        writer.write(templates.entry, EntryView(entry, level: 3, in: page.context))
      }
    case .countries: writer.write(templates.countries, CountriesView(page.context))
    case .annex: writer.write(templates.annex, AnnexView(product.annex, statistics: templates.statistics))
    case .glossary: writer.write(templates.glossary, GlossaryView(product.glossary))
    case .colophon: writer.colophon(product.colophon, product.nameNotes)
    case .draft, .contents, .line, .comparison, .filterable, .chapters, .index, .hasAnnex, .hasGlossary,
      .scripted:
      break
    }
  }
}
