import Text

/// A text as readers see it, for comparing what went in with what came out: without hidden characters, runs of white
/// space as one blank, in normal form C.
public func folded(_ text: some Sequence<Unicode.Scalar>) -> String {
  var result = String.UnicodeScalarView()
  var isBlank = false
  for scalar in text where !isUnseen(scalar) {
    let wasBlank = isBlank
    isBlank = scalar.properties.isWhitespace
    if !isBlank { result.append(scalar) } else if !wasBlank { result.append(" ") }
  }
  return normalised(String(result))
}

/// The same without any white space, for texts whose lines were broken.
public func squeezed(_ text: some Sequence<Unicode.Scalar>) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text where !isUnseen(scalar) && !scalar.properties.isWhitespace { result.append(scalar) }
  return normalised(String(result))
}

/// Hidden characters, and the soft hyphen: an edition may leave them out.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x7F { return false }
  return isHidden(scalar) && !scalar.properties.isWhitespace || scalar.value == 0xAD
}

/// How often a text stands in another.
public func count(of text: String, in whole: String) -> Int {
  let (sought, bytes) = (Array(text.utf8), Array(whole.utf8))
  guard let first = sought.first, sought.count <= bytes.count else { return 0 }
  var (count, place) = (0, 0)
  while place + sought.count <= bytes.count {
    if bytes[place] == first, bytes[place...].starts(with: sought) {
      count += 1
      place += sought.count
    } else {
      place += 1
    }
  }
  return count
}

/// A text as XML takes it in content and in attributes; characters that XML has not are left out.
public func xmlEscaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F..<0xA0, 0x2028:
      result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
    case 0..<0x20, 0xFFFE, 0xFFFF: continue
    default: result.append(scalar)
    }
  }
  return String(result)
}
