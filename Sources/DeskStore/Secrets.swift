import Crypto

/// Bytes that nobody can foresee, in letters and digits that nobody mistakes for one another (Crockford's base 32).
func secret(bytes count: Int) -> String {
  var generator = SystemRandomNumberGenerator()
  var secret = ""
  var (bits, held) = (0, 0)
  for _ in 0..<count {
    bits = (bits & 0x1F) << 8 | Int(UInt8.random(in: 0...255, using: &generator))
    held += 8
    while held >= 5 {
      held -= 5
      secret.append(alphabet[bits >> held & 0x1F])
    }
  }
  if held > 0 { secret.append(alphabet[bits << (5 - held) & 0x1F]) }
  return secret
}

private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

/// A mark that no other form has.
public func newFormMark() -> String { secret(bytes: 15) }

/// The SHA-256 of bytes, in hexadecimal digits.
public func digest(of bytes: some Sequence<UInt8>) -> String {
  SHA256.hash(data: Array(bytes)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The SHA-256 of a text in UTF-8.
func digest(of text: String) -> String { digest(of: text.utf8) }
