import Model

extension HTMLWriter {
  /// Writes a numbered section: the EU part, the countries, pointers to entries elsewhere.
  mutating func section(_ section: Section) {
    markup("<section class=\"theme\"")
    id(section.anchor)
    markup(">\n<h2><span class=\"number\">\(section.number)</span> ")
    element("", section.heading, "</h2>\n")
    let european = section.european
    let national = section.national
    if european == nil && national.isEmpty { element("<p class=\"empty\">", Words.emptySection, "</p>\n") }
    if let european { europeanPart(european) }
    if !national.isEmpty { nationalPart(national) }
    if !section.seeAlso.isEmpty { seeAlso(section.seeAlso) }
    markup("</section>\n")
  }

  private mutating func europeanPart(_ group: Section.Group) {
    markup("<section class=\"part\"")
    id(group.anchor)
    markup(">\n")
    heading(3, Words.euDevelopments)
    for item in group.entries { entry(item, level: 4) }
    markup("</section>\n")
  }

  private mutating func nationalPart(_ groups: [Section.Group]) {
    markup("<section class=\"part\">\n")
    heading(3, Words.nationalDevelopments)
    for group in groups {
      markup("<section class=\"country\"")
      id(group.anchor)
      markup(">\n")
      heading(4, group.name)
      for item in group.entries { entry(item, level: 5) }
      markup("</section>\n")
    }
    markup("</section>\n")
  }

  private mutating func seeAlso(_ references: [Section.CrossReference]) {
    markup("<section class=\"see-also\">\n")
    heading(3, Words.seeAlso)
    markup("<ul>\n")
    for reference in references {
      markup("<li>")
      openLink(toAnchor: reference.anchor)
      element("", reference.number, " ")
      element("", reference.country, ": ")
      phrase(reference.headline)
      markup("</a></li>\n")
    }
    markup("</ul>\n</section>\n")
  }
}
