import Text

/// What a browser sent with a form, as `multipart/form-data` (RFC 7578).
public struct Form: Sendable {
  /// A field of a form.
  struct Field: Sendable {
    /// The name that the page gave it.
    var name: String
    /// The name of a file, as the browser gives it; `nil` for a field that is no file.
    var fileName: String?
    /// What it holds.
    var value: ArraySlice<UInt8>
  }

  private let fields: [Field]

  /// Reads a form.
  ///
  /// - Parameters:
  ///   - body: The bytes that came.
  ///   - contentType: What the request says that they are.
  ///   - mostFields: The most fields that it may have; most pages of the desk have only a few.
  /// - Returns: `nil` when they are no such form.
  public init?(_ body: [UInt8], contentType: String, mostFields: Int = 32) {
    guard let boundary = Self.boundary(in: contentType) else { return nil }
    let opening = Array("--\(boundary)".utf8)
    let delimiter = [0x0D, 0x0A] + opening
    // What stands before the first boundary is for people and means nothing.
    guard let first = body.starts(with: opening) ? 0 : Self.place(of: delimiter, in: body[...]).map({ $0 + 2 }) else {
      return nil
    }
    var rest = body[(first + opening.count)...]
    var fields: [Field] = []
    while !rest.starts(with: "--".utf8) {
      guard fields.count < mostFields, let end = Self.place(of: delimiter, in: rest),
        let field = Self.field(rest[..<end])
      else { return nil }
      fields.append(field)
      rest = rest[(end + delimiter.count)...]
    }
    self.fields = fields
  }

  /// The bytes of its largest field; a file that a field carries in Base64 counts without that.
  public var largestField: Int {
    fields.reduce(0) { max($0, $1.name == "original" ? $1.value.count / 4 * 3 - 2 : $1.value.count) }
  }

  /// A field by its name; `nil` when the form has none of it.
  func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The words of a field; `nil` when the form has none of it.
  func text(_ name: String) -> String? { field(name).map { String(decoding: $0.value, as: UTF8.self) } }

  /// The words of all fields that are no files, by their names, in the order in which they came.
  var texts: [String: [String]] {
    Dictionary(grouping: fields.filter { $0.fileName == nil }, by: \.name).mapValues { fields in
      fields.map { String(decoding: $0.value, as: UTF8.self) }
    }
  }

  /// The boundary in a content type: up to 70 characters (RFC 2046, 5.1.1).
  private static func boundary(in contentType: String) -> String? {
    let parts = contentType.split(separator: ";").map { $0.trimmed }
    guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
    guard let part = parts.first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
    var value = part.dropFirst("boundary=".count)
    if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
    return (1...70).contains(value.utf8.count) ? String(value) : nil
  }

  /// A field from its bytes: a line break, lines that say what it is, an empty line, what it holds.
  private static func field(_ part: ArraySlice<UInt8>) -> Field? {
    guard let end = place(of: Array("\r\n\r\n".utf8), in: part) else { return nil }
    for line in String(decoding: part[..<end], as: UTF8.self).split(separator: "\r\n") {
      guard line.lowercased().hasPrefix("content-disposition:"), let name = parameter("name", in: line) else {
        continue
      }
      return Field(name: name, fileName: parameter("filename", in: line), value: part[(end + 4)...])
    }
    return nil
  }

  /// A parameter in quotation marks. Browsers write such marks within it as %22 (HTML, "multipart/form-data").
  private static func parameter(_ name: String, in line: Substring) -> String? {
    guard let start = line.firstRange(of: "; \(name)=\"") else { return nil }
    let value = line[start.upperBound...]
    return value.firstIndex(of: "\"").map { String(value[..<$0]).replacing("%22", with: "\"") }
  }

  /// Where some bytes first stand in others.
  private static func place(of bytes: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBufferPointer { $0.position(of: bytes) }.map { text.startIndex + $0 }
  }
}

extension Substring {
  /// The words without blanks around them.
  fileprivate var trimmed: String {
    var words = self
    while words.first?.isWhitespace == true { words.removeFirst() }
    while words.last?.isWhitespace == true { words.removeLast() }
    return String(words)
  }
}
