import Model

/// What the head of a page of the site needs to know.
struct SiteHead {
  /// The page's path.
  let path: String
  /// What the page is about; `nil` for the site's door.
  var name: Phrase?
  /// The part of the site that it belongs to.
  let area: SiteArea
  /// The feed that tells of news on the page: its title and its path.
  var feed: (title: String, path: String)?

  /// What leads to the folder of the site.
  var root: String { SitePath.root(from: path) }

  /// The title by which browsers list the page.
  var title: String {
    if let name { return name.words + " – " + SiteWords.archive }
    return path == area.path && area != .issues ? area.name + " – " + SiteWords.archive : SiteWords.archive
  }
}

/// The words that pages of the site share.
enum SiteWords {
  static let archive = "Archive of the EMN bulletin"
  static let none = "No issue has been published yet."
}

/// The style of the site's pages, and the policy that lets it show; both are the same for all of them.
private enum SiteStyle {
  static let text = Embedded.pageCSS + Embedded.archiveCSS
  static let policy = contentPolicy(style: "\n" + text)
}

extension HTMLWriter {
  /// Opens a page of the site up to its main part, in which the heading stands first.
  mutating func openSitePage(_ head: SiteHead) {
    openDocument(title: head.title, style: SiteStyle.text, policy: SiteStyle.policy) { $0.feedLink(from: head) }
    markup("<header class=\"masthead\">\n")
    element("<p class=\"network\">", Words.network, "</p>\n")
    areas(head)
    trail(head)
    markup("</header>\n<main id=\"page-main\">\n")
    pageHeading(head)
  }

  private mutating func feedLink(from head: SiteHead) {
    guard let feed = head.feed else { return }
    markup("<link rel=\"alternate\" type=\"application/atom+xml\"")
    attribute("title", feed.title)
    attribute("href", hrefValue(head.root + feed.path))
    markup(">\n")
  }

  /// Closes a page of the site.
  mutating func closeSitePage() {
    markup("</main>\n")
    closeDocument()
  }

  /// Opens a link to a page of the site.
  mutating func openLink(from head: SiteHead, to path: String) {
    markup("<a")
    attribute("href", hrefValue(head.root + path))
    markup(">")
  }

  /// Writes a link to a page of the site.
  mutating func link(from head: SiteHead, to path: String, _ words: String) {
    openLink(from: head, to: path)
    element("", words, "</a>")
  }

  private mutating func pageHeading(_ head: SiteHead) {
    phrase(head.name ?? Phrase(head.area == .issues ? SiteWords.archive : head.area.name), element: "h1")
    markup("\n")
  }

  /// Writes the navigation that all pages of the site have in common.
  mutating func areas(_ head: SiteHead) {
    markup("<nav class=\"areas\" aria-label=\"Archive\">\n<ul>\n")
    for area in SiteArea.allCases {
      markup("<li><a")
      attribute("href", head.root + area.path)
      if area.path == head.path { markup(" aria-current=\"page\"") }
      element(">", area.name, "</a></li>\n")
    }
    markup("</ul>\n</nav>\n")
  }

  /// Writes the way from the site's door to the page.
  private mutating func trail(_ head: SiteHead) {
    if head.path == SitePath.door { return }
    markup("<nav class=\"trail\" aria-label=\"Breadcrumb\">\n<ol>\n<li>")
    link(from: head, to: SitePath.door, "Archive")
    markup("</li>\n")
    if let name = head.name {
      markup("<li>")
      link(from: head, to: head.area.path, head.area.name)
      markup("</li>\n<li aria-current=\"page\">")
      phrase(name)
    } else {
      element("<li aria-current=\"page\">", head.area.name, "")
    }
    markup("</li>\n</ol>\n</nav>\n")
  }
}
