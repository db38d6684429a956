import Model
import Reference

/// Makes products of several issues that were compiled already: a year, a country, a theme.
///
/// The result depends on what is handed over, but not on the order of the issues.
public struct ProductCompiler: Sendable {
  private let tools: IssueCompiler

  /// A compiler that goes by the reference data of a compiler of issues.
  public init(_ tools: IssueCompiler) { self.tools = tools }

  /// The developments of a year, theme by theme, each chain of follow-ups told once, and the year's statistics.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - issues: The issues of the year.
  /// - Returns: The product; `nil` without an issue.
  public func annual(_ year: Int, of issues: [CompiledIssue]) -> CompiledProduct? {
    guard let span = Period("\(padded(year))-01_\(padded(year))-12"), let material = Material(issues, tools) else {
      return nil
    }
    let layout = ProductLayout(taxonomy: tools.taxonomy, names: material.names)
    let sections = withCrossReferences(layout.byTheme(toldOnce(material.entries)))
    var product = product(.annual, String(year), span, material, sections)
    product.statistics = mergedStatistics(material.issues.map(\.annex.statistics))
    return finished(product, on: material.names.day)
  }

  /// The developments of one country, theme by theme, each chain of follow-ups told once.
  ///
  /// - Parameters:
  ///   - country: The country.
  ///   - span: The span of time that the issues were chosen from.
  ///   - issues: The issues in the span.
  /// - Returns: The product, with the country's name on the last period's last day; `nil` without an issue.
  public func factsheet(of country: CountryCode, span: Period, issues: [CompiledIssue]) -> CompiledProduct? {
    guard let material = Material(issues, tools) else { return nil }
    let layout = ProductLayout(taxonomy: tools.taxonomy, names: material.names)
    let sections = layout.byTheme(toldOnce(material.entries.filter { $0.country == country }))
    let product = product(.factsheet, material.names.name(of: country), span, material, sections)
    return finished(product, on: material.names.day)
  }

  /// The developments of one theme, period by period, the newest last.
  ///
  /// A development under another theme that touches this one belongs to it.
  ///
  /// - Parameters:
  ///   - theme: The theme.
  ///   - span: The span of time that the issues were chosen from.
  ///   - issues: The issues in the span.
  /// - Returns: The product; `nil` without an issue.
  public func digest(of theme: ThemeCode, span: Period, issues: [CompiledIssue]) -> CompiledProduct? {
    guard let material = Material(issues, tools) else { return nil }
    let layout = ProductLayout(taxonomy: tools.taxonomy, names: material.names)
    let chosen = material.entries.filter { $0.theme == theme || $0.development.furtherThemes.contains(theme) }
    let sections = withSuccessors(layout.byPeriod(chosen), in: nil)
    let product = product(.digest, tools.taxonomy.label(of: theme), span, material, sections)
    return finished(product, on: material.names.day)
  }

  private func product(
    _ kind: CompiledProduct.Kind, _ subject: String, _ span: Period, _ material: Material, _ sections: [Section]
  ) -> CompiledProduct {
    CompiledProduct(
      kind: kind, subject: subject, span: span, series: material.latest.title,
      editions: material.issues.map(\.edition), isDraft: issuesAreDrafts(material.issues), sections: sections,
      colophon: material.latest.colophon)
  }

  private func issuesAreDrafts(_ issues: [CompiledIssue]) -> Bool { issues.contains(where: \.isDraft) }

  /// Marks and explains terms anew, since the first uses of the issues are not those of the product, and notes names.
  private func finished(_ product: CompiledProduct, on day: Day) -> CompiledProduct {
    var product = product
    var marking = tools.marking(on: day)
    for section in product.sections.indices {
      unmark(&product.sections[section])
      marking.mark(&product.sections[section])
    }
    product.glossary = marking.explained
    product.nameNotes = tools.nameNotes(in: texts(of: product.entries, product.statistics), on: day)
    product.longNames = tools.longNames
    return product
  }
}

/// What a product is made of: the issues in order, and their entries as a reader of the last period knows the names.
private struct Material {
  let issues: [CompiledIssue]
  let latest: CompiledIssue
  let names: CountryNames
  let entries: [Entry]

  init?(_ issues: [CompiledIssue], _ tools: IssueCompiler) {
    let issues = issues.sorted { ($0.period, $0.edition) < ($1.period, $1.edition) }
    guard let latest = issues.last else { return nil }
    let names = CountryNames(network: tools.network, day: latest.period.last)
    self.issues = issues
    self.latest = latest
    self.names = names
    var anchors: Set<String> = []
    entries = issues.flatMap { issue in
      issue.entries.map { entry in Material.adapted(entry, of: issue.period, names, &anchors) }
    }
  }

  /// An entry among those of other issues. Ids are unique for good; were one used again, its period would tell the two
  /// places in the page apart.
  private static func adapted(
    _ entry: Entry, of period: Period, _ names: CountryNames, _ anchors: inout Set<String>
  ) -> Entry {
    var entry = entry
    entry.period = period
    entry.countryName = names.name(of: entry.country)
    entry.followedBy = []
    for place in entry.follows.indices where entry.follows[place].country != nil {
      entry.follows[place].country = names.name(of: entry.follows[place].reference.country)
    }
    if !anchors.insert(entry.anchor).inserted {
      entry.anchor += "-" + period.name.lowercased()
      anchors.insert(entry.anchor)
    }
    return entry
  }
}

/// A year with the four digits that names of periods have.
private func padded(_ year: Int) -> String {
  let digits = String(year)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
