import Model
import Text

extension Entry: CompactCodable {
  func write(to writer: inout CompactWriter) {
    let start = writer.bytes.count
    defer { writer.marks.append(start..<writer.bytes.count) }
    writer.write(number)
    writer.write(anchor)
    writer.write(country)
    writer.write(countryName)
    writer.write(theme)
    writer.write(kindLabel)
    writer.write(stageLabels)
    writer.write(development)
    writer.write(follows)
    writer.write(followedBy)
    writer.write(period)
  }

  init(from reader: inout CompactReader) {
    self.init(
      number: reader.read(), anchor: reader.read(), country: reader.read(), countryName: reader.read(),
      theme: reader.read(), kindLabel: reader.read(), stageLabels: reader.read(), development: reader.read(),
      follows: reader.read())
    followedBy = reader.read()
    period = reader.read()
  }
}

extension Predecessor: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(reference)
    writer.write(headline)
    writer.write(country)
  }

  init(from reader: inout CompactReader) {
    self.init(reference: reader.read(), headline: reader.read(), country: reader.read())
  }
}

extension Development: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(id)
    writer.write(kind)
    writer.write(theme)
    writer.write(furtherThemes)
    writer.write(headline)
    writer.write(stages)
    writer.write(late)
    writer.write(body)
    writer.write(figures)
    writer.write(acts)
    writer.write(euActs)
    writer.write(sources)
    writer.write(follows)
  }

  init(from reader: inout CompactReader) {
    self.init(
      id: reader.read(), kind: reader.read(), theme: reader.read(), furtherThemes: reader.read(),
      headline: reader.read(), stages: reader.read(), late: reader.read(), body: reader.read(),
      figures: reader.read(), acts: reader.read(), euActs: reader.read(), sources: reader.read(),
      follows: reader.read())
  }
}

extension Stage: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(type)
    writer.write(date)
  }

  init(from reader: inout CompactReader) { self.init(reader.read(), reader.read()) }
}

extension Figure: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(label)
    writer.write(value)
    writer.write(unit)
  }

  init(from reader: inout CompactReader) {
    self.init(label: reader.read(), value: reader.read(), unit: reader.read())
  }
}

extension Act: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(titles)
    writer.write(number)
    writer.write(gazette)
    writer.write(celex)
    writer.write(eli)
  }

  init(from reader: inout CompactReader) {
    self.init(
      titles: reader.read(), number: reader.read(), gazette: reader.read(), celex: reader.read(), eli: reader.read())
  }
}

extension EUAct: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(name)
    writer.write(relation)
    writer.write(celex)
  }

  init(from reader: inout CompactReader) {
    self.init(name: reader.read(), relation: reader.read(), celex: reader.read())
  }
}
