import Model
import Text

extension TextWriter {
  /// Writes the annex, when there is anything in it.
  mutating func annex(_ annex: CompiledAnnex, isDraft: Bool) {
    guard !annex.isEmpty else { return }
    open(Words.annex, isDraft: isDraft)
    part(Words.statistics, measures(of: annex.statistics)) { $0.measure($1) }
    part(Words.transposition, annex.transposition) { $0.transposition($1) }
    part(Words.outputs, annex.outputs) { $0.output($1) }
    part(Words.upcoming, annex.upcoming) { $0.event($1) }
    part(Words.past, annex.past) { $0.event($1) }
    gatheredLinks()
  }

  private mutating func part<Item>(_ words: String, _ items: [Item], _ write: (inout TextWriter, Item) -> Void) {
    guard !items.isEmpty else { return }
    heading(words, underline: "-")
    for item in items { write(&self, item) }
  }

  private mutating func transposition(_ item: CompiledAnnex.Transposition) {
    subheading { writer in
      writer.say(item.measure.title)
      writer.say(" (")
      writer.sayBound("CELEX ")
      writer.say(item.measure.celex, link: eurLexLink(celex: item.measure.celex))
      writer.say(")")
    }
    for (country, state) in zip(item.countries, item.measure.states) {
      sayBound(country)
      say(": ")
      say(state.words)
      flush(lead: "- ", indent: 2)
    }
    if let deadline = item.measure.deadline {
      gap()
      say(Words.transpositionDeadline)
      sayBound(deadline.words)
      say(".")
      flush()
    }
    gap()
    sources(item.measure.sources, margin: 0)
    gap()
  }

  private mutating func output(_ output: Output) {
    say(Words.kind(output.kind) + ": ")
    say(output.title.words, link: output.href)
    if let date = output.date {
      say(", ")
      sayBound(date.words)
    }
    flush(lead: "- ", indent: 2)
  }

  private mutating func event(_ event: Event) {
    if let end = event.end, end != event.date {
      sayBound(event.date.words(until: end))
      say(" to ")
      sayBound(end.words)
    } else {
      sayBound(event.date.words)
    }
    say(": ")
    say(event.title.words, link: event.href)
    if let place = event.place { say(", " + place) }
    if let organiser = event.organiser { say(" (" + organiser + ")") }
    flush(lead: "- ", indent: 2)
  }
}
