import Model
import Text

extension Phrase: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(words)
    writer.write(language)
  }

  init(from reader: inout CompactReader) { self.init(reader.read(), language: reader.read()) }
}

extension Paragraph: CompactCodable {
  func write(to writer: inout CompactWriter) { writer.write(pieces) }
  init(from reader: inout CompactReader) { self.init(reader.read()) }
}

extension Inline: CompactCodable {
  private enum Mark: String, CompactChoice {
    case text = "", emphasis = "e", foreign = "f", link = "l", citation = "c", term = "t"
  }

  func write(to writer: inout CompactWriter) {
    switch self {
    case .text: writer.write(Mark.text)
    case .emphasis: writer.write(Mark.emphasis)
    case .foreign(_, let language):
      writer.write(Mark.foreign)
      writer.write(language)
    case .link(_, let href):
      writer.write(Mark.link)
      writer.write(href)
    case .citation(_, let celex, let language):
      writer.write(Mark.citation)
      writer.write(celex)
      writer.write(language)
    case .term(_, let entry):
      writer.write(Mark.term)
      writer.write(entry)
    }
    writer.write(words)
  }

  init(from reader: inout CompactReader) {
    switch reader.read(Mark.self) {
    case .text: self = .text(reader.read())
    case .emphasis: self = .emphasis(reader.read())
    case .foreign:
      let language = reader.text()
      self = .foreign(reader.read(), language: language)
    case .link:
      let href = reader.text()
      self = .link(reader.read(), href: href)
    case .citation:
      let celex: String? = reader.read()
      let language: String? = reader.read()
      self = .citation(reader.read(), celex: celex, language: language)
    case .term:
      let entry: String? = reader.read()
      self = .term(reader.read(), entry: entry)
    }
  }
}

extension Source: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(title)
    writer.write(href)
  }

  init(from reader: inout CompactReader) { self.init(title: reader.read(), href: reader.read()) }
}

extension SpecialNote: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(headline)
    writer.write(body)
  }

  init(from reader: inout CompactReader) { self.init(headline: reader.read(), body: reader.read()) }
}

extension Correction: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(date)
    writer.write(reason)
    writer.write(entries)
  }

  init(from reader: inout CompactReader) {
    self.init(date: reader.read(), reason: reader.read(), entries: reader.read())
  }
}

extension Withdrawal: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(anchor)
    writer.write(headline)
    writer.write(date)
    writer.write(theme)
  }

  init(from reader: inout CompactReader) {
    self.init(anchor: reader.read(), headline: reader.read(), date: reader.read(), theme: reader.read())
  }
}

extension NameNote: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(name)
    writer.write(words)
  }

  init(from reader: inout CompactReader) { self.init(name: reader.read(), words: reader.read()) }
}

extension GlossaryTerm: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(id)
    writer.write(term)
    writer.write(definition)
    writer.write(source)
  }

  init(from reader: inout CompactReader) {
    self.init(id: reader.read(), term: reader.read(), definition: reader.read(), source: reader.read())
  }
}
