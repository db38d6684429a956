/// A file of reference data that the executable carries, and that an editor may replace with a newer one.
public enum ReferenceFile: String, CaseIterable, Sendable {
  case network, names, taxonomy, sections, lexicon, manual, rules, style, glossary

  /// The name of the file, such as `network.xml`.
  public var fileName: String { rawValue + ".xml" }

  /// The text that the executable carries.
  public var text: String {
    switch self {
    case .network: Embedded.networkXML
    case .names: Embedded.namesXML
    case .taxonomy: Embedded.taxonomyXML
    case .sections: Embedded.sectionsXML
    case .lexicon: Embedded.lexiconXML
    case .manual: Embedded.manualXML
    case .rules: Embedded.rulesXML
    case .style: Embedded.styleXML
    case .glossary: Embedded.glossaryXML
    }
  }

  /// The text of an earlier version, where the executable carries it: a published issue keeps the version of its day.
  public func earlierText(ofVersion version: String) -> String? { Embedded.earlier("\(rawValue)-\(version).xml") }

  /// The XSD that a file of this sort has to meet.
  public var schema: String {
    switch self {
    case .network: Embedded.networkXSD
    case .names: Embedded.namesXSD
    case .taxonomy: Embedded.taxonomyXSD
    case .sections: Embedded.sectionsXSD
    case .lexicon: Embedded.lexiconXSD
    case .manual: Embedded.manualXSD
    case .rules: Embedded.rulesXSD
    case .style: Embedded.styleXSD
    case .glossary: Embedded.glossaryXSD
    }
  }
}

/// The schemas of the files that contact points and editors write.
public enum Schemas {
  /// The XSD of a contact point's submission.
  public static var submission: String { Embedded.submissionXSD }

  /// The XSD of the editors' file of an issue.
  public static var issue: String { Embedded.issueXSD }
}
