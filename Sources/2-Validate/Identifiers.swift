/// What a link is like.
enum LinkState: Equatable {
  case good, malformed
  case otherScheme(String)
}

/// Whether a link is one that a reader may follow: `http` or `https`, a host, and no blank in it.
func linkState(_ link: String) -> LinkState {
  let bytes = link.utf8
  guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return .malformed }
  if !isWeb(bytes[..<colon]) {
    let scheme = String(link[..<colon]).lowercased()
    if scheme != "http", scheme != "https" {
      return scheme.first?.isLetter ?? false ? .otherScheme(scheme) : .malformed
    }
  }
  let rest = bytes[colon...].dropFirst()
  guard rest.starts(with: "//".utf8) else { return .malformed }
  let first = rest.dropFirst(2).first ?? UInt8(ascii: "/")
  let isClean = bytes.allSatisfy {
    $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"")
  }
  let place = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
  return "/?#.".utf8.contains(first) || !isClean || !hasGoodHost(place) ? .malformed : .good
}

/// Whether an address has a host, and no port or one that there can be (RFC 3986, 3.2; ports have two bytes).
private func hasGoodHost(_ place: Substring.UTF8View) -> Bool {
  let start = place.lastIndex(of: UInt8(ascii: "@")).map { place.index(after: $0) } ?? place.startIndex
  let host = place[start...]
  if host.isEmpty || host.first == UInt8(ascii: ":") { return false }
  guard let colon = host.lastIndex(of: UInt8(ascii: ":")) else { return true }
  let port = host[colon...].dropFirst()
  // The colons in the brackets of an address by number belong to it.
  if port.contains(UInt8(ascii: "]")) { return true }
  return port.allSatisfy(isDigit) && (port.isEmpty || Int(Substring(port)).map { $0 <= 65_535 } ?? false)
}

/// Whether a scheme is one of the web's, in small letters as nearly all are.
private func isWeb(_ scheme: Substring.UTF8View) -> Bool {
  scheme.elementsEqual("https".utf8) || scheme.elementsEqual("http".utf8)
}

/// Whether a number has the form of a CELEX number: sector, year, type of document in letters, number, and for some a
/// suffix, as in `32016R1624`, `52015PC0671`, `62015CJ0601` or `02016R0399-20190611`. In sector 1, the treaties, the
/// article or the part stands for the number, as in `12012E078` and `12012P/TXT`.
/// Source: EUR-Lex, "How CELEX numbers are composed".
func isCELEX(_ number: String) -> Bool {
  var scanner = IdentifierScanner(number)
  let isTreaty = number.utf8.first == UInt8(ascii: "1")
  guard scanner.take(1...1, where: { isDigit($0) || $0 == UInt8(ascii: "C") || $0 == UInt8(ascii: "E") }) != nil,
    let year = scanner.number(4...4), (1940...2099).contains(year),
    scanner.take(1...2, where: isCapital) != nil,
    isTreaty ? scanner.skipPartOfTreaty() : scanner.number(4...4) != nil
  else { return false }
  let corrigendum = scanner
  let isCorrigendum = scanner.skip("R") && scanner.skip("(") || scanner.skip("(")
  if !(isCorrigendum && scanner.number(2...2) != nil && scanner.skip(")")) { scanner = corrigendum }
  if scanner.skip("-"), scanner.number(8...8) == nil { return false }
  return scanner.isAtEnd
}

/// Whether a number is meant to be the number of a case before the Court of Justice or the General Court.
func isCaseNumberMeant(_ number: String) -> Bool {
  var scanner = IdentifierScanner(number)
  guard scanner.take(1...1, where: isCourt) != nil else { return false }
  var joints = 0
  while joints < 3, [" ", "-", "‑", "–", "/"].contains(where: { scanner.skip($0) }) { joints += 1 }
  guard joints > 0, scanner.number(1...9) != nil, scanner.skip("/") || scanner.skip("-") else { return false }
  return scanner.number(2...9) != nil
}

/// What the Court adds to the numbers of cases of other sorts, such as urgent ones (PPU), appeals (P), interim measures
/// (R), costs (DEP) and rectifications (REC). A longer one stands before those with which it begins.
private let caseSuffixes = [
  " PPU", " P-RENV", " P-DEP", " P-REC", " P-REV", " P-INTP", " P-OST", " P-SA", " P-R", " P(R)", " P(I)", " P",
  " RX-II", " RX", " RENV", " REC", " REV", " R-DEP", " R II", " R", " DEP", " INTP", " INT", " OST", " OP", " SA",
  " TO", " AJ",
]

/// Whether a number has the form of case numbers of the Court of Justice: `C-601/15 PPU`, joined ones as in
/// `C-443/14 and C-444/14`. Source: the Court's own way of citing its cases.
func isCaseNumber(_ number: String) -> Bool {
  var scanner = IdentifierScanner(number)
  repeat {
    guard scanner.take(1...1, where: isCourt) != nil, scanner.skip("-") || scanner.skip("‑"),
      scanner.number(1...4) != nil, scanner.skip("/"), scanner.number(2...2) != nil
    else { return false }
    _ = caseSuffixes.contains { scanner.skip($0) }
    if scanner.isAtEnd { return true }
  } while [", ", " and ", " to "].contains { scanner.skip($0) }
  return false
}

private func isCourt(_ byte: UInt8) -> Bool { "CTF".utf8.contains(byte) }

/// Goes through an identifier from its beginning.
private struct IdentifierScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  /// Goes past a given text, if it comes next.
  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// Takes the bytes of a sort that come next, so many at most; `nil` when they are too few.
  mutating func take(_ count: ClosedRange<Int>, where isWanted: (UInt8) -> Bool) -> Substring? {
    let taken = rest.prefix(count.upperBound).prefix(while: isWanted)
    guard taken.count >= count.lowerBound else { return nil }
    rest = rest.dropFirst(taken.count)
    return Substring(taken)
  }

  /// Goes past an article of a treaty in three digits, or past its parts, as in `/TXT` and `/PRO/22`.
  mutating func skipPartOfTreaty() -> Bool {
    if number(3...3) != nil { return true }
    guard skip("/"), take(3...3, where: isCapital) != nil else { return false }
    while skip("/") {
      guard take(1...3, where: { isCapital($0) || isDigit($0) }) != nil else { return false }
    }
    return true
  }

  /// Takes a number of so many digits at most.
  mutating func number(_ count: ClosedRange<Int>) -> Int? { take(count, where: isDigit).flatMap { Int($0) } }
}

/// Whether a tag has the form of BCP 47 as far as this vocabulary needs it: a language of two or three letters, then
/// subtags, as in `de`, `sr-Latn` or `pt-BR`.
func isLanguageTag(_ tag: String) -> Bool {
  // Nearly all are a language alone.
  if (2...3).contains(tag.utf8.count), tag.utf8.allSatisfy({ isSmall($0) }) { return true }
  let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
  guard let language = parts.first, (2...3).contains(language.utf8.count) else { return false }
  guard language.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) }) else { return false }
  return parts.dropFirst().allSatisfy { part in
    (2...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
