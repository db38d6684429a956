import Model

extension IssueOutline {
  /// What a reader would find changed from this outline to another, as sentences, in reading order.
  func differences(to now: IssueOutline) -> [String] {
    var sentences: [String] = []
    let before = Dictionary(entries.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(now.entries.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in entries {
      if let other = after[entry.anchor] {
        sentences += entry.differences(to: other)
      } else {
        sentences.append("#\(entry.anchor): the entry “\(entry.headline.words)” is no longer there.")
      }
    }
    for entry in now.entries where before[entry.anchor] == nil {
      sentences.append("#\(entry.anchor): the entry “\(entry.headline.words)” is new, in “\(entry.section)”.")
    }
    let kept = entries.map(\.anchor).filter { after[$0] != nil }
    let order = now.entries.map(\.anchor).filter { before[$0] != nil }
    if kept != order, sentences.isEmpty { sentences.append("The entries stand in another order.") }
    return sentences + contactPointDifferences(to: now) + partDifferences(to: now)
  }

  private func contactPointDifferences(to now: IssueOutline) -> [String] {
    let gone = contactPoints.filter { !now.contactPoints.contains($0) }
    let come = now.contactPoints.filter { !contactPoints.contains($0) }
    return gone.map { "Contact points: “\($0)” is no longer in the list." }
      + come.map { "Contact points: “\($0)” is new in the list." }
  }

  private func partDifferences(to now: IssueOutline) -> [String] {
    Set(parts.keys).union(now.parts.keys).sorted()
      .filter { parts[$0] != now.parts[$0] }.map { "The \($0) says something else." }
  }
}

extension IssueOutline.Entry {
  fileprivate func differences(to now: IssueOutline.Entry) -> [String] {
    var sentences: [String] = []
    func compare(_ what: String, _ before: String, _ after: String) {
      if before != after { sentences.append("#\(anchor): the \(what) was “\(before)” and is now “\(after)”.") }
    }
    compare("headline", headline.words, now.headline.words)
    compare("theme", theme, now.theme)
    compare("section", section, now.section)
    compare("kind", kind, now.kind)
    compare("date", stages.joined(separator: "; "), now.stages.joined(separator: "; "))
    if sentences.isEmpty, digest != now.digest {
      sentences.append("#\(anchor): the text, figures, acts or sources of “\(headline.words)” changed.")
    }
    return sentences
  }
}
