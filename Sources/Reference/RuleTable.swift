import Model
import Text
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
      let rule = try RuleTable.rule(element)
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

extension RuleTable {
  private static func rule(_ element: XMLElement) throws(ReferenceError) -> Rule {
    let file = ReferenceFile.rules
    let id = try file.attribute("id", of: element)
    func child(_ name: String) throws(ReferenceError) -> XMLElement {
      guard let child = element.child(name) else { throw ReferenceError(file, "The rule \(id) lacks <\(name)>.") }
      return child
    }
    let example = try child("example")
    func piece(_ name: String) throws(ReferenceError) -> Rule.Piece {
      guard let element = example.child(name) else {
        throw ReferenceError(file, "The example of the rule \(id) lacks <\(name)>.")
      }
      return try RuleTable.piece(element)
    }
    return Rule(
      id: id, severity: try file.choice("severity", of: element), message: try child("message").text,
      why: try child("why").text, help: try child("help").text,
      example: Rule.Example(
        part: try file.attribute("of", of: example), wrong: try piece("wrong"), right: try piece("right")),
      foldsRepeats: element["repeats"] == "folded")
  }

  /// The text of a piece as it stands, without the line breaks at its ends; `<byte hex="E9"/>` is one byte.
  private static func piece(_ element: XMLElement) throws(ReferenceError) -> Rule.Piece {
    var bytes: [UInt8] = []
    var text = ""
    for part in element.content {
      switch part {
      case .text(let part):
        bytes += part
        text += visible(String(decoding: part, as: UTF8.self))
      case .element(let byte):
        guard let value = UInt8(try ReferenceFile.rules.attribute("hex", of: byte), radix: 16) else {
          throw ReferenceFile.rules.wrong(byte["hex"] ?? "", "hex", of: byte)
        }
        bytes.append(value)
        text += "<\(byte["hex"] ?? "")>"
      }
    }
    let times = try ReferenceFile.rules.integer("times", of: element) ?? 1
    bytes = trimmed(bytes)
    text = String(decoding: trimmed(Array(text.utf8)), as: UTF8.self)
    if times > 1 { text += "\n… (\(times) times)" }
    return Rule.Piece(bytes: Array(repeatElement(bytes, count: times).joined()), text: text)
  }

  /// Bytes without the line break after the start tag and the last line, where that holds nothing but blanks.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes[...]
    if bytes.first == 0x0A { bytes.removeFirst() }
    if let end = bytes.lastIndex(where: { $0 != 0x20 }), bytes[end] == 0x0A { bytes = bytes[..<end] }
    return Array(bytes)
  }
}
