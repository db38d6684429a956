import Files
import Model
import Text

extension PublishedRecord {
  /// The record of an issue, where its folder has one.
  ///
  /// - Throws: `FileError` when the file cannot be read, or is not what `bulletin archive accept` writes.
  static func read(inFolder folder: String) throws(FileError) -> PublishedRecord? {
    let path = "\(folder)/\(fileName)"
    guard kind(ofPath: path) != .nothing else { return nil }
    guard let json = JSONReading(try readFile(path)), let record = PublishedRecord(json) else {
      throw FileError(
        path, "is not a record that “bulletin archive accept” wrote: take back the file as it was, from your backup")
    }
    return record
  }

  private init?(_ json: JSONReading) {
    guard json["format"]?.integer == 1, let edition = json["edition"]?.integer,
      let period = json["period"]?.text.flatMap({ Period($0) }), let digests = Digests(json),
      let outline = json["outline"].flatMap({ IssueOutline($0) })
    else { return nil }
    self.edition = edition
    self.period = period
    self.digests = digests
    self.outline = outline
    reference = strings(json["reference"])
    themes = strings(json["themes"])
    let states = json["former"]?.elements ?? []
    former = states.compactMap { Former($0) }
    let entries = json["withdrawn"]?.elements ?? []
    withdrawn = entries.compactMap { Withdrawal($0) }
    guard former.count == states.count, withdrawn.count == entries.count else { return nil }
  }
}

private func strings(_ json: JSONReading?) -> [String: String] { json?.members.compactMapValues(\.text) ?? [:] }

private func phrase(_ name: String, _ json: JSONReading) -> Phrase? {
  json[name]?.text.map { Phrase($0, language: json[name + "Language"]?.text) }
}

extension PublishedRecord.Digests {
  fileprivate init?(_ json: JSONReading) {
    guard let content = json["content"]?.text, let templates = json["templates"]?.text else { return nil }
    self.init(content: content, editions: strings(json["editions"]), templates: templates)
  }
}

extension PublishedRecord.Former {
  fileprivate init?(_ json: JSONReading) {
    guard let digests = PublishedRecord.Digests(json) else { return nil }
    switch json["replacedBy"]?.text {
    case "restyling": self.init(digests: digests, cause: .restyling)
    case "correction":
      guard let date = json["date"]?.text.flatMap({ Day($0) }), let reason = json["reason"]?.text else { return nil }
      let entries = json["entries"]?.elements.compactMap(\.text) ?? []
      self.init(digests: digests, cause: .correction(Correction(date: date, reason: reason, entries: entries)))
    default: return nil
    }
  }
}

extension Withdrawal {
  fileprivate init?(_ json: JSONReading) {
    guard let anchor = json["anchor"]?.text, let headline = phrase("headline", json),
      let date = json["date"]?.text.flatMap({ Day($0) })
    else { return nil }
    self.init(anchor: anchor, headline: headline, date: date, theme: json["theme"]?.text.map { ThemeCode($0) })
  }
}

extension IssueOutline {
  fileprivate init?(_ json: JSONReading) {
    let all = json["entries"]?.elements ?? []
    entries = all.compactMap { Entry($0) }
    contactPoints = json["contactPoints"]?.elements.compactMap(\.text) ?? []
    parts = strings(json["parts"])
    guard entries.count == all.count else { return nil }
  }
}

extension IssueOutline.Entry {
  fileprivate init?(_ json: JSONReading) {
    guard let anchor = json["anchor"]?.text, let number = json["number"]?.text,
      let headline = phrase("headline", json), let section = json["section"]?.text,
      let theme = json["theme"]?.text, let kind = json["kind"]?.text, let digest = json["digest"]?.text
    else { return nil }
    self.init(
      anchor: anchor, number: number, headline: headline, section: section, theme: theme, kind: kind,
      stages: json["stages"]?.elements.compactMap(\.text) ?? [], digest: digest)
  }
}
