import Model

/// The content of an issue as bytes that depend on nothing but that content: what its digest is taken of.
///
/// JSON in UTF-8 without white space, members in a fixed order, absent ones left out. It holds what readers can read,
/// none of the ways to show it, and is part of the format of the archive: changing it changes every digest.
public func canonicalForm(of issue: CompiledIssue) -> [UInt8] {
  var writer = CanonicalWriter(capacity: 1 << 18)
  writer.value(issue)
  return writer.out.bytes
}

extension CanonicalWriter {
  fileprivate mutating func value(_ issue: CompiledIssue) {
    object { json in
      json.masthead(of: issue)
      if let note = issue.specialNote { json.member("specialNote") { $0.value(note) } }
      json.member("sections", issue.sections) { $0.value($1) }
      json.member("annex") { $0.value(issue.annex) }
      json.member("contactPoints", issue.contactPoints) { $0.value($1) }
      json.member("silent", issue.silent)
      json.member("colophon", issue.colophon)
      json.member("corrections", issue.corrections) { $0.value($1) }
      json.member("withdrawn", issue.withdrawn) { $0.value($1) }
      json.member("nameNotes", issue.nameNotes) { $0.value($1) }
      json.member("glossary", issue.glossary) { $0.value($1) }
    }
  }

  private mutating func masthead(of issue: CompiledIssue) {
    member("edition", issue.edition)
    member("period", issue.period.name)
    member("published", issue.published?.iso)
    member("issn", issue.issn)
    member("title", issue.title)
    member("isDraft", issue.isDraft)
    member("about", issue.about)
  }

  private mutating func value(_ term: GlossaryTerm) {
    object { json in
      json.member("id", term.id)
      json.member("term", term.term)
      json.member("definition", term.definition)
      json.member("source") { $0.value(term.source) }
    }
  }

  private mutating func value(_ note: SpecialNote) {
    object { json in
      json.member("headline", note.headline)
      json.member("body", note.body)
    }
  }

  private mutating func value(_ correction: Correction) {
    object { json in
      json.member("date", PartialDate.day(correction.date).iso)
      json.member("reason", correction.reason)
    }
  }

  private mutating func value(_ withdrawal: Withdrawal) {
    object { json in
      json.member("anchor", withdrawal.anchor)
      json.member("headline", withdrawal.headline)
      json.member("date", PartialDate.day(withdrawal.date).iso)
    }
  }

  private mutating func value(_ note: NameNote) {
    object { json in
      json.member("name", note.name)
      json.member("words", note.words)
    }
  }

  private mutating func value(_ point: ContactPoint) {
    object { json in
      json.member("country", point.country.rawValue)
      json.member("name", point.name)
      json.member("ownNames", point.ownNames)
      json.member("isObserver", point.isObserver)
    }
  }

  private mutating func value(_ section: Section) {
    object { json in
      json.member("number", section.number)
      json.member("heading", section.heading)
      json.member("groups", section.groups) { $0.value($1) }
      json.member("seeAlso", section.seeAlso) { $0.value($1) }
    }
  }

  private mutating func value(_ group: Section.Group) {
    object { json in
      json.member("country", group.country.rawValue)
      json.member("name", group.name)
      json.member("entries", group.entries) { $0.value($1, number: $1.number) }
    }
  }

  private mutating func value(_ reference: Section.CrossReference) {
    object { json in
      json.member("number", reference.number)
      json.member("anchor", reference.anchor)
      json.member("country", reference.country)
      json.member("headline", reference.headline)
    }
  }
}
