import Model
import XML

/// The coding manual: what each theme takes in, the rules of precedence between themes, and examples of both.
public struct Manual: Sendable {
  /// A rule by which one theme goes before others.
  public struct Rule: Hashable, Sendable {
    /// Its stable id, such as `victims-of-trafficking`.
    public let id: String
    /// The theme that goes before.
    public let theme: ThemeCode
    /// The themes that it goes before.
    public let over: [ThemeCode]
    /// What each of those loses when a term of the rule stands in the body.
    public let weight: Double
    /// The rule in words.
    public let says: String
    /// The terms that bring it into play, written as in the lexicon.
    public let terms: [String]
    /// The terms that keep it out of play wherever they stand.
    public let unless: [String]
  }

  /// A text whose theme the manual gives.
  public struct Example: Hashable, Sendable {
    /// The theme.
    public let theme: ThemeCode
    /// The rule that it illustrates; `nil` where it stands for the theme alone.
    public let rule: String?
    /// The headline.
    public let headline: String
    /// The body.
    public let body: String
  }

  /// The version of the file.
  public let version: String
  /// What each theme takes in, in the file's order.
  public let scopes: [(theme: ThemeCode, words: String)]
  /// The rules, in the file's order.
  public let rules: [Rule]
  /// The examples, in the file's order.
  public let examples: [Example]

  /// The manual as a document of `manual.xml` has it.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.manual
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    var scopes: [(theme: ThemeCode, words: String)] = []
    var rules: [Rule] = []
    var examples: [Example] = []
    for element in root.children("theme") {
      let theme = ThemeCode(try file.attribute("code", of: element))
      scopes.append((theme, element.child("scope")?.text ?? ""))
      for rule in element.children("rule") {
        rules.append(try Manual.rule(rule, theme))
        for example in rule.children("example") {
          examples.append(try Manual.example(example, theme, rule: rules.last?.id))
        }
      }
      for example in element.children("example") { examples.append(try Manual.example(example, theme, rule: nil)) }
    }
    self.scopes = scopes
    self.rules = rules
    self.examples = examples
  }

  /// Loads the manual that the executable carries, or an editor's newer file.
  public static func load(overriding newer: [UInt8]? = nil) throws(ReferenceError) -> Manual {
    try Manual(ReferenceFile.manual.document(overriding: newer))
  }

  private static func rule(_ element: XMLElement, _ theme: ThemeCode) throws(ReferenceError) -> Rule {
    let file = ReferenceFile.manual
    return Rule(
      id: try file.attribute("id", of: element), theme: theme,
      over: try file.attribute("over", of: element).split(separator: " ").map { ThemeCode(String($0)) },
      weight: try file.number("weight", of: element), says: element.child("says")?.text ?? "",
      terms: element.children("term").map(\.text),
      unless: element.child("unless")?.children("term").map(\.text) ?? [])
  }

  private static func example(
    _ element: XMLElement, _ theme: ThemeCode, rule: String?
  ) throws(ReferenceError) -> Example {
    Example(
      theme: theme, rule: rule, headline: try ReferenceFile.manual.attribute("headline", of: element),
      body: element.text)
  }
}
