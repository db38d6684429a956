import Model
import Reference
import Text
import XML

extension Validator {
  /// Whose submission it is, for when, and whether its file stands where it should.
  func membershipFindings(_ submission: Submission, root: Int, setting: Setting) -> [Finding] {
    var findings = countryFindings(submission, root)
    let code = submission.country.rawValue
    // Where the code itself is wrong, its finding says what the file should be called.
    if findings.isEmpty, let name = setting.fileName, !code.isEmpty, name != "\(code).xml" {
      findings.append(
        Finding(
          "country-file-mismatch", at: .attribute("country", root), ["country": code, "file": visible(name: name)]))
    }
    if let period = setting.folderPeriod, period != submission.period {
      findings.append(
        Finding(
          "period-folder-mismatch", at: .attribute("period", root),
          ["period": submission.period.name, "folder": period.name]))
    }
    return findings
  }

  /// A file that meets its schema and still cannot be read has a span of months that ends before it begins, which no
  /// pattern can tell.
  func unreadableFindings(isRead: Bool, root: Int?, _ problems: [XMLProblem]) -> [Finding] {
    guard !isRead, problems.isEmpty, let root else { return [] }
    return [Finding("period-backwards", at: .attribute("period", root))]
  }

  private func countryFindings(_ submission: Submission, _ root: Int) -> [Finding] {
    let country = submission.country
    let here = Anchor.attribute("country", root)
    if country.rawValue.isEmpty { return [] }
    if let right = network.correction(for: country) {
      let name = network.name(of: right, on: submission.period.last)
      return [
        Finding("country-mistaken", at: here, ["found": country.rawValue, "right": right.rawValue, "name": name])
      ]
    }
    guard let contributor = network.contributor(country) else {
      let codes = network.contributors.map(\.code.rawValue)
      return [
        Finding(
          "country-unknown", at: here,
          ["found": country.rawValue, "suggestion": suggestion(for: country.rawValue, in: codes)])
      ]
    }
    let name = network.name(of: country, on: submission.period.last)
    if let sentence = contributor.nonMember {
      return [Finding("country-never-member", at: here, ["name": name, "sentence": sentence])]
    }
    if network.membership(of: country, during: submission.period) != nil { return [] }
    return [
      Finding(
        "country-not-member", at: here,
        [
          "name": name, "period": submission.period.words, "spans": spans(of: contributor),
        ])
    ]
  }

  private func spans(of contributor: Contributor) -> String {
    contributor.memberships.map { membership in
      let from = PartialDate.day(membership.from).words
      return membership.until.map { "from \(from) to \(PartialDate.day($0).words)" } ?? "since \(from)"
    }.joined(separator: " and ")
  }

  /// Ids stand once in a file.
  func idFindings(_ submission: Submission, _ places: SubmissionPlaces, source: [UInt8]) -> [Finding] {
    var seen: [String: Int] = [:]
    var text: SourceText?
    return zip(submission.developments.indices, places.developments.indices).compactMap { number, place in
      let id = submission.developments[number].id
      let element = places.developments[place].element
      guard !id.isEmpty else { return nil }
      guard let first = seen.updateValue(element, forKey: id) else { return nil }
      seen[id] = first
      let lines = text ?? SourceText(source)
      text = lines
      return Finding(
        "id-duplicate", at: .attribute("id", element),
        ["id": id, "other": " (line \(lines.position(at: first).line))"])
    }
  }
}
