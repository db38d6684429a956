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
    let words = Digest.words(of: development.headline.words)
    for word in words { letters.add(word) }
    headline = letters.value
    hasHeadline = !words.isEmpty
    runs = Digest.runs(of: development.body.flatMap { Digest.words(of: $0.words) })
  }

  /// The words of a text, each as a number.
  private static func words(of text: String) -> [UInt64] {
    var words: [UInt64] = []
    var word = Run()
    var isInside = false
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let length = wordCharacter(bytes, at: index)
      for byte in bytes[index..<index + length] { word.add(byte) }
      if length == 0, isInside {
        words.append(word.value)
        word = Run()
      }
      isInside = length > 0
      index += max(length, 1)
    }
    return isInside ? words + [word.value] : words
  }

  private static func runs(of words: [UInt64]) -> [UInt64] {
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
    add(UInt64(isCapital(byte) ? byte | 0x20 : byte))
  }

  mutating func add(_ number: UInt64) { value = (value ^ number) &* 1_099_511_628_211 }
}

extension Validator {
  /// Developments that tell what another of the submission tells, or one of the period before that they do not follow.
  func repetitionFindings(
    _ submission: Submission, _ places: SubmissionPlaces, previous: EarlierSubmission?
  ) -> [Finding] {
    // A development alone repeats nothing.
    if submission.developments.count < 2, previous == nil { return [] }
    let own = submission.developments.map { Digest($0) }
    let earlier = (previous?.developments ?? []).map { ($0, Digest($0)) }
    var findings: [Finding] = []
    for (index, (development, at)) in zip(submission.developments, places.developments).enumerated() {
      let id = development.id
      // An id that stands twice is the graver mistake, and is said already.
      if let twin = own[..<index].firstIndex(where: { $0.tellsTheSame(as: own[index]) }) {
        if submission.developments[twin].id == id { continue }
        findings.append(
          Finding(
            "development-repeated", at: .attribute("id", at.element),
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
            "id-reused", at: .attribute("id", at.element),
            ["id": id, "country": submission.country.rawValue, "period": previous.period.name]))
        continue
      }
      let follows = Set(development.follows.map(\.id))
      if let (twin, _) = earlier.first(where: { !follows.contains($0.0.id) && $0.1.tellsTheSame(as: own[index]) }) {
        findings.append(
          Finding(
            "development-repeated", at: .attribute("id", at.element),
            ["id": id, "other": twin.id, "where": "of \(previous.period.words)", "period": previous.period.name]))
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
