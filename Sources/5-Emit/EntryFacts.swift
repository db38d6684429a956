import Model

/// What stands below an entry's text, row by row, each row with its items.
enum EntryFacts {
  case figures([Figure])
  case acts([Act])
  case euActs([EUAct])
  case reported(Period)
  case late(String)
  case follows([Predecessor])
  case followedBy([Section.CrossReference])
  case furtherThemes([SectionsContext.ThemePlace])
  case sources([Source])
  case permalink

  /// The row's label, in the singular or the plural.
  var label: String {
    switch self {
    case .figures: Words.label("Figure", count: count)
    case .acts: Words.label("Act", count: count)
    case .euActs: Words.label("EU act", count: count)
    case .reported: Words.reported
    case .late: "Reported now"
    case .follows: "Follows up"
    case .followedBy: "Followed by"
    case .furtherThemes: "See also"
    case .sources: Words.label("Source", count: count)
    case .permalink: "Permalink"
    }
  }

  /// How many items the row has.
  var count: Int {
    switch self {
    case .figures(let items): items.count
    case .acts(let items): items.count
    case .euActs(let items): items.count
    case .follows(let items): items.count
    case .followedBy(let items): items.count
    case .furtherThemes(let items): items.count
    case .sources(let items): items.count
    case .reported, .late, .permalink: 1
    }
  }
}

extension Entry {
  /// The rows below the entry's text: only those that have something in them.
  func facts(in context: SectionsContext) -> [EntryFacts] {
    var rows: [EntryFacts] = []
    func add(_ row: EntryFacts) { if row.count > 0 { rows.append(row) } }
    add(.figures(development.figures))
    add(.acts(development.acts))
    add(.euActs(development.euActs))
    if let period { rows.append(.reported(period)) }
    if let late = development.late { rows.append(.late(late)) }
    add(.follows(follows))
    add(.followedBy(followedBy))
    add(.furtherThemes(context.furtherPlaces(of: self)))
    add(.sources(development.sources))
    rows.append(.permalink)
    return rows
  }
}

extension HTMLWriter {
  /// Writes an item of a row of facts.
  mutating func fact(_ place: Int, of row: EntryFacts, in entry: Entry) {
    switch row {
    case .figures(let figures): figure(figures[place])
    case .acts(let acts): act(acts[place])
    case .euActs(let acts): euAct(acts[place])
    case .reported(let period): text(period.words)
    case .late(let words): text(words)
    case .follows(let items): predecessor(items[place])
    case .followedBy(let items): successor(items[place], of: entry)
    case .furtherThemes(let items): furtherTheme(items[place])
    case .sources(let sources): link(sources[place].title, to: sources[place].href)
    case .permalink: permalink(to: entry.anchor)
    }
  }

  private mutating func figure(_ figure: Figure) {
    element("", figure.label, ": ")
    number(figure.value)
    element(" ", figure.unit, "")
  }

  private mutating func act(_ act: Act) {
    for (position, title) in act.titles.enumerated() {
      if position > 0 { markup(" (") }
      phrase(title, element: "cite")
      if position > 0 { markup(")") }
    }
    var separator = act.titles.isEmpty ? "" : ", "
    for detail in act.details {
      element(separator, detail, "")
      separator = ", "
    }
    if let number = act.celex {
      markup(separator)
      celex(number)
      separator = ", "
    }
    if let eli = act.eli {
      markup(separator)
      link(Phrase("ELI"), to: eli)
    }
  }

  private mutating func euAct(_ act: EUAct) {
    markup(Words.relation(act.relation))
    link(Phrase(act.name), to: act.celex.map(eurLexLink))
  }

  private mutating func predecessor(_ predecessor: Predecessor) {
    let target = register[predecessor.reference]
    if let target { openLink(toAnchor: target.anchor) }
    phrase(predecessor.headline)
    if target != nil { markup("</a>") }
    element(" (", predecessor.reference.period.words, "")
    if let country = predecessor.country { element("; ", country, "") }
    if let target { element("; entry ", target.number, "") }
    markup(")")
  }

  private mutating func successor(_ reference: Section.CrossReference, of entry: Entry) {
    openLink(toAnchor: reference.anchor)
    phrase(reference.headline)
    markup("</a> (")
    if reference.country != entry.countryName { element("", reference.country, "; ") }
    element("entry ", reference.number, ")")
  }

  private mutating func furtherTheme(_ place: SectionsContext.ThemePlace) {
    openLink(toAnchor: place.anchor)
    element("", place.label, "</a> (section \(place.section))")
  }

  private mutating func permalink(to anchor: String) {
    markup("<a class=\"permalink\" href=\"#")
    text(anchor)
    element("\">#", anchor, "</a>")
  }
}
