import Model
import Text

/// Writes the fields of a mail's header: folded, and in encoded words where they are not plain ASCII.
struct MailHeader {
  /// What was written.
  private(set) var out = OutputBuffer()

  /// The columns that a line takes where it can be folded (RFC 5322, 2.1.1; RFC 2047, 2).
  private static let width = 76

  /// Writes a field of which each word is our own.
  mutating func field(_ name: String, _ value: String) {
    out.append(name + ": " + value + lineEnd)
  }

  /// Writes a field that holds words from outside.
  mutating func field(_ name: String, words: String) {
    out.append(name + ":")
    var column = name.utf8.count + 1
    append(words: singleLine(words), column: &column)
    out.append(lineEnd)
  }

  /// Writes a field of mailboxes, one on a line; none without an address that is one.
  mutating func field(_ name: String, _ mailboxes: [Mailing.Mailbox]) {
    let good = mailboxes.filter { isMailAddress($0.address) }
    guard !good.isEmpty else { return }
    out.append(name + ":")
    for (position, mailbox) in good.enumerated() {
      if position > 0 { out.append("," + lineEnd) }
      var column = position > 0 ? 0 : name.utf8.count + 1
      append(mailbox, column: &column)
    }
    out.append(lineEnd)
  }

  private mutating func append(_ mailbox: Mailing.Mailbox, column: inout Int) {
    let name = singleLine(mailbox.name ?? "")
    guard !name.isEmpty else { return out.append(" " + mailbox.address) }
    if isPlain(name), name.utf8.count < Self.width - column - 3 {
      let quoted = " \"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
      out.append(quoted)
      column += quoted.utf8.count
    } else {
      append(encoded: name, column: &column)
    }
    let address = "<" + mailbox.address + ">"
    out.append(column + 1 + address.utf8.count > Self.width ? lineEnd + " " : " ")
    out.append(address)
  }

  private mutating func append(words: String, column: inout Int) {
    guard isPlain(words) else { return append(encoded: words, column: &column) }
    for word in words.split(separator: " ") {
      if column + 1 + word.utf8.count > Self.width {
        out.append(lineEnd)
        column = 0
      }
      out.append(" " + word)
      column += 1 + word.utf8.count
    }
  }

  /// Whether words may stand as they are: ASCII, nothing that reads as an encoded word, no word that no line holds.
  private func isPlain(_ words: String) -> Bool {
    words.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !words.contains("=?")
      && words.split(separator: " ").allSatisfy { $0.utf8.count < 60 }
  }

  /// Adds encoded words (RFC 2047, 4.2), none of which tears a character.
  private mutating func append(encoded words: String, column: inout Int) {
    let frame = " =?UTF-8?Q??=".utf8.count
    var piece = OutputBuffer()
    for scalar in words.unicodeScalars {
      var next = OutputBuffer()
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        if byte == 0x20 {
          next.append(byte: UInt8(ascii: "_"))
        } else if isPlainInEncodedWord(byte) {
          next.append(byte: byte)
        } else {
          next.append(coded: byte)
        }
      }
      if column + frame + piece.bytes.count + next.bytes.count > Self.width {
        if !piece.bytes.isEmpty { out.append(" =?UTF-8?Q?" + String(decoding: piece.bytes, as: UTF8.self) + "?=") }
        out.append(lineEnd)
        piece = OutputBuffer()
        column = 0
      }
      piece.append(contentsOf: next.bytes)
    }
    out.append(" =?UTF-8?Q?" + String(decoding: piece.bytes, as: UTF8.self) + "?=")
    column += frame + piece.bytes.count
  }
}

/// Words without what could end a line of a header: that alone keeps a field from opening another.
private func singleLine(_ words: String) -> String {
  harmless(words).split(separator: " ").joined(separator: " ")
}

/// What may stand in an encoded word anywhere, also in a name (RFC 2047, 5 (3)).
private func isPlainInEncodedWord(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 || "!*+-/".utf8.contains(byte)
}
