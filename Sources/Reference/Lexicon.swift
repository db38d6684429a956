import Model
import XML

/// The terms that speak for or against each theme, with their weights.
///
/// Weights are natural logarithms of odds, as far as the lexicon was calibrated so; confidence follows by softmax.
public struct Lexicon: Sendable {
  /// A term and what it adds to its theme's score.
  public struct Term: Hashable, Sendable {
    /// One or more words; a word that ends in `*` stands for any that begin so.
    public let text: String
    /// What it adds.
    public let weight: Double
  }

  /// A theme with its terms.
  public struct Theme: Sendable {
    /// The theme.
    public let code: ThemeCode
    /// Its score before any term is found.
    public let prior: Double
    /// Its terms, in the file's order.
    public let terms: [Term]
  }

  /// The version of the file.
  public let version: String
  /// By how much a term counts more in a headline than in a body.
  public let headlineFactor: Double
  /// What scores are multiplied with before softmax makes confidences of them.
  public let temperature: Double
  /// The themes; the order decides between equal scores.
  public let themes: [Theme]

  /// The lexicon as a document of `lexicon.xml` has it.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.lexicon
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    headlineFactor = try file.number("headline-factor", of: root)
    temperature = try file.number("temperature", of: root)
    var themes: [Theme] = []
    for element in root.children("theme") {
      let code = ThemeCode(try file.attribute("code", of: element))
      let prior = try file.number("prior", of: element)
      var terms: [Term] = []
      for term in element.children("term") {
        terms.append(Term(text: term.text, weight: try file.number("weight", of: term)))
      }
      themes.append(Theme(code: code, prior: prior, terms: terms))
    }
    guard !themes.isEmpty else { throw ReferenceError(file, "It has no themes.") }
    self.themes = themes
  }

  /// Loads the lexicon that the executable carries, or an editor's newer file.
  public static func load(overriding newer: [UInt8]? = nil) throws(ReferenceError) -> Lexicon {
    try Lexicon(ReferenceFile.lexicon.document(overriding: newer))
  }
}
