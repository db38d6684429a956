import Model
import Text

extension CompiledIssue: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(edition)
    writer.write(period)
    writer.write(published)
    writer.write(issn)
    writer.write(title)
    writer.write(about)
    writer.write(specialNote)
    writer.write(colophon)
    writer.write(isDraft)
    writer.write(sections)
    writer.write(annex)
    writer.write(contactPoints)
    writer.write(silent)
    writer.write(corrections)
    writer.write(withdrawn)
    writer.write(nameNotes)
    writer.write(glossary)
    writer.write(longNames)
  }

  init(from reader: inout CompactReader) {
    let issue = Issue(
      edition: reader.read(), period: reader.read(), published: reader.read(), issn: reader.read(),
      title: reader.read(), about: reader.read(), specialNote: reader.read(), colophon: reader.read())
    self.init(
      issue: issue, isDraft: reader.read(), sections: reader.read(), annex: reader.read(),
      contactPoints: reader.read(), silent: reader.read())
    corrections = reader.read()
    withdrawn = reader.read()
    nameNotes = reader.read()
    glossary = reader.read()
    longNames = reader.read()
  }
}

extension Section: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(number)
    writer.write(heading)
    writer.write(anchor)
    writer.write(groups)
    writer.write(seeAlso)
    writer.write(themeCodes)
    writer.write(themeLabels)
  }

  init(from reader: inout CompactReader) {
    self.init(
      number: reader.read(), heading: reader.read(), anchor: reader.read(), groups: reader.read(),
      seeAlso: reader.read())
    themeCodes = reader.read()
    themeLabels = reader.read()
  }
}

extension Section.Group: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(country)
    writer.write(name)
    writer.write(anchor)
    writer.write(entries)
  }

  init(from reader: inout CompactReader) {
    self.init(country: reader.read(), name: reader.read(), anchor: reader.read(), entries: reader.read())
  }
}

extension Section.CrossReference: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(number)
    writer.write(anchor)
    writer.write(country)
    writer.write(headline)
  }

  init(from reader: inout CompactReader) {
    self.init(number: reader.read(), anchor: reader.read(), country: reader.read(), headline: reader.read())
  }
}

extension ContactPoint: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(country)
    writer.write(name)
    writer.write(ownNames)
    writer.write(isObserver)
  }

  init(from reader: inout CompactReader) {
    self.init(country: reader.read(), name: reader.read(), ownNames: reader.read(), isObserver: reader.read())
  }
}
