import Model
import Text

extension TextWriter {
  /// Writes the figures of one measure: its title once, then one period after another.
  mutating func measure(_ measure: Measure) {
    heading(measure.title, underline: "~")
    for series in measure.series { self.series(series) }
  }

  private mutating func series(_ series: Series) {
    gap()
    if series.values.count == 1, let value = series.values.first {
      figure(value, of: series)
    } else {
      say(caption(of: series))
      flush()
      gap()
      let rows = series.values.map { value in
        TextTable.Row(
          words: value.label, period: value.period.map(Words.time) ?? "", number: grouped(value.number, by: " "))
      }
      TextTable(rows: rows, bars: series.bars).write(to: &self)
      gap()
    }
    if let note = series.note {
      say("Note: ")
      say(note)
      flush(lead: "  ", indent: 4)
    }
    sources(series.sources, margin: 2)
    gap()
  }

  /// The period and what is counted: `October 2022 (persons)`.
  private func caption(of series: Series) -> String {
    guard let period = series.period else { return Words.stage(series.unit, isFirst: true) }
    return Words.time(period) + " (" + series.unit + ")"
  }

  /// A single figure is a sentence, not a table.
  private mutating func figure(_ value: Series.Value, of series: Series) {
    say(value.label)
    say(": ")
    sayBound(grouped(value.number, by: " "))
    say(" " + series.unit)
    if let period = value.period ?? series.period { say(" (" + Words.time(period) + ")") }
    flush(indent: 2)
  }

  /// Writes who made figures or says so, under a margin.
  mutating func sources(_ sources: [Source], margin: Int) {
    guard !sources.isEmpty else { return }
    say(Words.label("Source", count: sources.count) + ": ")
    for (position, source) in sources.enumerated() {
      if position > 0 { say("; ") }
      say(source.title.words, link: source.href)
    }
    flush(lead: blanks(margin), indent: margin + 2)
  }

  /// Writes a line of a table, whose blanks keep its columns in place.
  mutating func tableLine(_ parts: [String], indent: Int) {
    for part in parts { sayBound(part) }
    flush(lead: blanks(indent), indent: indent)
  }
}
