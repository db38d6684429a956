import Model
import Validate

/// Which of the developments that an issue's entries follow are published. A reference to another is not printed.
struct Unpublished {
  private let period: Period
  private let countries: Set<CountryCode>
  private let decided: DecidedEntries
  private let earlier: EarlierDevelopments

  /// - Parameters:
  ///   - selection: The submissions of the issue that go in.
  ///   - issue: The editors' file, with what they leave out.
  ///   - earlier: The developments of other issues.
  init(_ selection: Selection, _ issue: Issue, _ earlier: EarlierDevelopments) {
    period = issue.period
    countries = Set(selection.submissions.map(\.country))
    decided = DecidedEntries(leftOutBy: issue.decisions)
    self.earlier = earlier
  }

  /// The findings on a submission's references to what is there, but not published.
  func findings(_ submission: Submission, _ places: SubmissionPlaces) -> [Finding] {
    guard countries.contains(submission.country) else { return [] }
    return zip(submission.developments, places.developments).flatMap { development, at -> [Finding] in
      if decided.isLeftOut(development.id, of: submission.country) { return [] }
      return zip(development.follows, at.follows).compactMap { reference, place in
        if !earlier.has(reference) || isPublished(reference) { return nil }
        return Finding(
          "follow-up-unpublished", at: .attribute("id", place),
          ["country": reference.country.rawValue, "period": reference.period.name, "id": reference.id])
      }
    }
  }

  private func isPublished(_ reference: DevelopmentReference) -> Bool {
    if reference.period != period { return earlier.publishedHeadline(of: reference) != nil }
    return countries.contains(reference.country) && !decided.isLeftOut(reference.id, of: reference.country)
  }
}
