import Emit
import Model

/// The keys of the site's pages: a page whose key is the same as before is the same as before.
struct SiteKeys: Sendable {
  private let common: String
  private var parts: [SiteDependency: String] = [:]

  /// The keys of a site.
  ///
  /// - Parameters:
  ///   - digests: What is told of each issue, in the order of their periods.
  ///   - common: What all pages depend on: the program, and where the site will stand.
  init(_ digests: [(period: Period, digests: PartDigests)], common: String) {
    self.common = common
    var countries: [String: [String]] = [:]
    var themes: [String: [String]] = [:]
    for (period, digests) in digests {
      parts[.issue(period)] = digests.whole
      for named in digests.countries { countries[named.code, default: []] += [period.name, named.digest] }
      for named in digests.themes { themes[named.code, default: []] += [period.name, named.digest] }
    }
    for (code, texts) in countries { parts[.country(CountryCode(code))] = digest(of: texts) }
    for (code, texts) in themes { parts[.theme(ThemeCode(code))] = digest(of: texts) }
    parts[.issues] = digest(of: digests.flatMap { [$0.period.name, $0.digests.line] })
    parts[.everything] = digest(of: digests.flatMap { [$0.period.name, $0.digests.whole] })
  }

  /// The key of a page.
  func key(of page: SitePage) -> String {
    let named = page.dependencies.map { ($0.name, parts[$0] ?? "") }.sorted { $0.0 < $1.0 }
    return digest(of: [common] + named.flatMap { [$0.0, $0.1] })
  }

  /// The key of a piece of a page.
  func key(of piece: SitePiece) -> String {
    digest(of: [common, piece.issue.flatMap { parts[.issue($0)] } ?? ""] + piece.shows)
  }
}

extension SiteDependency {
  fileprivate var name: String {
    switch self {
    case .issue(let period): "issue " + period.name
    case .country(let code): "country " + code.rawValue
    case .theme(let code): "theme " + code.rawValue
    case .issues: "issues"
    case .everything: "everything"
    }
  }
}
