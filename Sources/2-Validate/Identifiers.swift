/// What a link is like.
enum LinkState: Equatable {
  case good, malformed
  case otherScheme(String)
}

/// Whether a link is one that a reader may follow: `http` or `https`, a host, and no blank in it.
func linkState(_ link: String) -> LinkState {
  guard let colon = link.firstIndex(of: ":") else { return .malformed }
  let scheme = link[..<colon].lowercased()
  let isScheme = scheme.first?.isLetter ?? false
  guard scheme == "http" || scheme == "https" else { return isScheme ? .otherScheme(scheme) : .malformed }
  let rest = link[link.index(after: colon)...]
  guard rest.hasPrefix("//") else { return .malformed }
  let host = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  let isClean = link.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "<" && $0 != ">" && $0 != "\"" }
  return host.isEmpty || host.hasPrefix(".") || !isClean ? .malformed : .good
}

/// Whether a number has the form of a CELEX number: sector, year, type of document in letters, number, and for some a
/// suffix, as in `32016R1624`, `52015PC0671`, `62015CJ0601` or `02016R0399-20190611`.
/// Source: EUR-Lex, "How CELEX numbers are composed".
func isCELEX(_ number: String) -> Bool {
  number.wholeMatch(of: /[0-9CE](19[4-9][0-9]|20[0-9]{2})[A-Z]{1,2}[0-9]{4}(R?\([0-9]{2}\))?(-[0-9]{8})?/) != nil
}

/// Whether a number is meant to be the number of a case before the Court of Justice or the General Court.
func isCaseNumberMeant(_ number: String) -> Bool {
  number.prefixMatch(of: /[CTF][ \-‑–\/]{1,3}[0-9]+[\/\-][0-9]{2}/) != nil
}

/// Whether a number has the form of case numbers of the Court of Justice: `C-601/15 PPU`, joined ones as in
/// `C-443/14 and C-444/14`. Source: the Court's own way of citing its cases.
func isCaseNumber(_ number: String) -> Bool {
  number.wholeMatch(
    of:
      /[CTF][-‑][0-9]{1,4}\/[0-9]{2}( (PPU|P|RX|REV))?((, | and |, and | to )[CTF][-‑][0-9]{1,4}\/[0-9]{2}( (PPU|P|RX|REV))?)*/
  ) != nil
}

/// Whether a tag has the form of BCP 47 as far as this vocabulary needs it: a language of two or three letters, then
/// subtags, as in `de`, `sr-Latn` or `pt-BR`.
func isLanguageTag(_ tag: String) -> Bool {
  let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
  guard let language = parts.first, (2...3).contains(language.utf8.count) else { return false }
  guard language.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) }) else { return false }
  return parts.dropFirst().allSatisfy { part in
    (2...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
