import Foundation
import FoundationXML

/// What a file of XML holds, whatever its layout: tags with their attributes in order of their names, words with their
/// white space folded, comments and instructions, each a line.
final class CanonicalXML: NSObject, XMLParserDelegate {
  private var lines: [String] = []
  private var words = ""
  private var failure: (any Error)?

  static func lines(of bytes: [UInt8]) throws -> [String] {
    let canonical = CanonicalXML()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = canonical
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return canonical.lines
  }

  private func flush() {
    let folded = Self.folded(words)
    if !folded.isEmpty { lines.append(folded) }
    words = ""
  }

  private static func folded(_ text: String) -> String {
    text.split { [" ", "\n", "\t", "\r", "\r\n"].contains($0) }.joined(separator: " ")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    flush()
    let pairs = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    lines.append("<\(name)\(pairs.joined())>")
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    flush()
    lines.append("</\(name)>")
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { words += text }

  func parser(_ parser: XMLParser, foundComment comment: String) {
    flush()
    lines.append("<!--\(Self.folded(comment))-->")
  }

  func parser(_ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?) {
    flush()
    lines.append("<?\(target) \(data ?? "")?>")
  }
}
