import Model
import Text
import Threads
import XML

/// The rules that input files are checked by, with their words for people.
///
/// The file is long, and a run needs the words of a few rules: the text is parsed rule by rule, when one is asked for.
public struct RuleTable: Sendable {
  private let whole: Lazy<Whole>
  private let text: RuleText?

  private struct Whole: Sendable {
    var version: String
    var rules: [Rule]
    var places: [String: Int]
  }

  /// The version of the file.
  public var version: String { whole.value.version }
  /// The rules, in the file's order.
  public var rules: [Rule] { whole.value.rules }

  /// The rules as a document of `rules.xml` has them.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    whole = Lazy(made: try RuleTable.read(document))
    text = nil
  }

  /// The rules that the executable carries.
  public init() {
    text = RuleText(ReferenceFile.rules.text)
    whole = Lazy {
      carried { () throws(ReferenceError) in try RuleTable.read(ReferenceFile.rules.document(overriding: nil)) }
    }
  }

  /// The rules of an editor's newer file, or those that the executable carries.
  ///
  /// - Throws: `ReferenceError` with what is wrong with the newer file.
  public init(overriding newer: [UInt8]?) throws(ReferenceError) {
    if let newer { try self.init(ReferenceFile.rules.document(overriding: newer)) } else { self.init() }
  }

  /// A rule by its id.
  public func rule(_ id: String) -> Rule? {
    if let text {
      return text.rule(id) { element in carried { () throws(ReferenceError) in try RuleTable.rule(element) } }
    }
    return whole.value.places[id].map { whole.value.rules[$0] }
  }

  private static func read(_ document: XMLDocument) throws(ReferenceError) -> Whole {
    let file = ReferenceFile.rules
    let root = try file.root(of: document)
    var table = Whole(version: try file.attribute("version", of: root), rules: [], places: [:])
    for element in root.children("rule") {
      let rule = try RuleTable.rule(element)
      guard table.places.updateValue(table.rules.count, forKey: rule.id) == nil else {
        throw ReferenceError(file, "The rule \(rule.id) stands in it twice.")
      }
      table.rules.append(rule)
    }
    return table
  }
}

/// The text of `rules.xml` in the executable, in which a rule is found without reading the others.
private final class RuleText: Sendable {
  private let bytes: [UInt8]
  /// The rules that were asked for: a run over many files asks for the same few again and again.
  private let found = Guarded<[String: Rule?]>([:])

  init(_ text: String) { bytes = Array(text.utf8) }

  /// A rule by its id, made of its element; `nil` for an id that the file does not have.
  func rule(_ id: String, _ make: (XMLElement) -> Rule) -> Rule? {
    if let rule = found.withLock({ $0[id] }) { return rule }
    let rule = element(id).map(make)
    found.withLock { $0[id] = .some(rule) }
    return rule
  }

  /// The element of a rule. Ids stand first in the tags of rules; the tests see that each is found so.
  private func element(_ id: String) -> XMLElement? {
    guard let start = place(of: Array("<rule id=\"\(id)\"".utf8), from: 0),
      let end = place(of: RuleText.endTag, from: start)
    else { return nil }
    return XMLReader.read(Array(bytes[start..<end + RuleText.endTag.count])).document.root
  }

  private static let endTag = Array("</rule>".utf8)

  private func place(of mark: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place + mark.count <= bytes.count {
        if bytes[place] == mark[0], bytes[place + 1] == mark[1], bytes[place..<place + mark.count].elementsEqual(mark) {
          return place
        }
        place += 1
      }
      return nil
    }
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
