import Crypto

/// The Content Security Policy of a page that stands alone: it runs its own script and shows its own style, known by
/// their digests, and nothing else; nothing is loaded from anywhere, nothing is sent anywhere.
///
/// The form of the policy: W3C, Content Security Policy Level 3.
func contentPolicy(style: String, script: String? = nil) -> String {
  var policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src \(source(style))"
  if let script { policy += "; script-src \(source(script))" }
  return policy
}

private func source(_ code: String) -> String { "'sha256-\(base64(SHA256.hash(data: Array(code.utf8))))'" }

/// Bytes in Base64 (RFC 4648, 4).
func base64(_ bytes: some Sequence<UInt8>) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let bytes = Array(bytes)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place > group.count ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * place) & 63])
    }
  }
  return String(decoding: text, as: UTF8.self)
}
