import Files
import Model
import XML

/// What reading one input file gives, whatever its state: later stages look at all of it.
public struct Ingested<Content: Sendable, Places: Sendable>: Sendable {
  /// The file's name in its folder; `-` for standard input.
  public var name: String
  /// The file's bytes as they are on the disk.
  public var bytes: [UInt8]
  /// The file's text in UTF-8, whose bytes all places count.
  public var source: [UInt8]
  /// The name of the outermost element; `nil` when the file broke off before one.
  public var rootName: String?
  /// What the parser and the schema hold against it.
  public var problems: [XMLProblem]
  /// From where on it could not be read, or only in part.
  public var brokenFrom: Int?
  /// Whether it has more mistakes than were looked for.
  public var isCurtailed: Bool
  /// The values, as far as they could be read; `nil` when the root, its period or an issue's edition is not what it
  /// should be.
  ///
  /// Where the schema has objected, placeholders may stand in them; with no problem there is none.
  public var content: Content?
  /// Where the values stand in the text; `nil` when the root is another vocabulary's.
  public var places: Places?
}

/// The file of one contributor, read.
public typealias IngestedSubmission = Ingested<Submission, SubmissionPlaces>

/// The editors' file, read.
public typealias IngestedIssue = Ingested<Issue, IssuePlaces>

/// Reads a submission, checking it against its schema in the same pass.
///
/// - Parameters:
///   - bytes: The file as it is, in any encoding that libxml2 knows.
///   - name: The file's name.
///   - schema: The schema of submissions; without it the file need only be well-formed.
public func ingestSubmission(_ bytes: [UInt8], name: String, schema: XMLSchema?) -> IngestedSubmission {
  let reading = XMLReader.read(bytes, schema: schema)
  var decoder = SubmissionDecoder()
  let submission = reading.document.root.flatMap { decoder.submission($0) }
  return Ingested(
    name: name, bytes: bytes, source: reading.source, rootName: reading.document.root?.name,
    problems: reading.problems, brokenFrom: reading.brokenFrom, isCurtailed: reading.isCurtailed, content: submission,
    places: decoder.places)
}

/// Reads an issue's file, checking it against its schema in the same pass.
///
/// - Parameters:
///   - bytes: The file as it is, in any encoding that libxml2 knows.
///   - name: The file's name.
///   - schema: The schema of issues; without it the file need only be well-formed.
public func ingestIssue(_ bytes: [UInt8], name: String, schema: XMLSchema?) -> IngestedIssue {
  let reading = XMLReader.read(bytes, schema: schema)
  var decoder = IssueDecoder()
  let issue = reading.document.root.flatMap { decoder.issue($0) }
  return Ingested(
    name: name, bytes: bytes, source: reading.source, rootName: reading.document.root?.name,
    problems: reading.problems, brokenFrom: reading.brokenFrom, isCurtailed: reading.isCurtailed, content: issue,
    places: decoder.places)
}

/// A paragraph with its white space folded and its marks read.
///
/// - Parameter element: An element with the content of a paragraph.
public func paragraphContent(of element: XMLElement) -> Paragraph { element.paragraph().0 }
