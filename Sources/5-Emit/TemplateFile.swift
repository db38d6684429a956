/// A file that the look of the pages is made of.
public enum TemplateFile: String, CaseIterable, Sendable {
  /// The page as a whole.
  case bulletin = "bulletin.html"
  /// The matrix of countries and sections.
  case overview = "overview.html"
  /// The filter.
  case filter = "filter.html"
  /// A section.
  case section = "section.html"
  /// A development.
  case entry = "entry.html"
  /// The index by country.
  case countries = "countries.html"
  /// The annex.
  case annex = "annex.html"
  /// The statistics of the annex.
  case statistics = "statistics.html"
  /// The glossary.
  case glossary = "glossary.html"
  /// The page of a product of several issues.
  case product = "product.html"
  /// The style that the bulletin and the products share. The executable's own is that of all other pages too, which an
  /// editor's does not reach.
  case pageStyle = "page.css"
  /// The style of an entry.
  case entryStyle = "entry.css"
  /// The style of the bulletin.
  case bulletinStyle = "bulletin.css"
  /// The style of the products, beyond that of the bulletin.
  case productStyle = "product.css"
  /// The script of the bulletin.
  case script = "bulletin.js"

  /// The file as the executable carries it.
  public var own: String {
    switch self {
    case .bulletin: Embedded.bulletinHTML
    case .overview: Embedded.overviewHTML
    case .filter: Embedded.filterHTML
    case .section: Embedded.sectionHTML
    case .entry: Embedded.entryHTML
    case .countries: Embedded.countriesHTML
    case .annex: Embedded.annexHTML
    case .statistics: Embedded.statisticsHTML
    case .glossary: Embedded.glossaryHTML
    case .product: Embedded.productHTML
    case .pageStyle: Embedded.pageCSS
    case .entryStyle: Embedded.entryCSS
    case .bulletinStyle: Embedded.bulletinCSS
    case .productStyle: Embedded.productCSS
    case .script: Embedded.bulletinJS
    }
  }
}
