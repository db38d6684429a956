/// The address of an act in EUR-Lex, by its CELEX number.
///
/// The form of the address: EUR-Lex, "Linking to EUR-Lex documents".
func eurLexLink(celex: String) -> String {
  var link = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
  for byte in celex.utf8 { appendToLink(byte, &link) }
  return link
}

/// Whether a text may stand as a link: it leads to the web and has no blank or control character in it.
///
/// All else (scripts, local files, mail) is shown as text, so that no page can be made to do what nobody expects.
func isWebLink(_ text: String) -> Bool {
  guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
  return text.unicodeScalars.allSatisfy { scalar in
    scalar.value > 0x20 && !(0x7F...0xA0).contains(scalar.value) && !scalar.properties.isWhitespace
  }
}

/// A link as `href` takes it: the characters that no URL may hold stand as percent codes (RFC 3986, 2.1).
func hrefValue(_ link: String) -> String {
  if link.utf8.allSatisfy({ !isBarredFromLinks($0) }) { return link }
  var value = ""
  for scalar in link.unicodeScalars {
    if let byte = UInt8(exactly: scalar.value), isBarredFromLinks(byte) {
      appendToLink(byte, &value)
    } else {
      value.unicodeScalars.append(scalar)
    }
  }
  return value
}

private func isBarredFromLinks(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
    UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
    true
  default: false
  }
}

/// Adds a byte to a link; what is not a letter, a digit or a plain mark becomes a percent code.
func appendToLink(_ byte: UInt8, _ link: inout String) {
  let scalar = Unicode.Scalar(byte)
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "(", ")": link.unicodeScalars.append(scalar)
  default:
    let code = String(byte, radix: 16, uppercase: true)
    link += byte < 16 ? "%0" + code : "%" + code
  }
}
