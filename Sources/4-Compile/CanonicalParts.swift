import Model

/// An entry in the canonical form, without its number, which depends on its neighbours.
public func canonicalForm(of entry: Entry) -> [UInt8] {
  var entry = entry
  entry.number = ""
  var bytes: [UInt8] = []
  value(entry).write(to: &bytes)
  return bytes
}

/// The parts of an issue beside its entries, each with its name for readers, in the canonical form.
public func canonicalParts(of issue: CompiledIssue) -> [(name: String, bytes: [UInt8])] {
  let parts: [(String, JSONValue)] = [
    (
      "masthead",
      .array([
        .string(issue.title), .number(issue.edition), .string(issue.issn ?? ""), .string(issue.published?.iso ?? ""),
        .string(issue.about),
      ])
    ),
    ("special note", .array(issue.specialNote.map { [.string($0.headline)] + $0.body.map { value($0) } } ?? [])),
    ("sections", .strings(issue.sections.map(\.heading))),
    ("annex", value(issue.annex)),
    ("glossary", .strings(issue.glossary.flatMap { [$0.id, $0.term, $0.definition, $0.source.title.words] })),
    ("list of those who report nothing", .strings(issue.silent)),
    ("colophon", .list(issue.colophon) { value($0) }),
    ("notes on names", .strings(issue.nameNotes.flatMap { [$0.name, $0.words] })),
  ]
  return parts.map { name, value in
    var bytes: [UInt8] = []
    value.write(to: &bytes)
    return (name, bytes)
  }
}
