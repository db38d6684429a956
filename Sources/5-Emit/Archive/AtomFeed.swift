import Model
import Text

/// A feed of the archive, as RFC 4287 (The Atom Syndication Format) has it.
struct AtomFeed {
  /// One item of a feed.
  struct Item {
    /// Its path on the site, with the place in the page.
    let path: String
    /// Its name for good, where the site has no address: what follows `urn:emn:bulletin:`.
    let urn: String
    let title: Phrase
    /// When it was published, where that is known.
    let published: Day?
    /// When it last changed: was published, corrected or withdrawn.
    let updated: Day
    let summary: String
    /// The theme: its code and its name.
    var theme: (code: String, label: String)?
  }

  /// What names it among the feeds: `issues`, `country-no`.
  let name: String
  let title: String
  /// The series' title, which stands for the author.
  let author: String
  /// The path of the page that shows the same.
  let page: String
  /// The items, the newest first.
  let items: [Item]
  /// Where the site will be found.
  let base: SiteBase?

  /// How many items a feed has at the most: readers fetch a feed over and over to learn what is new.
  static let longest = 100

  /// The feed's bytes.
  var bytes: [UInt8] {
    var writer = AtomWriter()
    writer.feed(self)
    return writer.buffer.bytes
  }

  fileprivate var path: String { SitePath.feed(name) }

  /// The address of a page: absolute where the site has an address, else from the feed's folder.
  fileprivate func link(to path: String) -> String { base?.url(of: path) ?? hrefValue("../" + path) }

  fileprivate func id(_ path: String, urn: String) -> String {
    base?.url(of: path) ?? "urn:emn:bulletin:" + hrefValue(urn)
  }
}

/// Writes a feed.
private struct AtomWriter {
  var buffer = OutputBuffer(capacity: 1 << 15)

  mutating func feed(_ feed: AtomFeed) {
    buffer.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    buffer.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n")
    element("id", feed.id(feed.path, urn: feed.name))
    element("title", feed.title)
    element("updated", time(feed.items.map(\.updated).max() ?? feed.items[0].updated))
    buffer.append("<author>")
    element("name", feed.author, end: "")
    buffer.append("</author>\n")
    if feed.base != nil { link("self", "application/atom+xml", feed.link(to: feed.path)) }
    link("alternate", "text/html", feed.link(to: feed.page))
    for item in feed.items { self.item(item, of: feed) }
    buffer.append("</feed>\n")
  }

  private mutating func item(_ item: AtomFeed.Item, of feed: AtomFeed) {
    buffer.append("<entry>\n")
    element("id", feed.id(item.path, urn: item.urn))
    element("title", item.title.words, language: item.title.language)
    if let published = item.published { element("published", time(published)) }
    element("updated", time(item.updated))
    link("alternate", "text/html", feed.link(to: item.path))
    if let theme = item.theme {
      buffer.append("<category")
      attribute("term", theme.code)
      attribute("label", theme.label)
      buffer.append("/>\n")
    }
    element("summary", item.summary)
    buffer.append("</entry>\n")
  }

  private mutating func link(_ relation: String, _ type: String, _ href: String) {
    buffer.append("<link rel=\"\(relation)\" type=\"\(type)\"")
    attribute("href", href)
    buffer.append("/>\n")
  }

  private mutating func element(_ name: String, _ words: String, language: String? = nil, end: String = "\n") {
    buffer.append("<\(name)")
    if let language { attribute("xml:lang", language) }
    buffer.append(">")
    text(words)
    buffer.append("</\(name)>\(end)")
  }

  private mutating func attribute(_ name: String, _ value: String) {
    buffer.append(" \(name)=\"")
    text(value)
    buffer.append("\"")
  }

  /// Words as XML takes them: what XML forbids stands as its number.
  private mutating func text(_ words: String) { buffer.append(escaped: visible(words)) }

  /// A day as RFC 3339 has it: its first moment, for the hour is not known.
  private func time(_ day: Day) -> String { PartialDate.day(day).iso + "T00:00:00Z" }
}
