import Model

/// The paths of the site's pages below its folder. They stay put: others link to them.
enum SitePath {
  static let door = "index.html"
  static let countries = "countries/index.html"
  static let themes = "themes/index.html"
  static let threads = "threads/index.html"
  static let search = "search.html"
  static let issuesFeed = "feeds/issues.atom"
  static let developments = "developments.jsonl"
  static let issueSchema = "schema/issue.schema.json"
  static let sitemap = "sitemap.xml"

  static func edition(of period: Period) -> String { period.name + "/bulletin.html" }
  static func text(of period: Period) -> String { period.name + "/bulletin.txt" }
  static func json(of period: Period) -> String { period.name + "/issue.json" }
  static func country(_ code: CountryCode) -> String { "countries/\(code.rawValue.lowercased()).html" }
  static func theme(_ code: ThemeCode) -> String { "themes/\(code.rawValue).html" }
  static func thread(_ thread: FollowUpThread) -> String { "threads/\(thread.anchor).html" }
  static func feed(_ name: String) -> String { "feeds/\(name).atom" }

  /// What leads from a page to the folder of the site.
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}

/// A part of the site, to which its navigation leads.
enum SiteArea: CaseIterable {
  case issues, countries, themes, threads, search

  /// What the navigation calls it.
  var name: String {
    switch self {
    case .issues: "Issues"
    case .countries: "Countries"
    case .themes: "Themes"
    case .threads: "Time lines"
    case .search: "Search"
    }
  }

  /// The path of its first page.
  var path: String {
    switch self {
    case .issues: SitePath.door
    case .countries: SitePath.countries
    case .themes: SitePath.themes
    case .threads: SitePath.threads
    case .search: SitePath.search
    }
  }
}
