import Crypto

/// The SHA-256 of bytes, in hexadecimal digits.
func digest(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// The digest of texts none of which has a line break.
func digest(of texts: [String]) -> String { digest(Array(texts.joined(separator: "\n").utf8)) }

/// A digest in hexadecimal digits.
func hexadecimal(_ digest: some Digest) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { buffer in
    var count = 0
    for byte in digest {
      buffer[count] = digits[Int(byte >> 4)]
      buffer[count + 1] = digits[Int(byte & 15)]
      count += 2
    }
    return count
  }
}
