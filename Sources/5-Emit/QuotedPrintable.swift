import Text

extension OutputBuffer {
  /// Adds a text in the encoding quoted-printable (RFC 2045, 6.7): lines of at most 76 characters, ended by CR and LF.
  ///
  /// No line begins with a full stop or with `From `, which programs on a mail's way take for more than text, and none
  /// with `=_`, so a boundary that holds these two cannot occur.
  mutating func append(quotedPrintable text: [UInt8]) {
    var column = 0
    // The bytes are gathered here and added at once: a message has hundreds of thousands of them.
    var lines: [UInt8] = []
    lines.reserveCapacity(text.count + text.count / 4)
    for (position, byte) in text.enumerated() {
      if byte == 0x0A {
        lines += lineEndBytes
        column = 0
        continue
      }
      let endsLine = position + 1 == text.count || text[position + 1] == 0x0A
      var isPlain = isPlainInMail(byte) && !(endsLine && byte <= 0x20)
      // A line that goes on needs a column for the mark that says so.
      if column + (isPlain ? 1 : 3) > (endsLine ? 76 : 75) {
        lines.append(UInt8(ascii: "="))
        lines += lineEndBytes
        column = 0
      }
      if column == 0, isMistaken(text[position...]) { isPlain = false }
      if isPlain {
        lines.append(byte)
      } else {
        lines.append(UInt8(ascii: "="))
        lines.append(hexadecimal(byte >> 4))
        lines.append(hexadecimal(byte & 15))
      }
      column += isPlain ? 1 : 3
    }
    append(contentsOf: lines)
  }

  /// Adds a byte as an equals sign and two hexadecimal digits.
  mutating func append(coded byte: UInt8) {
    append(byte: UInt8(ascii: "="))
    append(byte: hexadecimal(byte >> 4))
    append(byte: hexadecimal(byte & 15))
  }
}

/// The line end of mail.
let lineEnd = "\r\n"
private let lineEndBytes = Array(lineEnd.utf8)

private func isPlainInMail(_ byte: UInt8) -> Bool {
  (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x09
}

/// Whether a line that begins with these bytes would be taken for an envelope's, or for the end of the message.
private func isMistaken(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.first == UInt8(ascii: ".") || bytes.starts(with: "From ".utf8)
}

private func hexadecimal(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
