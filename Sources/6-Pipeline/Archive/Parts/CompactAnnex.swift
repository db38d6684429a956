import Model
import Text

extension CompiledAnnex: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(statistics)
    writer.write(transposition)
    writer.write(outputs)
    writer.write(upcoming)
    writer.write(past)
  }

  init(from reader: inout CompactReader) {
    self.init(
      statistics: reader.read(), transposition: reader.read(), outputs: reader.read(), upcoming: reader.read(),
      past: reader.read())
  }
}

extension CompiledAnnex.Transposition: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(measure)
    writer.write(countries)
  }

  init(from reader: inout CompactReader) { self.init(measure: reader.read(), countries: reader.read()) }
}

extension TranspositionMeasure: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(title)
    writer.write(celex)
    writer.write(deadline)
    writer.write(states)
    writer.write(sources)
  }

  init(from reader: inout CompactReader) {
    self.init(
      title: reader.read(), celex: reader.read(), deadline: reader.read(), states: reader.read(),
      sources: reader.read())
  }
}

extension TranspositionMeasure.State: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(country)
    writer.write(words)
  }

  init(from reader: inout CompactReader) { self.init(country: reader.read(), words: reader.read()) }
}

extension Series: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(title)
    writer.write(unit)
    writer.write(period)
    writer.write(values)
    writer.write(sources)
    writer.write(note)
  }

  init(from reader: inout CompactReader) {
    self.init(
      title: reader.read(), unit: reader.read(), period: reader.read(), values: reader.read(),
      sources: reader.read(), note: reader.read())
  }
}

extension Series.Value: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(label)
    writer.write(number)
    writer.write(period)
    writer.write(isTotal)
  }

  init(from reader: inout CompactReader) {
    self.init(label: reader.read(), number: reader.read(), period: reader.read(), isTotal: reader.read())
  }
}

extension Output: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(kind)
    writer.write(title)
    writer.write(date)
    writer.write(href)
  }

  init(from reader: inout CompactReader) {
    self.init(kind: reader.read(), title: reader.read(), date: reader.read(), href: reader.read())
  }
}

extension Event: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(title)
    writer.write(date)
    writer.write(end)
    writer.write(place)
    writer.write(organiser)
    writer.write(href)
  }

  init(from reader: inout CompactReader) {
    self.init(
      title: reader.read(), date: reader.read(), end: reader.read(), place: reader.read(), organiser: reader.read(),
      href: reader.read())
  }
}
