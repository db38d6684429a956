import Model
import XML

/// A form as a file, with the places of its fields in it.
public struct SubmissionFile: Sendable {
  /// The file's bytes.
  public let bytes: [UInt8]
  /// Which of them stand for which field.
  public let places: FieldPlaces
  /// The ids under which the developments stand in it, in their order.
  public let ids: [String]

  /// Writes a form as a file. Whatever the form holds, the file is well-formed.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - taken: Ids that the country has used already, which no new id may repeat.
  public init(_ form: SubmissionForm, taken: Set<String> = []) {
    let kept = KeptCheck(rootAttributes: form.kept.attributes)
    var printer = XMLPrinter()
    printer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    if kept.isProlog(form.kept.before) { printer.kept(form.kept.before, for: "submission") }
    ids = ProposedIDs(form.developments, taken: taken).ids
    FormWriter(form: form, ids: ids, kept: kept).write(to: &printer)
    if kept.isProlog(form.keptAfter) { printer.kept(form.keptAfter, for: "submission") }
    bytes = printer.bytes
    places = FieldPlaces(printer.places, in: bytes)
  }
}

/// Whether what is kept may stand in a file: nothing that a form brings may make it anything but XML.
struct KeptCheck {
  /// The attributes of the root that may stand there: they may declare prefixes.
  let rootAttributes: String

  init(rootAttributes: String) {
    let own = "country=\"\" period=\"\" status=\"\" date=\"\""
    self.rootAttributes = XMLReader.isWellFormed("<x xmlns=\"x\" \(own) \(rootAttributes)/>") ? rootAttributes : ""
  }

  /// Whether something may stand among elements and words.
  func isContent(_ text: String) -> Bool {
    isBlankText(text) || XMLReader.isWellFormed("<x xmlns=\"x\" \(rootAttributes)>\(text)</x>")
  }

  /// Whether something may stand in a start tag behind other attributes.
  func isAttributes(_ text: String, beside others: [String]) -> Bool {
    if isBlankText(text) { return true }
    let own = others.map { "\($0)=\"\"" }.joined(separator: " ")
    return XMLReader.isWellFormed("<x xmlns=\"x\" \(rootAttributes)><y \(own) \(text)/></x>")
  }

  /// Whether something may stand before or after the root.
  func isProlog(_ text: String) -> Bool { isBlankText(text) || XMLReader.isWellFormed("\(text)<x/>") }
}
