import Model

/// The content of an issue as bytes that depend on nothing but that content: what its digest is taken of.
///
/// JSON in UTF-8 without white space, members in a fixed order, absent ones left out. It holds what readers can read,
/// none of the ways to show it, and is part of the format of the archive: changing it changes every digest.
public func canonicalForm(of issue: CompiledIssue) -> [UInt8] {
  var bytes: [UInt8] = []
  value(issue).write(to: &bytes)
  return bytes
}

private func value(_ issue: CompiledIssue) -> JSONValue {
  .object([
    ("edition", .number(issue.edition)),
    ("period", .string(issue.period.name)),
    ("published", .string(issue.published?.iso)),
    ("issn", .string(issue.issn)),
    ("title", .string(issue.title)),
    ("isDraft", .bool(issue.isDraft)),
    ("about", .string(issue.about)),
    ("specialNote", issue.specialNote.map { value($0) }),
    ("sections", .list(issue.sections) { value($0) }),
    ("annex", value(issue.annex)),
    ("contactPoints", .list(issue.contactPoints) { value($0) }),
    ("silent", .strings(issue.silent)),
    ("colophon", .list(issue.colophon) { value($0) }),
    (
      "corrections",
      .list(issue.corrections) {
        .object([("date", .string(PartialDate.day($0.date).iso)), ("reason", .string($0.reason))])
      }
    ),
    (
      "withdrawn",
      .list(issue.withdrawn) {
        .object([
          ("anchor", .string($0.anchor)), ("headline", value($0.headline)),
          ("date", .string(PartialDate.day($0.date).iso)),
        ])
      }
    ),
    ("nameNotes", .list(issue.nameNotes) { .object([("name", .string($0.name)), ("words", .string($0.words))]) }),
    ("glossary", .list(issue.glossary) { value($0) }),
  ])
}

private func value(_ term: GlossaryTerm) -> JSONValue {
  .object([
    ("id", .string(term.id)),
    ("term", .string(term.term)),
    ("definition", .string(term.definition)),
    ("source", value(term.source)),
  ])
}

private func value(_ note: SpecialNote) -> JSONValue {
  .object([("headline", .string(note.headline)), ("body", .list(note.body) { value($0) })])
}

private func value(_ point: ContactPoint) -> JSONValue {
  .object([
    ("country", .string(point.country.rawValue)),
    ("name", .string(point.name)),
    ("ownNames", .list(point.ownNames) { value($0) }),
    ("isObserver", .bool(point.isObserver)),
  ])
}

private func value(_ section: Section) -> JSONValue {
  .object([
    ("number", .number(section.number)),
    ("heading", .string(section.heading)),
    ("groups", .list(section.groups) { value($0) }),
    ("seeAlso", .list(section.seeAlso) { value($0) }),
  ])
}

private func value(_ group: Section.Group) -> JSONValue {
  .object([
    ("country", .string(group.country.rawValue)),
    ("name", .string(group.name)),
    ("entries", .list(group.entries) { value($0) }),
  ])
}

private func value(_ reference: Section.CrossReference) -> JSONValue {
  .object([
    ("number", .string(reference.number)),
    ("anchor", .string(reference.anchor)),
    ("country", .string(reference.country)),
    ("headline", value(reference.headline)),
  ])
}
