import Model
import Text

/// An issue as data beside its editions, in the form of the site's schema.
///
/// It tells what the issue told on the day of its publication: what later issues add stands in theirs.
func issueFile(_ issue: CompiledIssue) -> SitePage {
  let path = SitePath.json(of: issue.period)
  return SitePage(path: path, dependencies: [.issue(issue.period)]) {
    var writer = JSONWriter()
    writer.object { json in
      json.field("$schema", SitePath.root(from: path) + SitePath.issueSchema)
      json.issue(issue)
    }
    return writer.bytes
  }
}

/// The schema of the site's data (JSON Schema, draft 2020-12).
func issueSchemaFile() -> SitePage {
  SitePage(path: SitePath.issueSchema, dependencies: []) { Array(Embedded.issueSchemaJSON.utf8) }
}

/// Every entry of every issue on a line of its own, with its issue's edition, period and date and with its thread.
func developmentLines(of archive: Archive) -> SitePage {
  var pieces: [SitePiece] = []
  var first = 0
  for issue in archive.issues {
    let places = first..<first + issue.entryCount
    first = places.upperBound
    // An issue's lines are as before when neither it nor the threads have changed that its entries belong to.
    let threads = places.flatMap { place in
      archive.thread(ofEntry: place).map { [String(place - places.lowerBound), $0.anchor] } ?? []
    }
    pieces.append(SitePiece(issue: issue.period, shows: threads) { lines(of: issue, places, of: archive) })
  }
  return SitePage(
    path: SitePath.developments, dependencies: archive.correctedIssues.union([.everything]), pieces: pieces)
}

/// The lines of an issue's entries, which stand at these places in the archive.
private func lines(of issue: CompiledIssue, _ places: Range<Int>, of archive: Archive) -> [UInt8] {
  var writer = JSONWriter(form: .line, capacity: places.count << 11)
  for place in places {
    let archived = archive.entries[place]
    writer.object { json in
      json.field("edition", issue.edition)
      json.field("period", issue.period.name)
      json.field("published", issue.published?.iso)
      json.field("isDraft", issue.isDraft)
      json.field("corrected", issue.corrections(of: archived.entry).map(\.date).max().map { PartialDate.day($0).iso })
      json.field("thread", archive.thread(ofEntry: place)?.anchor)
      json.entry(archived.entry, themeLabel: archived.themeLabel)
    }
    writer.endLine()
  }
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func issue(_ issue: CompiledIssue) {
    field("edition", issue.edition)
    field("period", issue.period.name)
    field("published", issue.published?.iso)
    field("title", issue.title)
    field("issn", issue.issn)
    field("isDraft", issue.isDraft)
    field("about", issue.about)
    specialNote(issue.specialNote)
    field("sections", issue.sections) { json, section in
      json.field("number", section.number)
      json.field("heading", section.heading)
      json.field("themes", texts: section.themeCodes.map(\.rawValue))
    }
    let labels = Dictionary(issue.sections.flatMap(\.themes)) { first, _ in first }
    field("entries", issue.entries) { $0.entry($1, themeLabel: labels[$1.theme] ?? $1.theme.rawValue) }
    field("annex") { $0.annex(issue.annex) }
    field("contactPoints", issue.contactPoints) { json, point in
      json.field("country", point.country.rawValue)
      json.field("name", point.name)
      json.field("ownNames", point.ownNames) { $0.words($1) }
      json.field("isObserver", point.isObserver)
    }
    field("silent", texts: issue.silent)
    corrections(of: issue)
    explanations(of: issue)
  }

  private mutating func specialNote(_ note: SpecialNote?) {
    guard let note else { return field("specialNote", String?.none) }
    field("specialNote") { json in
      json.field("headline", note.headline)
      json.field("body", texts: note.body.map(\.words))
    }
  }

  private mutating func corrections(of issue: CompiledIssue) {
    field("corrections", issue.corrections) { json, correction in
      json.field("date", PartialDate.day(correction.date).iso)
      json.field("reason", correction.reason)
      json.field("entries", texts: correction.entries)
    }
    field("withdrawn", issue.withdrawn) { json, entry in
      json.field("anchor", entry.anchor)
      json.field("country", entry.country.rawValue)
      json.field("theme", entry.theme?.rawValue)
      json.field("headline", entry.headline)
      json.field("date", PartialDate.day(entry.date).iso)
    }
  }

  private mutating func explanations(of issue: CompiledIssue) {
    field("nameNotes", issue.nameNotes) { json, note in
      json.field("name", note.name)
      json.field("words", note.words)
    }
    field("glossary", issue.glossary) { json, term in
      json.field("id", term.id)
      json.field("term", term.term)
      json.field("definition", term.definition)
      json.field("source") { json in
        json.field("title", term.source.title)
        json.field("href", term.source.href)
      }
    }
  }
}
