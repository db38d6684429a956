import Model
import Text

extension HTMLWriter {
  /// Writes what search engines, libraries and other programs read of an issue: Dublin Core, Open Graph, schema.org.
  ///
  /// Sources: DCMI Metadata Terms; The Open Graph protocol; schema.org, PublicationIssue.
  mutating func metadata(of issue: CompiledIssue, title: String) {
    meta("name", "description", issue.about)
    meta("name", "DC.title", title)
    meta("name", "DC.type", "Text")
    meta("name", "DC.format", "text/html")
    meta("name", "DC.language", "en-GB")
    meta("name", "DC.coverage", issue.period.words)
    if let published = issue.published { meta("name", "DC.date", published.iso) }
    if let issn = issue.issn { meta("name", "DC.relation", "ISSN " + issn) }
    for heading in issue.sections.map(\.heading) { meta("name", "DC.subject", heading) }
    meta("property", "og:type", "article")
    meta("property", "og:title", title)
    meta("property", "og:description", issue.about)
    meta("property", "og:locale", "en_GB")
    meta("property", "og:site_name", issue.title)
    markup("<script type=\"application/ld+json\">")
    var json = JSONWriter(form: .inPage)
    json.issue(issue, title: title)
    literal(json.bytes)
    markup("</script>\n")
  }

  /// Writes a statement about the page.
  mutating func meta(_ attribute: String, _ name: String, _ content: String) {
    markup("<meta \(attribute)=\"\(name)\"")
    self.attribute("content", content)
    markup(">\n")
  }
}

extension JSONWriter {
  fileprivate mutating func issue(_ issue: CompiledIssue, title: String) {
    object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "PublicationIssue")
      json.member("name", title)
      json.member("issueNumber", String(issue.edition))
      json.member("inLanguage", "en-GB")
      json.member(
        "temporalCoverage", PartialDate.day(issue.period.first).iso + "/" + PartialDate.day(issue.period.last).iso)
      json.member("datePublished", issue.published?.iso)
      json.member("description", issue.about)
      json.key("isPartOf")
      json.object { json in
        json.member("@type", "Periodical")
        json.member("name", issue.title)
        json.member("issn", issue.issn)
      }
      json.key("hasPart")
      json.array { json in
        for section in issue.sections {
          for group in section.groups { for entry in group.entries { json.part(entry) } }
        }
      }
    }
  }

  /// Writes a development as a part of what it stands in.
  mutating func part(_ entry: Entry) {
    object { json in
      json.member("@type", "Article")
      json.member("url", "#" + entry.anchor)
      json.member("headline", entry.development.headline.words)
      json.member("spatialCoverage", entry.countryName)
      json.member("inLanguage", entry.development.headline.language)
    }
  }

  /// A member with a text; without one there is no member.
  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }
}
