import Model

extension Validator {
  /// What house style holds against the texts of a development.
  func proseFindings(
    _ development: Development, _ at: DevelopmentPlaces, period: Period, source: [UInt8]
  ) -> [Finding] {
    guard let prose else { return [] }
    let passages = passages(development, at, by: prose)
    var hits = passages.map { textHits($0, prose) }
    for (index, passage) in passages.enumerated() {
      hits[index] += contradictionHits(passage, development.stages, prose)
    }
    for (index, hit) in acronymHits(passages, prose) { hits[index].append(hit) }
    var named: Set<String> = []
    for (index, passage) in passages.enumerated() {
      hits[index] += nameHits(passage, on: period.last, prose).filter {
        named.insert($0.values["found"] ?? "").inserted
      }
    }
    var findings = zip(passages, hits).flatMap { located($1, in: $0, source) }
    if let finding = placeholderFinding(id: development.id, at.element, by: prose) { findings.append(finding) }
    findings += unfinishedFindings(passages, source)
    return findings + attributeFindings(development, at, by: prose)
  }

  /// What house style holds against the texts of an issue's file.
  func proseFindings(_ issue: Issue, _ places: IssuePlaces, source: [UInt8]) -> [Finding] {
    guard let prose else { return [] }
    return places.texts.flatMap { text in
      let role: Passage.Role =
        switch (text.parent, text.name) {
        case ("colophon", _): .colophon
        case ("special-note", "headline"): .headline
        case (_, "p"), (_, "about"), (_, "note"): .note
        default: .title
        }
      let passage =
        text.language == nil
        ? Passage(text.text, role, at: text.place, by: prose)
        : Passage(text.text.words, role, at: text.place, language: text.language, by: prose)
      let names = nameHits(passage, on: issue.period.last, prose)
      return located(textHits(passage, prose) + names, in: passage, source)
    }
  }

  /// The rules that look at one text alone.
  private func textHits(_ passage: Passage, _ prose: ProseWords) -> [Hit] {
    var hits = hiddenCharacterHits(passage, prose) + lookAlikeHits(passage) + piledMarkHits(passage)
    hits += placeholderHits(passage)
    if passage.role == .headline { hits += headlineHits(passage, prose) }
    hits += wordingHits(passage, prose) + dateHits(passage)
    return hits + contactHits(passage) + actNumberHits(passage)
  }

  private func located(_ hits: [Hit], in passage: Passage, _ source: [UInt8]) -> [Finding] {
    if hits.isEmpty { return [] }
    let hits = hits.count > Validator.mostFindings ? fewer(hits) : hits
    let anchors = passage.anchors(hits.map(\.offset), in: source)
    return zip(hits, anchors).map { Finding($0.rule, at: $1, $0.values) }
  }

  /// So many of each rule that there are still more than are given.
  private func fewer(_ hits: [Hit]) -> [Hit] {
    var counts: [String: Int] = [:]
    return hits.filter { hit in
      counts[hit.rule, default: 0] += 1
      return counts[hit.rule, default: 0] <= Validator.mostFindings + 1
    }
  }

  private func passages(_ development: Development, _ at: DevelopmentPlaces, by prose: ProseWords) -> [Passage] {
    let headline = development.headline
    var passages = [Passage(headline.words, .headline, at: at.headline, language: headline.language, by: prose)]
    for (paragraph, place) in zip(development.body, at.paragraphs) {
      passages.append(Passage(paragraph, .body, at: place, by: prose))
    }
    for (figure, place) in zip(development.figures, at.figures) {
      passages.append(Passage(figure.label, .figure, at: place, by: prose))
    }
    for (act, places) in zip(development.acts, at.actTitles) {
      for (title, place) in zip(act.titles, places) {
        passages.append(Passage(title.words, .act, at: place, language: title.language, by: prose))
      }
    }
    for (act, place) in zip(development.euActs, at.euActs) {
      passages.append(Passage(act.name, .euAct, at: place, by: prose))
    }
    for (source, place) in zip(development.sources, at.sources) where !source.title.words.isEmpty {
      passages.append(
        Passage(source.title.words, .source, at: place, language: source.title.language, by: prose))
    }
    if let late = development.late, let place = at.late { passages.append(Passage(late, .late, at: place, by: prose)) }
    return passages
  }

  /// A body that breaks off without a mark at its end.
  private func unfinishedFindings(_ passages: [Passage], _ source: [UInt8]) -> [Finding] {
    guard let last = passages.last(where: { $0.role == .body && !$0.words.isEmpty }), let word = last.words.last,
      last.words.count > 3, word.end == last.text.count
    else { return [] }
    return [
      Finding("sentence-unfinished", at: last.anchor(word.start, in: source), ["word": last.string(word)])
    ]
  }

  /// Attributes that are published, and CELEX numbers beside the names of acts.
  private func attributeFindings(
    _ development: Development, _ at: DevelopmentPlaces, by prose: ProseWords
  ) -> [Finding] {
    var findings: [Finding] = []
    for (figure, place) in zip(development.figures, at.figures) {
      findings += attributeFindings(figure.unit, "unit", place, by: prose)
    }
    for (act, place) in zip(development.acts, at.acts) {
      findings += celexContradiction(act.celex, beside: act.titles.first?.words ?? "", place, by: prose)
      findings += attributeFindings(act.number, "number", place, by: prose)
      findings += attributeFindings(act.gazette, "gazette", place, by: prose)
    }
    for (act, place) in zip(development.euActs, at.euActs) {
      findings += celexContradiction(act.celex, beside: act.name, place, by: prose)
    }
    for (paragraph, places) in zip(development.body, at.pieces) {
      for (piece, place) in zip(paragraph.pieces, places) {
        if case .citation(let words, let celex, _) = piece {
          findings += celexContradiction(celex, beside: words, place, by: prose)
        }
      }
    }
    return findings
  }

  private func attributeFindings(
    _ value: String?, _ name: String, _ place: Int, by prose: ProseWords
  ) -> [Finding] {
    guard let value, !value.isEmpty else { return [] }
    let passage = Passage(value, .attribute, at: place, by: prose)
    let hits = hiddenCharacterHits(passage, prose) + lookAlikeHits(passage) + placeholderHits(passage)
    return hits.map { Finding($0.rule, at: .attribute(name, place), $0.values) }
  }
}
