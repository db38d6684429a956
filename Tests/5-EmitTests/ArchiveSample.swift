import Emit
import Foundation
import Model
import Testing

/// An archive of two issues made by hand; a development of the second continues one of the first.
struct ArchiveSample {
  let pages: [SitePage]

  init(hostile: String = "", baseURL: String? = nil) {
    self.init(ArchiveSample.issues(hostile: hostile), baseURL: baseURL)
  }

  /// The site of issues.
  init(_ issues: [CompiledIssue], baseURL: String? = nil) { pages = archiveSite(of: issues, baseURL: baseURL) }

  static func issues(hostile: String = "") -> [CompiledIssue] {
    var first = Sample.issue(hostile: hostile)
    first.sections[0].themeCodes = [ThemeCode("general")]
    first.sections[0].themeLabels = ["General policy developments" + hostile]
    var second = first
    second.edition = 15
    second.period = Sample.period("2016-Q2")
    second.published = nil
    second.specialNote = nil
    let visa = DevelopmentReference(country: CountryCode("UK"), period: first.period, id: "visa")
    var force = Sample.entry(
      "1.1", "IE", "Ireland", Sample.development("visa-force", Phrase("Rules in force" + hostile), follows: [visa]),
      follows: [Predecessor(reference: visa, headline: Phrase("New visa rules"), country: "United Kingdom")])
    force.theme = ThemeCode("return")
    second.sections = [
      Section(
        number: 1, heading: "Return", anchor: "section-1",
        groups: [.init(country: CountryCode("IE"), name: "Ireland", anchor: "section-1-ie", entries: [force])],
        seeAlso: [])
    ]
    second.sections[0].themeCodes = [ThemeCode("return")]
    second.sections[0].themeLabels = ["Return"]
    return [first, second]
  }

  /// A page's text.
  func text(_ path: String) throws -> String {
    let page = try #require(pages.first { $0.path == path }, "no page \(path)")
    return String(decoding: page.bytes(), as: UTF8.self)
  }

  /// What a page depends on.
  func dependencies(_ path: String) throws -> Set<SiteDependency> {
    try #require(pages.first { $0.path == path }, "no page \(path)").dependencies
  }

  /// A page's object.
  func object(_ path: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text(path).utf8)) as? [String: Any])
  }
}
