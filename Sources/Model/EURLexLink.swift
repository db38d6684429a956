/// The address of an act in EUR-Lex, by its CELEX number.
///
/// The form of the address: EUR-Lex, "Linking to EUR-Lex documents".
public func eurLexLink(celex: String) -> String {
  var link = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
  for byte in celex.utf8 { appendToLink(byte, &link) }
  return link
}

/// Adds a byte to a link; what is not a letter, a digit or a plain mark becomes a percent code (RFC 3986, 2.1).
public func appendToLink(_ byte: UInt8, _ link: inout String) {
  let scalar = Unicode.Scalar(byte)
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "(", ")": link.unicodeScalars.append(scalar)
  default:
    let code = String(byte, radix: 16, uppercase: true)
    link += byte < 16 ? "%0" + code : "%" + code
  }
}
