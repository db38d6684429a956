import Model
import XML

/// The rules that input files are checked by, with their words for people.
public struct RuleTable: Sendable {
  /// The version of the file.
  public let version: String
  /// The rules, in the file's order.
  public let rules: [Rule]
  private let places: [String: Int]

  /// The rules as a document of `rules.xml` has them.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.rules
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    var rules: [Rule] = []
    var places: [String: Int] = [:]
    for element in root.children("rule") {
      let rule = try Rule(element)
      guard places.updateValue(rules.count, forKey: rule.id) == nil else {
        throw ReferenceError(file, "The rule \(rule.id) stands in it twice.")
      }
      rules.append(rule)
    }
    self.rules = rules
    self.places = places
  }

  /// A rule by its id.
  public func rule(_ id: String) -> Rule? { places[id].map { rules[$0] } }

  /// Loads the rules that the executable carries, or an editor's newer file.
  public static func load(overriding newer: [UInt8]? = nil) throws(ReferenceError) -> RuleTable {
    try RuleTable(ReferenceFile.rules.document(overriding: newer))
  }
}

/// A rule that input files are checked by.
public struct Rule: Hashable, Sendable {
  /// Its stable id, such as `country-unknown`.
  public let id: String
  /// How grave it is to break it.
  public let severity: Severity
  /// What is wrong, with names in braces for the values of the case.
  public let message: String
  /// Why there is such a rule.
  public let why: String
  /// How to mend it, with names in braces as in the message.
  public let help: String
  /// A piece of a file that breaks it, line breaks kept.
  public let wrong: String?
  /// The same piece mended, line breaks kept.
  public let right: String?

  init(_ element: XMLElement) throws(ReferenceError) {
    let file = ReferenceFile.rules
    let id = try file.attribute("id", of: element)
    func words(_ name: String) throws(ReferenceError) -> String {
      guard let words = element.child(name)?.text, !words.isEmpty else {
        throw ReferenceError(file, "The rule \(id) lacks <\(name)>.")
      }
      return words
    }
    self.id = id
    severity = try file.choice("severity", of: element)
    message = try words("message")
    why = try words("why")
    help = try words("help")
    wrong = element.child("wrong").map(Rule.lines)
    right = element.child("right").map(Rule.lines)
  }

  /// The text of an example as it stands, without blank lines at its ends.
  private static func lines(_ element: XMLElement) -> String {
    var bytes: [UInt8] = []
    for case .text(let text) in element.content { bytes += text }
    let all = String(decoding: bytes, as: UTF8.self)
    let lines = all.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.drop { $0.allSatisfy(\.isWhitespace) }.reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
    return body.joined(separator: "\n")
  }
}
