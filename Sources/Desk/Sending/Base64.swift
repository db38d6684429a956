/// Bytes as a form carries them where a text would change on its way: in Base64 (RFC 4648, 4).
func base64(of bytes: [UInt8]) -> [UInt8] {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place > group.count ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * place) & 63])
    }
  }
  return text
}

/// The bytes that stand in Base64; `nil` for what is none.
func bytes(ofBase64 text: some Collection<UInt8>) -> [UInt8]? {
  let letters = text.prefix { $0 != UInt8(ascii: "=") }
  let rest = text.dropFirst(letters.count)
  guard text.count % 4 == 0, rest.count <= 2, rest.allSatisfy({ $0 == UInt8(ascii: "=") }) else { return nil }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count / 4 * 3)
  var bits = 0
  var held = 0
  for letter in letters {
    guard let value = value(ofLetter: letter) else { return nil }
    bits = (bits & 0x3F) << 6 | value
    held += 6
    if held < 8 { continue }
    held -= 8
    bytes.append(UInt8(bits >> held & 0xFF))
  }
  return bytes
}

private func value(ofLetter letter: UInt8) -> Int? {
  switch letter {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65
  case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 71
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(letter) + 4
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
