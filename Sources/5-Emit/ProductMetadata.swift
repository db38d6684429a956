import Model
import Text

extension HTMLWriter {
  /// Writes what search engines, libraries and other programs read of a product: Dublin Core, Open Graph, schema.org.
  ///
  /// Sources: DCMI Metadata Terms; The Open Graph protocol; schema.org, Report.
  mutating func metadata(of product: CompiledProduct, title: String) {
    let about = Words.about(product)
    meta("name", "description", about)
    meta("name", "DC.title", title)
    meta("name", "DC.type", "Text")
    meta("name", "DC.format", "text/html")
    meta("name", "DC.language", Words.language)
    meta("name", "DC.coverage", product.span.words)
    for subject in product.subjects { meta("name", "DC.subject", subject) }
    meta("property", "og:type", "article")
    meta("property", "og:title", title)
    meta("property", "og:description", about)
    meta("property", "og:locale", "en_GB")
    meta("property", "og:site_name", product.series)
    markup("<script type=\"application/ld+json\">")
    var json = JSONWriter(form: .inPage)
    json.product(product, title: title, about: about)
    literal(json.bytes)
    markup("</script>\n")
  }
}

extension CompiledProduct {
  /// What it is about: its themes.
  fileprivate var subjects: [String] { kind == .digest ? [subject] : sections.map(\.heading) }
}

extension JSONWriter {
  fileprivate mutating func product(_ product: CompiledProduct, title: String, about: String) {
    object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "Report")
      json.member("name", title)
      json.member("inLanguage", Words.language)
      json.member(
        "temporalCoverage", PartialDate.day(product.span.first).iso + "/" + PartialDate.day(product.span.last).iso)
      json.member("description", about)
      json.key("isPartOf")
      json.object { json in
        json.member("@type", "Periodical")
        json.member("name", product.series)
      }
      json.key("hasPart")
      json.array { json in
        for entry in product.entries { json.part(entry) }
      }
    }
  }
}
