import Model
import Text

/// Lengths that an entry should keep to, in words (the network's house style).
private let bodyWords = 25...120
private let headlineWords = 12

extension Validator {
  /// At least one stage falls in the period, unless the entry says why it comes late. A stage that could not be read may
  /// be the one.
  func stageFindings(_ development: Development, _ at: DevelopmentPlaces, period: Period) -> [Finding] {
    guard development.late == nil, at.unreadableStages.isEmpty, let first = at.stages.first else { return [] }
    if development.stages.contains(where: { period.contains($0.date) }) { return [] }
    let dates = development.stages.map(\.date.words).joined(separator: ", ")
    return [
      Finding(
        "stage-outside-period", at: .attribute("date", first),
        ["id": development.id, "dates": dates, "period": period.words])
    ]
  }

  /// The headline and the body.
  func textFindings(_ development: Development, _ at: DevelopmentPlaces) -> [Finding] {
    var findings: [Finding] = []
    let headline = wordCount(development.headline.words)
    if headline > headlineWords {
      findings.append(Finding("headline-long", at: .content(at.headline), ["count": "\(headline)"]))
    }
    if showsNothing(development.headline.words) {
      findings.append(Finding("text-missing", at: .element(at.headline), ["name": "headline"]))
    }
    let body = development.body.reduce(0) { $0 + wordCount($1) }
    if body == 0, !development.body.isEmpty {
      findings.append(Finding("body-empty", at: .element(at.body), ["id": development.id]))
    } else if body > 0, !bodyWords.contains(body) {
      let rule = body < bodyWords.lowerBound ? "body-short" : "body-long"
      findings.append(
        Finding(rule, at: .element(at.body), ["id": development.id, "count": body == 1 ? "1 word" : "\(body) words"]))
    }
    findings += languageFindings(development, at)
    return findings
  }

  /// An element's language is named by a code of one.
  func languageFinding(_ tag: String?, _ words: String, _ place: Int) -> [Finding] {
    guard let tag, !isLanguageTag(tag) else { return [] }
    let rule = tag.isEmpty ? "language-missing" : "language-malformed"
    let anchor: Anchor = tag.isEmpty ? .element(place) : .attribute("xml:lang", place)
    return [Finding(rule, at: anchor, ["found": tag, "words": words])]
  }

  private func languageFindings(_ development: Development, _ at: DevelopmentPlaces) -> [Finding] {
    var findings: [Finding] = []
    func check(_ tag: String?, _ words: String, _ place: Int) { findings += languageFinding(tag, words, place) }
    check(development.headline.language, development.headline.words, at.headline)
    for (paragraph, places) in zip(development.body, at.pieces) {
      for (piece, place) in zip(paragraph.pieces, places) {
        if case .foreign(let words, let language) = piece { check(language, words, place) }
        if case .citation(let words, _, let language) = piece { check(language, words, place) }
      }
    }
    for (act, places) in zip(development.acts, at.actTitles) {
      for (title, place) in zip(act.titles, places) { check(title.language, title.words, place) }
    }
    for (source, place) in zip(development.sources, at.sources) {
      check(source.title.language, source.title.words, place)
    }
    return findings
  }
}

/// Whether a text that is there has nothing that can be seen, such as no-break spaces alone.
private func showsNothing(_ words: String) -> Bool {
  // Nearly every text opens with a letter of ASCII, which tells.
  guard let first = words.utf8.first, first <= 0x20 || first >= 0x7F else { return false }
  return words.unicodeScalars.allSatisfy { $0.properties.isWhitespace || isHidden($0) }
}

private func wordCount(_ paragraph: Paragraph) -> Int {
  // Most paragraphs are one piece, and need not be put together.
  wordCount(paragraph.pieces.count == 1 ? paragraph.pieces[0].words : paragraph.words)
}
