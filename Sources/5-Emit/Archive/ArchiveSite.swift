import Model

/// The files of the archive's site but for the editions and the search: pages, feeds, data, and the sitemap.
///
/// Each page works without a script and stands alone; links between pages are relative, so the folder can be put on
/// any web server. A page's bytes depend on the issues and the base alone.
///
/// - Parameters:
///   - issues: All issues of the archive, in the order of their periods.
///   - baseURL: The address at which the site will be found. Without it feeds name their entries by URN, and there is
///     no sitemap, for which relative links are no use.
/// - Returns: The files, sorted by path, each made when it is asked for. What they depend on holds for this state of
///   the archive: a file whose dependencies are others than before has changed, too.
public func archiveSite(of issues: [CompiledIssue], baseURL: String?) -> [SitePage] {
  let archive = Archive(issues)
  let base = baseURL.map(SiteBase.init)
  var pages = [issuesPage(of: archive), threadsPage(of: archive), developmentLines(of: archive), issueSchemaFile()]
  pages += [indexPage(of: archive, .countries), indexPage(of: archive, .themes)]
  pages += (archive.countries + archive.themes).flatMap { gathering in
    [gatheringPage(gathering, of: archive), developmentsFeed(gathering, of: archive, base: base)]
  }
  pages += archive.emptied.map { developmentsFeed($0, of: archive, base: base) }
  pages += archive.threads.map { threadPage($0, of: archive) }
  pages += issues.map(issueFile)
  if !issues.isEmpty { pages.append(issuesFeed(of: archive, base: base)) }
  if let base { pages.append(sitemap(of: archive, pages.map(\.path), base: base)) }
  return pages.sorted { $0.path < $1.path }
}

/// The address at which the site will be found.
struct SiteBase: Sendable {
  /// It, with a slash at its end.
  private let url: String

  init(_ url: String) { self.url = url.hasSuffix("/") ? url : url + "/" }

  /// The address of a page.
  func url(of path: String) -> String { hrefValue(url + (path == SitePath.door ? "" : path)) }
}
