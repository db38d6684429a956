import Model

extension TextWriter {
  /// Writes a numbered section: the EU part, the countries, pointers to entries elsewhere, the links.
  mutating func section(_ section: Section, isDraft: Bool) {
    open("\(section.number) \(section.heading)", isDraft: isDraft)
    let european = section.european
    let national = section.national
    if european == nil && national.isEmpty {
      gap()
      say(Words.emptySection)
      flush()
    }
    if let european {
      heading(Words.euDevelopments, underline: "-")
      for item in european.entries { entry(item) }
    }
    if !national.isEmpty {
      heading(Words.nationalDevelopments, underline: "-")
      for group in national {
        heading(group.name, underline: "~")
        for item in group.entries { entry(item) }
      }
    }
    seeAlso(section.seeAlso)
    gatheredLinks()
  }

  /// Writes a numbered section whose entries are all of one contributor, which needs no heading then.
  mutating func chapter(_ section: Section, isDraft: Bool) {
    open("\(section.number) \(section.heading)", isDraft: isDraft)
    for item in section.groups.flatMap(\.entries) { entry(item) }
    gatheredLinks()
  }

  private mutating func seeAlso(_ references: [Section.CrossReference]) {
    guard !references.isEmpty else { return }
    heading(Words.seeAlso, underline: "-")
    for reference in references {
      say(reference.number)
      say(" ")
      say(reference.country)
      say(": ")
      say(reference.headline.words)
      flush(lead: "- ", indent: 2)
    }
  }

  /// Writes who belongs to the network, and from whom the issue reports nothing.
  mutating func contactPoints(of issue: CompiledIssue) {
    let silence = Words.silence(of: issue)
    guard !issue.contactPoints.isEmpty || silence != nil else { return }
    open(Words.contactPoints, isDraft: issue.isDraft)
    points(Words.members, issue.members)
    points(Words.observers, issue.observers)
    guard let silence else { return }
    gap()
    say(silence)
    flush()
  }

  private mutating func points(_ words: String, _ points: [ContactPoint]) {
    guard !points.isEmpty else { return }
    heading(words, underline: "-")
    for point in points {
      sayBound(point.name)
      for (position, name) in point.ownNames.enumerated() {
        say(position == 0 ? " (" : " / ")
        sayBound(name.words)
      }
      if !point.ownNames.isEmpty { say(")") }
      flush(lead: "- ", indent: 2)
    }
  }
}
