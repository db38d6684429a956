import Text
import XML

/// The words of the desk's pages, from one file that can be translated.
public struct Texts: Sendable {
  /// The language of the words, as pages declare it.
  public let language: String
  private let words: [String: String]

  /// The words of a file.
  ///
  /// - Parameter file: The file's bytes; the executable's own when left out.
  /// - Throws: `DeskError` when it is not as its schema says.
  public init(_ file: [UInt8]? = nil) throws(DeskError) {
    let reading = XMLReader.read(file ?? Array(Embedded.textsXML.utf8), schema: try Texts.schema())
    guard let root = reading.document.root, reading.problems.isEmpty else {
      let line = reading.problems.first.map { SourceText(reading.source).position(at: $0.range.lowerBound).line } ?? 1
      throw DeskError("The file of the desk's texts is not as its schema says, in line \(line).")
    }
    language = root["language"] ?? ""
    words = Dictionary(root.children.map { ($0["id"] ?? "", $0.text) }) { first, _ in first }
  }

  private static func schema() throws(DeskError) -> XMLSchema {
    do { return try XMLSchema(Embedded.textsXSD) } catch { throw DeskError("The schema of texts is broken: \(error)") }
  }

  /// A text; `nil` when the file has none of that id.
  public subscript(id: String) -> String? { words[id] }

  /// A text that has to be there, with values for the names in braces.
  ///
  /// - Parameters:
  ///   - id: The id of the text.
  ///   - values: The values, by their names.
  /// - Returns: The words; the id itself where the file lacks it, which the tests exclude for the file that is built in.
  public func text(_ id: String, _ values: [String: String] = [:]) -> String {
    var text = words[id] ?? id
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { text.replace("{\(name)}", with: value) }
    return text
  }
}

/// Something without which the desk cannot open, in a sentence for people.
public struct DeskError: Error, CustomStringConvertible, Sendable {
  /// What is wrong.
  public let description: String

  /// An error that says what is wrong.
  public init(_ description: String) { self.description = description }
}
