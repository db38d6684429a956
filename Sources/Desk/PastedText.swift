/// A text as a form sends it, put into the form of a file.
///
/// Browsers send line breaks as CR and LF, and all words in UTF-8, whatever an XML declaration in them says. The
/// declaration is made to say so too, else the text could not be read again.
///
/// - Parameter text: The field's bytes.
/// - Returns: The bytes of a file.
func fileText(ofField text: some Collection<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count)
  for byte in text {
    if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
    bytes.append(byte)
  }
  return declaringUTF8(bytes)
}

/// A text in UTF-8 whose XML declaration, where it has one that names an encoding, says so.
func declaringUTF8(_ text: [UInt8]) -> [UInt8] {
  guard let range = rangeOfEncoding(in: text) else { return text }
  var text = text
  text.replaceSubrange(range, with: "UTF-8".utf8)
  return text
}

/// Where an XML declaration names an encoding other than UTF-8; `nil` where it does not.
private func rangeOfEncoding(in bytes: [UInt8]) -> Range<Int>? {
  let head = bytes.prefix(200)
  guard head.starts(with: "<?xml ".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
  let declaration = String(decoding: head[..<end], as: UTF8.self)
  guard declaration.utf8.count == end, let name = declaration.firstRange(of: "encoding") else { return nil }
  let rest = declaration[name.upperBound...].utf8
  guard let quote = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) else { return nil }
  let start = rest.index(after: quote)
  guard let close = rest[start...].firstIndex(of: rest[quote]) else { return nil }
  if declaration[start..<close].uppercased() == "UTF-8" { return nil }
  let utf8 = declaration.utf8
  return utf8.distance(from: utf8.startIndex, to: start)..<utf8.distance(from: utf8.startIndex, to: close)
}

/// The name of a file as it may be used: the last part of a path, in letters, digits, points, hyphens and low lines.
///
/// - Parameter name: The name as a browser gives it, or anything that somebody puts in its place.
/// - Returns: `nil` where nothing is left of it.
func harmlessName(_ name: String) -> String? {
  let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
  let kept = last.utf8.filter { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }.prefix(80)
  let words = String(decoding: kept, as: UTF8.self)
  return words.allSatisfy { $0 == "." } ? nil : words
}

extension Form {
  /// The file of a form: one that was chosen, else the text of its field; `nil` when there is neither.
  var submittedFile: [UInt8]? {
    if let file = field("file"), file.fileName != nil, !file.value.isEmpty { return Array(file.value) }
    guard let text = field("text"), !text.value.isEmpty else { return nil }
    return fileText(ofField: text.value)
  }
}
