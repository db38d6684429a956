/// The parts of a message of libxml2's schema validator that it gives nowhere but in words.
///
/// Messages have these forms:
/// `Element '{urn:…}titel': This element is not expected. Expected is one of ( {urn:…}headline, {urn:…}stage ).`
/// `Element '{urn:…}stage', attribute 'date': '13/11/2015' is not a valid value of the union type '{urn:…}PartialDate'.`
/// `Element '{urn:…}submission', attribute 'status': [facet 'enumeration'] The value 'x' is not an element of the set {'draft', 'final'}.`
/// `Element '{urn:…}development': The attribute 'id' is required but missing.`
struct SchemaMessage {
  /// The attribute that is named.
  var attribute: String?
  /// The value that is refused.
  var value: String?
  /// The names of the elements that may stand there, without namespace.
  var expected: [String] = []
  /// The values that are allowed.
  var allowed: [String] = []

  init(_ message: String) {
    attribute = SchemaMessage.quoted(after: "ttribute '", in: message)
    value = SchemaMessage.quoted(after: "The value '", in: message) ?? SchemaMessage.quoted(after: "': '", in: message)
    if let list = SchemaMessage.between("Expected is ", ").", in: message) {
      expected = list.split { $0 == "(" || $0 == "," }.map { SchemaMessage.plain(String($0)) }
        .filter { !$0.isEmpty && $0 != "one of" }
    }
    if let list = SchemaMessage.between("of the set {", "}", in: message) {
      allowed = list.split(separator: ",").map { $0.trimming { $0 == " " || $0 == "'" } }
    }
  }

  private static func quoted(after mark: String, in message: String) -> String? {
    guard let start = message.firstRange(of: mark)?.upperBound else { return nil }
    let rest = message[start...]
    // A value may hold an apostrophe itself, so the quotation ends where a sentence goes on.
    for end in ["' is ", "' has ", "': ", "'."] {
      if mark != "ttribute '", let stop = rest.firstRange(of: end) { return String(rest[..<stop.lowerBound]) }
    }
    return String(rest.prefix { $0 != "'" })
  }

  private static func between(_ left: String, _ right: String, in message: String) -> String? {
    guard let start = message.firstRange(of: left)?.upperBound,
      let end = message[start...].firstRange(of: right)?.lowerBound
    else { return nil }
    return String(message[start..<end])
  }

  /// `{urn:…}headline` without its namespace.
  private static func plain(_ name: String) -> String {
    let name = name.trimming { $0 == " " }
    return name.lastIndex(of: "}").map { String(name[name.index(after: $0)...]) } ?? name
  }
}

extension StringProtocol {
  fileprivate func trimming(_ isPadding: (Character) -> Bool) -> String {
    let start = firstIndex { !isPadding($0) } ?? endIndex
    let end = lastIndex { !isPadding($0) }.map { index(after: $0) } ?? endIndex
    return start < end ? String(self[start..<end]) : ""
  }
}
