import Model

/// An entry in the canonical form, without its number, which depends on its neighbours.
public func canonicalForm(of entry: Entry) -> [UInt8] {
  var writer = CanonicalWriter(capacity: 1 << 12)
  writer.value(entry, number: "")
  return writer.out.bytes
}

/// The parts of an issue beside its entries, each with its name for readers, in the canonical form.
public func canonicalParts(of issue: CompiledIssue) -> [(name: String, bytes: [UInt8])] {
  [
    ("masthead", canonical { $0.masthead(issue) }),
    ("special note", canonical { $0.parts(of: issue.specialNote) }),
    ("sections", canonical { $0.array(issue.sections.map(\.heading)) }),
    ("annex", canonical { $0.value(issue.annex) }),
    (
      "glossary",
      canonical { $0.array(issue.glossary.flatMap { [$0.id, $0.term, $0.definition, $0.source.title.words] }) }
    ),
    ("list of those who report nothing", canonical { $0.array(issue.silent) }),
    ("colophon", canonical { $0.array(issue.colophon) { $0.value($1) } }),
    ("notes on names", canonical { $0.array(issue.nameNotes.flatMap { [$0.name, $0.words] }) }),
  ]
}

private func canonical(_ write: (inout CanonicalWriter) -> Void) -> [UInt8] {
  var writer = CanonicalWriter(capacity: 1 << 10)
  write(&writer)
  return writer.out.bytes
}

extension CanonicalWriter {
  fileprivate mutating func masthead(_ issue: CompiledIssue) {
    array { json in
      json.element(issue.title)
      json.element(issue.edition)
      json.element(issue.issn ?? "")
      json.element(issue.published?.iso ?? "")
      json.element(issue.about)
    }
  }

  fileprivate mutating func parts(of note: SpecialNote?) {
    array { json in
      guard let note else { return }
      json.element(note.headline)
      for paragraph in note.body { json.element(paragraph) }
    }
  }
}
