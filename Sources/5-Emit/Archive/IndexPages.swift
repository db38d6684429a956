import Model

/// The index of contributors or of themes, with the number of their entries.
func indexPage(of archive: Archive, _ area: SiteArea) -> SitePage {
  let gatherings = area == .countries ? archive.countries : archive.themes
  // The order of themes is that of the issues' plans.
  let dependencies = Set(gatherings.map(\.dependency)).union([.issues])
  return SitePage(path: area.path, dependencies: dependencies) {
    let head = SiteHead(path: area.path, area: area)
    var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 14)
    writer.openSitePage(head)
    if gatherings.isEmpty {
      writer.element("<p>", SiteWords.none, "</p>\n")
    } else {
      writer.markup("<ul class=\"index\">\n")
      for gathering in gatherings {
        writer.markup("<li>")
        writer.link(from: head, to: gathering.path, gathering.name)
        writer.element(" <span class=\"quiet\">", counted(gathering.entries.count, "development"), "</span></li>\n")
      }
      writer.markup("</ul>\n")
    }
    writer.closeSitePage()
    return writer.out.bytes
  }
}
