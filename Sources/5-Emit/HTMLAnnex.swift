import Model

extension HTMLWriter {
  /// Writes the annex, when there is anything in it.
  mutating func annex(_ annex: CompiledAnnex) {
    guard !annex.isEmpty else { return }
    markup("<section class=\"annex\" id=\"page-annex\">\n")
    heading(2, Words.annex)
    part(Words.statistics, annex.statistics) { $0.series($1) }
    part(Words.transposition, annex.transposition) { $0.transposition($1) }
    list(Words.outputs, annex.outputs) { $0.output($1) }
    list(Words.upcoming, annex.upcoming) { $0.event($1) }
    list(Words.past, annex.past) { $0.event($1) }
    markup("</section>\n")
  }

  private mutating func part<Item>(_ words: String, _ items: [Item], _ write: (inout HTMLWriter, Item) -> Void) {
    guard !items.isEmpty else { return }
    heading(3, words)
    for item in items { write(&self, item) }
  }

  private mutating func list<Item>(_ words: String, _ items: [Item], _ write: (inout HTMLWriter, Item) -> Void) {
    guard !items.isEmpty else { return }
    heading(3, words)
    markup("<ul>\n")
    for item in items {
      markup("<li>")
      write(&self, item)
      markup("</li>\n")
    }
    markup("</ul>\n")
  }

  private mutating func series(_ series: Series) {
    let hasPeriods = series.values.contains { $0.period != nil }
    element("<div class=\"table\">\n<table>\n<caption>", series.title, "")
    if let period = series.period { element(", ", Words.time(period), "") }
    markup("</caption>\n<thead><tr><th scope=\"col\">Category</th>")
    if hasPeriods { markup("<th scope=\"col\">Period</th>") }
    element("<th scope=\"col\" class=\"numeral\">", series.unit, "</th></tr></thead>\n<tbody>\n")
    for value in series.values {
      element("<tr><th scope=\"row\">", value.label, "</th>")
      if hasPeriods { element("<td>", value.period.map(Words.time) ?? "", "</td>") }
      markup("<td class=\"numeral\">")
      number(value.number)
      markup("</td></tr>\n")
    }
    markup("</tbody>\n</table>\n")
    if let note = series.note { element("<p class=\"remark\">Note: ", note, "</p>\n") }
    tableSources(series.sources)
    markup("</div>\n")
  }

  private mutating func transposition(_ item: CompiledAnnex.Transposition) {
    element("<div class=\"table\">\n<table>\n<caption>", item.measure.title, " (")
    celex(item.measure.celex)
    markup(")</caption>\n")
    markup("<thead><tr><th scope=\"col\">Country</th><th scope=\"col\">State</th></tr></thead>\n<tbody>\n")
    for (country, state) in zip(item.countries, item.measure.states) {
      element("<tr><th scope=\"row\">", country, "</th>")
      element("<td>", state.words, "</td></tr>\n")
    }
    markup("</tbody>\n</table>\n")
    if let deadline = item.measure.deadline {
      element("<p class=\"remark\">", Words.transpositionDeadline, "")
      date(deadline)
      markup(".</p>\n")
    }
    tableSources(item.measure.sources)
    markup("</div>\n")
  }

  private mutating func tableSources(_ sources: [Source]) {
    guard !sources.isEmpty else { return }
    element("<p class=\"remark\">", Words.label("Source", count: sources.count), ": ")
    for (position, source) in sources.enumerated() {
      if position > 0 { markup("; ") }
      link(source.title, to: source.href)
    }
    markup("</p>\n")
  }

  private mutating func output(_ output: Output) {
    element("", Words.kind(output.kind), ": ")
    link(output.title, to: output.href, element: "cite")
    if let published = output.date {
      markup(", ")
      date(published)
    }
  }

  private mutating func event(_ event: Event) {
    date(event.date)
    if let end = event.end {
      markup(" to ")
      date(end)
    }
    markup(": ")
    link(event.title, to: event.href)
    if let place = event.place { element(", ", place, "") }
    if let organiser = event.organiser { element(" (", organiser, ")") }
  }
}
