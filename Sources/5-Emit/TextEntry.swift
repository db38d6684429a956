import Model

extension TextWriter {
  /// Writes a development: its number and headline, then all else under an indent.
  mutating func entry(_ entry: Entry) {
    gap()
    let lead = entry.number + String(repeating: " ", count: max(1, 5 - entry.number.utf8.count))
    say(entry.development.headline.words)
    flush(lead: lead, indent: lead.utf8.count)
    standing(of: entry)
    paragraphs(entry.development.body, indent: Self.entryIndent)
    gap()
    facts(of: entry)
  }

  private static let entryIndent = 5
  private static let margin = "     "

  private mutating func standing(of entry: Entry) {
    say(entry.kindLabel)
    for (position, stage) in entry.stages.enumerated() {
      say(position == 0 ? " · " : "; ")
      sayBound(Words.stage(stage.label, isFirst: position == 0) + " " + stage.date.words)
    }
    flush(lead: Self.margin, indent: Self.entryIndent)
  }

  private mutating func facts(of entry: Entry) {
    let development = entry.development
    facts("Figure", development.figures) { $0.figure($1) }
    facts("Act", development.acts) { $0.act($1) }
    facts("EU act", development.euActs) { writer, act in
      writer.say(Words.relation(act.relation))
      writer.say(act.name, link: act.celex.map(eurLexLink))
    }
    if let period = entry.period { row(Words.reported) { $0.sayBound(period.words) } }
    if let late = development.late { row("Reported now") { $0.say(late) } }
    for item in entry.follows { row("Follows up") { $0.predecessor(item) } }
    facts("Followed by", entry.followedBy) { writer, next in
      writer.say(next.headline.words)
      let country = next.country == entry.countryName ? "" : next.country + "; "
      writer.say(" (" + country)
      writer.sayBound("entry " + next.number + ")")
    }
    facts("See also", context.furtherPlaces(of: entry)) { writer, place in
      writer.say(place.label + " ")
      writer.sayBound("(section \(place.section))")
    }
    facts("Source", development.sources) { $0.say($1.title.words, link: $1.href) }
    row("Permalink") { $0.say("#" + entry.anchor) }
  }

  private mutating func facts<Fact>(_ label: String, _ items: [Fact], _ write: (inout TextWriter, Fact) -> Void) {
    for item in items { row(label) { write(&$0, item) } }
  }

  private mutating func row(_ label: String, _ write: (inout TextWriter) -> Void) {
    sayBound(label + ":")
    say(" ")
    write(&self)
    flush(lead: Self.margin, indent: Self.entryIndent + 2)
  }

  private mutating func figure(_ figure: Figure) {
    say(figure.label)
    say(": ")
    sayBound(grouped(figure.value, by: " "))
    say(" ")
    say(figure.unit)
  }

  private mutating func act(_ act: Act) {
    for (position, title) in act.titles.enumerated() {
      if position > 0 { say(" (") }
      say(title.words)
      if position > 0 { say(")") }
    }
    var separator = act.titles.isEmpty ? "" : ", "
    for detail in act.details {
      say(separator)
      say(detail)
      separator = ", "
    }
    if let celex = act.celex {
      say(separator)
      sayBound("CELEX ")
      say(celex, link: eurLexLink(celex: celex))
      separator = ", "
    }
    if let eli = act.eli {
      say(separator)
      say("ELI", link: eli)
    }
  }

  private mutating func predecessor(_ predecessor: Predecessor) {
    say(predecessor.headline.words)
    say(" (")
    say(predecessor.reference.period.words)
    if let country = predecessor.country { say("; " + country) }
    if let target = context.register[predecessor.reference] {
      say("; ")
      sayBound("entry " + target.number)
    }
    say(")")
  }
}
