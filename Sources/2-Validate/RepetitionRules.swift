import Model

/// The share of what two bodies have in common from which on they tell the same.
private let likeness = 0.8
/// The number of runs of words below which a body is too short to tell.
private let fewest = 8

/// A development's headline and body in a form in which two are compared at once.
struct Digest {
  /// The letters and digits of the headline, small.
  let headline: UInt64
  let hasHeadline: Bool
  /// Each run of three words in the body, as a number, sorted.
  let runs: [UInt64]

  init(_ development: Development) {
    var letters = Run()
    var count = 0
    for byte in development.headline.words.utf8 where isLetterOrDigit(byte) {
      letters.add(byte)
      count += 1
    }
    headline = letters.value
    hasHeadline = count > 0
    runs = Digest.runs(of: development.body)
  }

  private static func runs(of body: [Paragraph]) -> [UInt64] {
    var words: [UInt64] = []
    for paragraph in body {
      var word = Run()
      var isInside = false
      for byte in paragraph.pieces.lazy.flatMap({ $0.words.utf8 }) {
        if isLetterOrDigit(byte) {
          word.add(byte)
          isInside = true
        } else if isInside {
          words.append(word.value)
          word = Run()
          isInside = false
        }
      }
      if isInside { words.append(word.value) }
    }
    guard words.count >= 3 else { return [] }
    var runs: [UInt64] = []
    runs.reserveCapacity(words.count)
    for index in 2..<words.count {
      let pair: UInt64 = words[index - 2] &* 31 &+ words[index - 1]
      runs.append(pair &* 31 &+ words[index])
    }
    runs.sort()
    return runs
  }

  /// Whether two developments have the same headline or nearly the same body.
  func tellsTheSame(as other: Digest) -> Bool {
    if hasHeadline, headline == other.headline { return true }
    guard min(runs.count, other.runs.count) >= fewest else { return false }
    // The shares are too far apart if the lengths are.
    let (short, long) = (min(runs.count, other.runs.count), max(runs.count, other.runs.count))
    guard Double(short) >= likeness * Double(long) else { return false }
    let common = shared(with: other)
    return Double(common) >= likeness * Double(runs.count + other.runs.count - common)
  }

  private func shared(with other: Digest) -> Int {
    var (left, right, common) = (0, 0, 0)
    while left < runs.count, right < other.runs.count {
      if runs[left] == other.runs[right] { common += 1 }
      let step = runs[left]
      if step <= other.runs[right] { left += 1 }
      if step >= other.runs[right] { right += 1 }
    }
    return common
  }
}

/// A hash of letters (FNV-1a), small and capital ones alike.
private struct Run {
  private(set) var value: UInt64 = 14_695_981_039_346_656_037

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(isCapital(byte) ? byte | 0x20 : byte)) &* 1_099_511_628_211
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  isSmall(byte) || isCapital(byte) || isDigit(byte) || byte >= 0x80 && byte != 0xE2
}

extension Validator {
  /// Developments that tell what another of the submission tells, or one of the period before that they do not follow.
  func repetitionFindings(
    _ submission: Submission, _ places: SubmissionPlaces, previous: EarlierSubmission?
  ) -> [Finding] {
    let own = submission.developments.map { Digest($0) }
    let earlier = (previous?.developments ?? []).map { ($0, Digest($0)) }
    var findings: [Finding] = []
    for (index, (development, at)) in zip(submission.developments, places.developments).enumerated() {
      let id = development.id
      if let twin = own[..<index].firstIndex(where: { $0.tellsTheSame(as: own[index]) }) {
        findings.append(
          Finding(
            "development-repeated", at: .attribute("id", at.element),
            ["id": id, "other": submission.developments[twin].id, "where": "in this submission"]))
        continue
      }
      guard let previous else { continue }
      if previous.developments.contains(where: { $0.id == id }) {
        findings.append(
          Finding(
            "id-reused", at: .attribute("id", at.element),
            ["id": id, "country": submission.country.rawValue, "period": previous.period.name]))
        continue
      }
      let follows = Set(development.follows.map(\.id))
      if let (twin, _) = earlier.first(where: { !follows.contains($0.0.id) && $0.1.tellsTheSame(as: own[index]) }) {
        findings.append(
          Finding(
            "development-repeated", at: .attribute("id", at.element),
            ["id": id, "other": twin.id, "where": "of \(previous.period.name)"]))
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
