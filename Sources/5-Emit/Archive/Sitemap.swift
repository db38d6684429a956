import Model
import Text

/// The list of the site's pages for search engines (sitemaps.org, protocol 0.9).
func sitemap(of archive: Archive, _ paths: [String], base: SiteBase) -> SitePage {
  SitePage(path: SitePath.sitemap, dependencies: archive.correctedIssues.union([.everything])) {
    let pages = paths.filter { $0.hasSuffix(".html") } + [SitePath.search]
    var days: [String: Day] = [:]
    for issue in archive.issues { days[SitePath.edition(of: issue.period)] = issue.lastDayKnown }
    var buffer = OutputBuffer(capacity: 1 << 15)
    buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for path in (pages + days.keys).sorted() {
      buffer.append("<url><loc>")
      buffer.append(escaped: visible(base.url(of: path)))
      buffer.append("</loc>")
      if let day = days[path] { buffer.append("<lastmod>\(PartialDate.day(day).iso)</lastmod>") }
      buffer.append("</url>\n")
    }
    buffer.append("</urlset>\n")
    return buffer.bytes
  }
}
