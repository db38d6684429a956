import Model

/// The words that both forms of a product say of it.
extension Words {
  /// The title at the head of a product.
  static func title(of product: CompiledProduct) -> String {
    switch product.kind {
    case .annual: "Annual overview " + product.subject
    case .factsheet, .digest: product.subject
    }
  }

  /// What sort of product it is.
  static func sort(of product: CompiledProduct) -> String {
    switch product.kind {
    case .annual: "Developments by theme"
    case .factsheet: "Country factsheet"
    case .digest: "Thematic digest"
    }
  }

  /// The title by which browsers and search engines list the page.
  static func pageTitle(of product: CompiledProduct) -> String {
    let title = product.kind == .annual ? title(of: product) : sort(of: product) + ": " + title(of: product)
    return (product.isDraft ? "DRAFT: " : "") + title + ", " + product.span.words + " – " + product.series
  }

  /// What the product holds and where it is from, in a few sentences.
  static func about(_ product: CompiledProduct) -> String {
    let count = product.entries.count
    let developments = "\(count) " + label("development", count: count)
    let source =
      label("edition", count: product.editions.count) + " " + list(product.editions) + " of the " + product.series
    switch product.kind {
    case .annual:
      let contributors = Set(product.entries.map(\.country)).count
      return "\(developments) of \(product.subject) from \(contributors) \(label("contributor", count: contributors)), "
        + "theme by theme, out of \(source). " + onceSentence
    case .factsheet:
      return "\(developments) in migration and asylum law and policy, theme by theme, out of \(source). " + onceSentence
    case .digest:
      return "\(developments) under this theme, or under another that touches it, period by period, out of \(source). "
        + "What continues an earlier development names it."
    }
  }

  private static let onceSentence =
    "What was reported in several steps stands once, in its latest state, with all its steps."
}

/// The contents of a product, in the order in which both its forms have them.
func contentsLines(of product: CompiledProduct) -> [ContentsLine] {
  var lines: [ContentsLine] = []
  lines.add(Words.overview, "page-overview", if: product.hasOverview)
  lines += product.sections.map { ContentsLine(number: String($0.number), words: $0.heading, anchor: $0.anchor) }
  lines.add(Words.countries, "page-countries", if: product.hasOverview)
  lines.add(Words.annex, "page-annex", if: !product.annex.isEmpty)
  lines += product.annex.parts.map { ContentsLine(number: "", words: $0.words, anchor: $0.anchor, isPart: true) }
  lines.add(Words.glossary, "page-glossary", if: !product.glossary.isEmpty)
  lines.add(Words.colophon, "page-colophon", if: true)
  return lines
}

extension CompiledProduct {
  /// Whether countries are set side by side: a factsheet has but one.
  var hasOverview: Bool { kind != .factsheet && !entries.isEmpty }

  /// The annex, which has statistics alone.
  var annex: CompiledAnnex {
    CompiledAnnex(statistics: statistics, transposition: [], outputs: [], upcoming: [], past: [])
  }
}
