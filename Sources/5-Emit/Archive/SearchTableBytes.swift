import Model
import Text

extension CompactWriter {
  /// Writes the table of one issue; its period is known to who reads it.
  mutating func write(_ table: SearchTable) {
    for filter in SearchTable.filters {
      let column = table.columns[filter] ?? SearchTable.Column()
      write(column.sets)
      write(column.numbers.count)
      for number in column.numbers { write(number) }
      write((table.labels[filter] ?? [:]).sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }
    write(table.acts)
    write(table.notes.flatMap { [$0.name, $0.words] })
  }

  private mutating func write(_ acts: SearchActs) {
    let names = acts.names.flatMap { celex, names in names.map { (celex: celex, name: $0.key, known: $0.value) } }
      .sorted { ($0.celex, $0.name) < ($1.celex, $1.name) }
    write(names.count)
    for (celex, name, known) in names {
      write(celex)
      write(name)
      write(known.standing.rawValue)
      write(known.count)
    }
  }

  private mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }
}

extension CompactReader {
  /// Reads the table of one issue.
  mutating func table() -> SearchTable {
    var table = SearchTable()
    for filter in SearchTable.filters {
      let sets = texts()
      var column = SearchTable.Column()
      for _ in 0..<number() { column.append(sets[number()]) }
      table.columns[filter] = column
      table.labels[filter] = Dictionary(pairs()) { first, _ in first }
    }
    for _ in 0..<number() {
      let (celex, name) = (text(), text())
      table.acts.add(celex, name, SearchActs.Standing(rawValue: number()) ?? .cited, count: number())
    }
    table.notes = pairs().map { NameNote(name: $0, words: $1) }
    return table
  }

  private mutating func texts() -> [String] { (0..<number()).map { _ in text() } }

  private mutating func pairs() -> [(String, String)] {
    let all = texts()
    return stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
  }
}
