/// What fields are called, for lists in which they stand alone.
struct FieldLabels: Sendable {
  private let texts: Texts

  init(_ texts: Texts) { self.texts = texts }

  private static let fields = [
    "country": "write-country", "period": "write-period", "status": "write-status", "date": "write-date",
    "contact": "write-contact", "contact-organisation": "write-contact-organisation",
    "contact-name": "write-contact-name", "contact-email": "write-contact-email",
    "contact-phone": "write-contact-phone", "note": "write-note", "id": "write-id", "kind": "write-kind",
    "theme": "write-theme", "further": "write-further", "headline": "write-headline",
    "headline-language": "write-headline-language", "stages": "write-stages", "stage": "write-stages",
    "stage-type": "write-stage-type", "stage-date": "write-stage-date", "late": "write-late", "body": "write-body",
    "figure-value": "write-figure-value", "figure-unit": "write-figure-unit", "figure-label": "write-figure-label",
    "act": "write-acts", "act-number": "write-act-number", "act-gazette": "write-act-gazette",
    "act-celex": "write-act-celex", "act-eli": "write-act-eli", "act-title": "write-act-title",
    "act-title-language": "write-language", "euact-name": "write-euact-name",
    "euact-relation": "write-euact-relation", "euact-celex": "write-act-celex", "sources": "write-sources",
    "source-title": "write-source-title", "source-href": "write-source-href", "source-language": "write-language",
    "follows": "write-follows", "follows-period": "write-follows-period", "follows-id": "write-follows-id",
    "follows-country": "write-follows-country",
  ]

  /// Where a field stands and what it is called: `Development 2, Headline`.
  func label(of field: String) -> String {
    guard let path = ItemPath(field) else {
      return Self.fields[field].map { texts.text($0) } ?? texts.text("write-whole")
    }
    let development = texts.text("write-development", ["number": "\(path.development + 1)"])
    let name = path.steps.map(\.sort).joined(separator: "-")
    return Self.fields[name].map { "\(development), \(texts.text($0))" } ?? development
  }
}
