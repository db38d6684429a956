import Model

extension HTMLWriter {
  /// Writes a development under a heading of the given level; one without a number has none in its heading.
  mutating func entry(_ entry: Entry, level: Int) {
    markup("<article class=\"entry\"")
    id(entry.anchor)
    markup(">\n<h\(level)>")
    if !entry.number.isEmpty { element("<span class=\"number\">", entry.number, "</span> ") }
    phrase(entry.development.headline)
    markup("</h\(level)>\n")
    standing(of: entry)
    paragraphs(entry.development.body)
    facts(of: entry)
    markup("</article>\n")
  }

  /// Writes what sort of development it is and its steps.
  private mutating func standing(of entry: Entry) {
    element("<p class=\"standing\"><span class=\"kind\">", entry.kindLabel, "</span>")
    for (position, stage) in entry.stages.enumerated() {
      element(position == 0 ? " · " : "; ", Words.stage(stage.label, isFirst: position == 0), " ")
      date(stage.date)
    }
    markup("</p>\n")
  }

  private mutating func facts(of entry: Entry) {
    let development = entry.development
    markup("<dl class=\"facts\">\n")
    facts("Figure", development.figures) { $0.figure($1) }
    facts("Act", development.acts) { $0.act($1) }
    facts("EU act", development.euActs) { $0.euAct($1) }
    if let late = development.late { rows("Reported now", [late]) { $0.element("", $1, "") } }
    if !entry.follows.isEmpty { rows("Follows up", entry.follows) { $0.predecessor($1) } }
    facts("Source", development.sources) { $0.link($1.title, to: $1.href) }
    markup("<div><dt>Permalink</dt><dd>")
    openLink(toAnchor: entry.anchor)
    element("#", entry.anchor, "</a></dd></div>\n</dl>\n")
  }

  private mutating func facts<Fact>(_ label: String, _ items: [Fact], _ write: (inout HTMLWriter, Fact) -> Void) {
    if !items.isEmpty { rows(Words.label(label, count: items.count), items, write) }
  }

  private mutating func rows<Fact>(_ label: String, _ items: [Fact], _ write: (inout HTMLWriter, Fact) -> Void) {
    element("<div><dt>", label, "</dt>")
    for item in items {
      markup("<dd>")
      write(&self, item)
      markup("</dd>")
    }
    markup("</div>\n")
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
}
