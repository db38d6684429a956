import Emit
import Foundation
import Model
import Testing

@Suite("Pages of the archive's site")
struct ArchiveSiteTests {
  @Test("The site has its fixed files; without an address there is no sitemap")
  func files() {
    #expect(
      ArchiveSample().pages.map(\.path) == [
        "2016-Q1/issue.json", "2016-Q2/issue.json", "countries/cz.html", "countries/eu.html", "countries/ie.html",
        "countries/index.html", "countries/uk.html", "developments.jsonl", "feeds/country-cz.atom",
        "feeds/country-eu.atom", "feeds/country-ie.atom", "feeds/country-uk.atom", "feeds/issues.atom",
        "feeds/theme-general.atom", "feeds/theme-return.atom", "index.html", "schema/issue.schema.json",
        "themes/general.html", "themes/index.html", "themes/return.html", "threads/cz-law.html", "threads/index.html",
      ])
  }

  @Test("The index has the newest issue first, with its editions and its data")
  func door() throws {
    let page = try ArchiveSample().text("index.html")
    let newest = try #require(page.range(of: "EMN Bulletin, 15th edition: April to June 2016"))
    let oldest = try #require(page.range(of: "EMN Bulletin, 14th edition: January to March 2016"))
    #expect(newest.lowerBound < oldest.lowerBound)
    #expect(page.contains("<a href=\"2016-Q1/bulletin.html\">") && page.contains("<a href=\"2016-Q1/issue.json\">"))
    #expect(page.contains("Published in <time datetime=\"2016-04\">April 2016</time> · 3 developments"))
    #expect(page.contains("<a href=\"index.html\" aria-current=\"page\">Issues</a>"))
    #expect(page.contains("<a href=\"search.html\">Search</a>") && !page.contains("aria-label=\"Breadcrumb\""))
  }

  @Test("A thread tells developments of several issues and countries in the order of time, each with its steps")
  func thread() throws {
    let page = try ArchiveSample().text("threads/cz-law.html")
    let links = [
      "../2016-Q1/bulletin.html#cz-law", "../2016-Q1/bulletin.html#uk-visa", "../2016-Q2/bulletin.html#ie-visa-force",
    ]
    let places = try links.map { try #require(page.range(of: "<a href=\"\($0)\">")).lowerBound }
    #expect(places == places.sorted())
    #expect(page.contains("<h1 lang=\"cs\">Zákon o azylu</h1>"))
    #expect(page.contains("Czech Republic, United Kingdom and Ireland: 3 steps, January to June 2016</p>"))
    #expect(page.contains("<li>In force <time datetime=\"2016-06\">June 2016</time></li>"))
    #expect(page.contains("Follows up <a href=\"#step-1\"><span lang=\"cs\">Zákon o azylu</span></a>"))
    #expect(page.contains("Old rule (August to November 2014), which the archive does not hold"))
  }

  @Test("Pages of countries and themes lead to the editions, to each other and to the time lines")
  func gatherings() throws {
    let site = ArchiveSample()
    let country = try site.text("countries/uk.html")
    #expect(country.contains("<a href=\"../2016-Q1/bulletin.html#uk-visa\">New visa rules"))
    #expect(country.contains("<a href=\"../themes/general.html\">General policy developments</a>"))
    #expect(country.contains("<a href=\"../threads/cz-law.html\">Time line of 3 steps</a>"))
    #expect(
      country.contains("Legislative</span> · Adopted <time datetime=\"2016-03-10\">10 March 2016</time>; in force"))
    #expect(country.contains("<li aria-current=\"page\">United Kingdom</li>"))
    let theme = try site.text("themes/general.html")
    #expect(theme.contains("<a href=\"../countries/cz.html\">Czech Republic</a>"))
    #expect(theme.contains("<span lang=\"cs\">Zákon o azylu</span>"))
    #expect(theme.contains("href=\"../feeds/theme-general.atom\""))
    let index = try site.text("countries/index.html")
    let order = try ["eu", "cz", "ie", "uk"].map { try #require(index.range(of: "countries/\($0).html")).lowerBound }
    #expect(order == order.sorted())
  }

  @Test("Every link within the site leads to a file of it or of an edition")
  func links() throws {
    let site = ArchiveSample()
    var known = Set(site.pages.map(\.path) + ["search.html"])
    for period in ["2016-Q1", "2016-Q2"] { known.formUnion(["\(period)/bulletin.html", "\(period)/bulletin.txt"]) }
    for page in site.pages where page.path.hasSuffix(".html") || page.path.hasSuffix(".atom") {
      let text = String(decoding: page.bytes(), as: UTF8.self)
      for link in text.split(separator: "href=\"").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
        if link.hasPrefix("#") { continue }
        let path = page.path.contains("/") && link.hasPrefix("../") ? link.dropFirst(3) : link
        #expect(known.contains(String(path.prefix { $0 != "#" })), "\(page.path): \(link)")
      }
    }
  }

  @Test("Words from outside stay words on every page")
  func hostile() throws {
    let site = ArchiveSample(hostile: "</title></style><script>alert(1)</script>\"' onclick=\"x\u{1}\u{FFFE}")
    for page in site.pages where page.path.hasSuffix(".html") {
      let text = String(decoding: page.bytes(), as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("\u{1}"), "\(page.path)")
      #expect(text.components(separatedBy: "</title>").count == 2 && text.components(separatedBy: "<h1").count == 2)
    }
  }

  @Test("The same issues give the same bytes")
  func determinism() {
    let first = ArchiveSample(baseURL: "https://example.org/a").pages
    let second = ArchiveSample(baseURL: "https://example.org/a").pages
    #expect(first.map(\.path) == second.map(\.path))
    for (one, other) in zip(first, second) {
      #expect(one.bytes() == other.bytes() && one.dependencies == other.dependencies, "\(one.path)")
    }
  }

  @Test("Pages tell what they show, those whose threads reach into other countries too")
  func dependencies() throws {
    let site = ArchiveSample()
    #expect(try site.dependencies("index.html") == [.issues])
    #expect(try site.dependencies("2016-Q2/issue.json") == [.issue(Sample.period("2016-Q2"))])
    #expect(try site.dependencies("countries/eu.html") == [.issues, .country(.europeanUnion)])
    let members = ["CZ", "UK", "IE"].map { SiteDependency.country(CountryCode($0)) }
    #expect(try site.dependencies("themes/return.html") == Set(members + [.issues, .theme(ThemeCode("return"))]))
    #expect(try site.dependencies("threads/cz-law.html") == Set(members + [.issues]))
  }

  @Test("A draft is called one; an archive without issues has a door all the same")
  func drafts() throws {
    var issues = ArchiveSample.issues()
    issues[1].isDraft = true
    let pages = archiveSite(of: issues, baseURL: nil)
    for path in ["index.html", "countries/ie.html", "themes/return.html", "threads/cz-law.html"] {
      let page = try #require(pages.first { $0.path == path })
      #expect(String(decoding: page.bytes(), as: UTF8.self).contains("DRAFT"), "\(path)")
    }
    let empty = archiveSite(of: [], baseURL: nil)
    let door = try #require(empty.first { $0.path == "index.html" })
    #expect(String(decoding: door.bytes(), as: UTF8.self).contains("No issue has been published yet."))
    #expect(!empty.contains { $0.path.hasPrefix("feeds/") })
  }
}
