/// Whether a text is an e-mail address in its usual form: `name@host.example`.
///
/// Letters, digits and the marks of RFC 5322's `dot-atom` before the sign, a host name of RFC 1123 with a dot in it after
/// it, within the lengths of RFC 5321 (4.5.3.1). What may stand there cannot end a line or open another field.
public func isMailAddress(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
  guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].count) else { return false }
  let names = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard names.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isMailboxByte) }) else { return false }
  let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard labels.count > 1, labels.allSatisfy({ isHostLabel(Array($0)) }), let last = labels.last else { return false }
  return !last.allSatisfy { (0x30...0x39).contains($0) }
}

private func isHostLabel(_ label: [UInt8]) -> Bool {
  let hyphen = UInt8(ascii: "-")
  guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen else { return false }
  return label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
}

private func isMailboxByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) }

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
}
