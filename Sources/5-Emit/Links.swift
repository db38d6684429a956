import Model
import Text

/// Whether a text may stand as a link: it leads to the web and has no blank or control character in it.
///
/// All else (scripts, local files, mail) is shown as text, so that no page can be made to do what nobody expects.
func isWebLink(_ text: String) -> Bool {
  let bytes = text.utf8
  guard bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8) else { return false }
  var text = text
  // Most links are of plain characters only, which their bytes tell.
  if text.withUTF8({ !$0.hasAny { bit($0 <= 0x20) | bit($0 >= 0x7F) } }) { return true }
  return text.unicodeScalars.allSatisfy { scalar in
    scalar.value > 0x20 && !(0x7F...0xA0).contains(scalar.value) && !scalar.properties.isWhitespace
  }
}

/// A link as `href` takes it: the characters that no URL may hold stand as percent codes (RFC 3986, 2.1).
func hrefValue(_ link: String) -> String {
  var link = link
  if link.withUTF8({ !$0.hasAny { bit(isBarredFromLinks($0)) } }) { return link }
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
