import Text

/// A decimal numeral with its whole digits in groups of three, as the Interinstitutional Style Guide (6.4.1) writes it.
///
/// Decimals stay as they were given. A text that is no numeral stays whole.
func grouped(_ numeral: String, by separator: String) -> String {
  let bytes = Array(numeral.utf8)
  let signed = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
  let start = signed ? 1 : 0
  let end = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  guard end - start > 3, bytes[start..<end].allSatisfy(digits.contains) else { return numeral }
  guard bytes[end...].dropFirst().allSatisfy(digits.contains) else { return numeral }
  var result = OutputBuffer(capacity: bytes.count * 2)
  for (position, byte) in bytes.enumerated() {
    if position > start, position < end, (end - position) % 3 == 0 { result.append(separator) }
    result.append(byte: byte)
  }
  return String(decoding: result.bytes, as: UTF8.self)
}

/// An ordinal number in English: `1st`, `12th`, `23rd`.
func ordinal(_ number: Int) -> String {
  let ending =
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  return String(number) + ending
}

/// A number with one decimal, rounded, without regard to any locale.
func oneDecimal(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e12 else { return "–" }
  let tenths = Int((abs(number) * 10).rounded())
  let sign = number < 0 && tenths > 0 ? "−" : ""
  return sign + String(tenths / 10) + "." + String(tenths % 10)
}

/// A share between 0 and 1 in whole percents.
func percent(_ share: Double) -> String {
  guard share.isFinite else { return "–" }
  return String(Int((min(max(share, 0), 1) * 100).rounded())) + "%"
}

/// A share between 0 and 1 in percents for a terminal, with so many decimals.
func inPercent(_ share: Double, digits: Int = 0) -> String { decimal(share * 100, digits: digits) + " %" }
