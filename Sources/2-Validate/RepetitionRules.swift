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
    return zip(own.indices, places.developments).compactMap { index, place in
      let development = submission.developments[index]
      let here = Anchor.attribute("id", place.element)
      if let twin = own[..<index].firstIndex(where: { $0.tellsTheSame(as: own[index]) }) {
        let other = submission.developments[twin].id
        // An id that stands twice is the graver mistake, and is said already.
        if other == development.id { return nil }
        return repetition(of: other, "in this submission", submission.period, development, at: here)
      }
      guard let previous else { return nil }
      if previous.developments.contains(where: { $0.id == development.id }) {
        return Finding(
          "id-reused", at: here,
          ["id": development.id, "country": submission.country.rawValue, "period": previous.period.name])
      }
      let twin = previous.developments.indices.first { twin in
        earlier[twin].tellsTheSame(as: own[index])
          && !development.follows.contains { $0.id == previous.developments[twin].id }
      }
      guard let other = twin.map({ previous.developments[$0].id }) else { return nil }
      return repetition(of: other, "of \(previous.period.words)", previous.period, development, at: here)
    }
  }

  private func repetition(
    of other: String, _ place: String, _ period: Period, _ development: Development, at anchor: Anchor
  ) -> Finding {
    Finding(
      "development-repeated", at: anchor,
      ["id": development.id, "other": other, "where": place, "period": period.name])
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
