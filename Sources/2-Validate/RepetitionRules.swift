import Model

extension Validator {
  /// Developments that tell what another of the submission tells, or one of the period before that they do not follow.
  func repetitionFindings(
    _ submission: Submission, _ places: SubmissionPlaces, previous: EarlierSubmission?
  ) -> [Finding] {
    // A development alone repeats nothing.
    if submission.developments.count < 2, previous == nil { return [] }
    let own = submission.developments.map { Digest($0) }
    let earlier = previous?.developments.map { Digest($0) } ?? []
    var findings: [Finding] = []
    for index in own.indices where index < places.developments.count {
      let id = submission.developments[index].id
      let element = places.developments[index].element
      // An id that stands twice is the graver mistake, and is said already.
      if let twin = own[..<index].firstIndex(where: { $0.tellsTheSame(as: own[index]) }) {
        if submission.developments[twin].id == id { continue }
        findings.append(
          Finding(
            "development-repeated", at: .attribute("id", element),
            [
              "id": id, "other": submission.developments[twin].id, "where": "in this submission",
              "period": submission.period.name,
            ]))
        continue
      }
      guard let previous else { continue }
      if previous.developments.contains(where: { $0.id == id }) {
        findings.append(
          Finding(
            "id-reused", at: .attribute("id", element),
            ["id": id, "country": submission.country.rawValue, "period": previous.period.name]))
        continue
      }
      let twin = previous.developments.indices.first { twin in
        earlier[twin].tellsTheSame(as: own[index])
          && !submission.developments[index].follows.contains { $0.id == previous.developments[twin].id }
      }
      if let twin {
        findings.append(
          Finding(
            "development-repeated", at: .attribute("id", element),
            [
              "id": id, "other": previous.developments[twin].id, "where": "of \(previous.period.words)",
              "period": previous.period.name,
            ]))
      }
    }
    return findings
  }
}

/// What a country submitted for an earlier period.
public struct EarlierSubmission: Sendable {
  /// The period.
  public var period: Period
  /// The developments, in the submission's order.
  public var developments: [Development]

  /// The developments of a period.
  public init(period: Period, developments: [Development]) {
    self.period = period
    self.developments = developments
  }
}
