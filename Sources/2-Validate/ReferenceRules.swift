import Model

extension Validator {
  /// Sources, links and identifiers of a development.
  func referenceFindings(_ development: Development, _ at: DevelopmentPlaces) -> [Finding] {
    var findings: [Finding] = []
    if development.sources.isEmpty {
      findings.append(Finding("source-missing", at: .element(at.element), ["id": development.id]))
    }
    for (source, place) in zip(development.sources, at.sources) {
      findings += linkFinding(source.href, "href", place)
    }
    for (act, place) in zip(development.acts, at.acts) {
      findings += celexFinding(act.celex, place)
      findings += linkFinding(act.eli, "eli", place)
      if let number = act.number, isCaseNumberMeant(number), !isCaseNumber(number) {
        findings.append(Finding("case-number-malformed", at: .attribute("number", place), ["found": number]))
      }
    }
    for (act, place) in zip(development.euActs, at.euActs) { findings += celexFinding(act.celex, place) }
    for (paragraph, places) in zip(development.body, at.pieces) {
      for (piece, place) in zip(paragraph.pieces, places) {
        if case .link(_, let href) = piece { findings += linkFinding(href, "href", place) }
        if case .citation(_, let celex, _) = piece { findings += celexFinding(celex, place) }
      }
    }
    return findings
  }

  func linkFinding(_ link: String?, _ attribute: String, _ place: Int) -> [Finding] {
    guard let link, !link.isEmpty else { return [] }
    switch linkState(link) {
    case .good: return prose.map { linkAdvice(link, attribute, place, by: $0) } ?? []
    case .otherScheme(let scheme):
      return [Finding("link-scheme", at: .attribute(attribute, place), ["found": link, "scheme": scheme])]
    case .malformed:
      return [Finding("link-malformed", at: .attribute(attribute, place), ["found": link])]
    }
  }

  func celexFinding(_ number: String?, _ place: Int) -> [Finding] {
    guard let number, !isCELEX(number) else { return [] }
    return [Finding("celex-malformed", at: .attribute("celex", place), ["found": number])]
  }

  /// What a development says it follows up.
  func followFindings(
    _ development: Development, _ at: DevelopmentPlaces, submission: Submission,
    exists: (@Sendable (DevelopmentReference) -> Bool)?
  ) -> [Finding] {
    let unreadable = at.unreadableFollows.map { Finding("period-backwards", at: .attribute("period", $0)) }
    return unreadable
      + zip(development.follows, at.follows).compactMap { reference, place in
        let values = [
          "country": reference.country.rawValue, "period": reference.period.name, "id": reference.id,
          "own": submission.period.name,
        ]
        if reference.period > submission.period {
          return Finding("follow-up-later", at: .attribute("period", place), values)
        }
        if reference.period == submission.period, reference.country == submission.country {
          let known = submission.developments.contains { $0.id == reference.id }
          if reference.id == development.id { return Finding("follow-up-itself", at: .attribute("id", place), values) }
          return known ? nil : Finding("follow-up-unknown", at: .attribute("id", place), values)
        }
        // A country that is none has a finding of its own.
        if meantCountry(reference.country.rawValue) != nil { return nil }
        guard let exists else { return Finding("follow-up-unchecked", at: .element(place), values) }
        return exists(reference) ? nil : Finding("follow-up-unknown", at: .attribute("id", place), values)
      }
  }
}
