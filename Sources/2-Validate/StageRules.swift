import Model

extension Validator {
  /// The submission's own date lies in or after its period.
  func dateFindings(_ submission: Submission, _ root: Int) -> [Finding] {
    guard let date = submission.date, date < submission.period.first else { return [] }
    return [
      Finding(
        "submission-early", at: .attribute("date", root),
        ["date": PartialDate.day(date).words, "period": submission.period.words])
    ]
  }

  /// Stages against each other, against the submission's own date, and against the reason for coming late; further
  /// themes against the theme.
  func stageOrderFindings(_ development: Development, _ at: DevelopmentPlaces, of submission: Submission) -> [Finding] {
    var findings = orderFindings(development, at)
    let completed = prose?.style.completed ?? []
    // A date before the period is itself the mistake.
    if let date = submission.date, date >= submission.period.first {
      for (stage, place) in zip(development.stages, at.stages)
      where completed.contains(stage.type) && stage.date.earliest > date {
        findings.append(
          Finding(
            "stage-in-future", at: .attribute("date", place),
            [
              "stage": stage.type.rawValue, "found": stage.date.words, "date": PartialDate.day(date).words,
            ]))
      }
    }
    if let late = at.late, development.late != nil,
      let stage = development.stages.first(where: { submission.period.contains($0.date) })
    {
      findings.append(
        Finding(
          "late-needless", at: .element(late),
          [
            "stage": stage.type.rawValue, "found": stage.date.words, "period": submission.period.words,
          ]))
    }
    return findings + furtherThemeFindings(development, at)
  }

  /// A step that by its day comes before the one that it needs.
  private func orderFindings(_ development: Development, _ at: DevelopmentPlaces) -> [Finding] {
    if development.stages.count < 2 { return [] }
    let pairs: [(earlier: StageType, later: [StageType])] = [
      (.adopted, [.inForce, .applied]), (.inForce, [.repealed, .ended]),
    ]
    return pairs.flatMap { earlier, later -> [Finding] in
      guard let first = development.stages.filter({ $0.type == earlier }).map(\.date.earliest).min(),
        let before = development.stages.first(where: { $0.type == earlier && $0.date.earliest == first })
      else { return [] }
      return zip(development.stages, at.stages).filter { later.contains($0.0.type) && $0.0.date.latest < first }
        .map { stage, place in
          Finding(
            "stage-order", at: .attribute("date", place),
            [
              "stage": stage.type.rawValue, "found": stage.date.words, "earlier": before.type.rawValue,
              "date": before.date.words,
            ])
        }
    }
  }

  private func furtherThemeFindings(_ development: Development, _ at: DevelopmentPlaces) -> [Finding] {
    if development.furtherThemes.isEmpty { return [] }
    var seen = Set([development.theme].compactMap { $0 })
    guard let twice = development.furtherThemes.first(where: { !seen.insert($0).inserted }) else { return [] }
    return [Finding("theme-repeated", at: .attribute("further-themes", at.element), ["theme": twice.rawValue])]
  }
}
