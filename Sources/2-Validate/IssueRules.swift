import Model
import Text

extension Validator {
  /// The edition's number and the file's place.
  func editionFindings(_ issue: Issue, _ places: IssuePlaces, setting: Setting) -> [Finding] {
    var findings: [Finding] = []
    if let folder = setting.folderPeriod, folder != issue.period {
      findings.append(
        Finding(
          "period-folder-mismatch", at: .attribute("period", places.root),
          ["period": issue.period.name, "folder": folder.name]))
    }
    if let ruled = issue.period.ruledEdition, ruled != issue.edition {
      findings.append(
        Finding(
          "edition-mismatch", at: .attribute("edition", places.root),
          ["found": "\(issue.edition)", "right": "\(ruled)", "period": issue.period.words]))
    }
    if let published = issue.published, published.latest <= issue.period.first {
      findings.append(
        Finding(
          "published-early", at: .attribute("published", places.root),
          ["date": published.words, "period": issue.period.words]))
    }
    return findings
  }

  /// Links, CELEX numbers and languages anywhere in the file.
  func issueReferenceFindings(_ places: IssuePlaces) -> [Finding] {
    places.links.flatMap { linkFinding($0.value, $0.attribute, $0.place) }
      + places.celexNumbers.flatMap { celexFinding($0.value, $0.place) }
      + places.languages.flatMap { languageFinding($0.tag, $0.words, $0.place) }
  }

  /// Events end on the day on which they begin, or after it.
  func eventFindings(_ places: IssuePlaces) -> [Finding] {
    places.spans.filter { $0.to.latest < $0.from.earliest }
      .map {
        Finding("event-backwards", at: .attribute("end", $0.place), ["begin": $0.from.words, "end": $0.to.words])
      }
  }

  /// Addresses of the mailing are such as mail can be sent to.
  func mailboxFindings(_ places: IssuePlaces) -> [Finding] {
    places.mailboxes.filter { !isMailAddress($0.address) }
      .map { Finding("mail-address-malformed", at: .element($0.place), ["found": $0.address]) }
  }
}
