import Text

/// What is published of an issue, and what must hold of it whatever went in.
public struct Editions {
  /// The page.
  public let html: [UInt8]
  /// The plain text.
  public let text: [UInt8]
  /// The message with both.
  public let mail: [UInt8]

  private static let fields: Set = [
    "MIME-Version", "X-Unsent", "Date", "From", "Reply-To", "To", "Subject", "Content-Language", "Content-Type",
    "Content-Transfer-Encoding",
  ]

  /// Throws unless the text is fit for terminals: no control characters, no line that is too wide, and no
  /// line that turns the direction of writing and does not turn it back.
  public func checkText() throws {
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      var depth = 0
      for scalar in line.unicodeScalars {
        try require(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value), "a control character in the text")
        try require(!(0x202A...0x202E).contains(scalar.value), "an override in the text")
        if (0x2066...0x2068).contains(scalar.value) { depth += 1 }
        if scalar.value == 0x2069 { depth -= 1 }
        try require(depth >= 0, "a turn ends that did not begin: \(line)")
      }
      try require(depth == 0, "a turn does not end in its line: \(line)")
      try require(displayWidth(String(line)) <= 72 || !line.contains(" "), "a line of more than 72 columns: \(line)")
    }
  }

  /// Throws unless the message has the form of mail, no field but those that it shall have, and the editions
  /// as its parts.
  public func checkMail() throws {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for place in mail.indices where mail[place] == 0x0A {
      try require(place > start && mail[place - 1] == 0x0D, "a line of the message without CR")
      lines.append(mail[start..<place - 1])
      start = place + 1
    }
    try require(start == mail.count, "the message does not end in a line's end")
    for line in lines {
      try require(line.count <= 998 && line.allSatisfy { (0x20..<0x7F).contains($0) }, "a line that mail does not have")
    }
    var parts = lines.split(omittingEmptySubsequences: false) { $0.starts(with: "--=_bulletin".utf8) }
    try require(parts.count == 4, "a message of \(parts.count) parts")
    for part in parts.prefix(3) { try checkFields(part) }
    parts.removeFirst()
    for (part, edition) in zip(parts, [text, html]) {
      guard let empty = part.firstIndex(where: \.isEmpty) else { throw Broken("a part without content") }
      let content = try Editions.decoded(part[(empty + 1)...])
      // The line's end before a boundary belongs to the boundary.
      try require(content == edition || content == edition + [0x0A], "a part of the message differs from the edition")
    }
  }

  private func checkFields(_ part: ArraySlice<ArraySlice<UInt8>>) throws {
    var seen: Set<String> = []
    for line in part.prefix(while: { !$0.isEmpty }) where line.first != 0x20 {
      let name = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      try require(Editions.fields.contains(name) && seen.insert(name).inserted, "a field \(name), or twice")
    }
  }

  /// Lines of quoted-printable, decoded (RFC 2045, 6.7).
  private static func decoded(_ lines: ArraySlice<ArraySlice<UInt8>>) throws -> [UInt8] {
    var result: [UInt8] = []
    for line in lines {
      try require(line.count <= 76, "a line of quoted-printable of \(line.count) characters")
      var place = line.startIndex
      var isOpen = false
      while place < line.endIndex {
        if line[place] != UInt8(ascii: "=") {
          result.append(line[place])
          place += 1
        } else if place + 1 == line.endIndex {
          isOpen = true
          place += 1
        } else {
          let digits = String(decoding: line[place + 1..<min(place + 3, line.endIndex)], as: UTF8.self)
          guard let byte = UInt8(digits, radix: 16) else { throw Broken("“=\(digits)” is no quoted-printable") }
          result.append(byte)
          place += 3
        }
      }
      if !isOpen { result.append(0x0A) }
    }
    if result.last == 0x0A { result.removeLast() }
    return result
  }
}
