import Model
import Reference

/// What is odd about a link that has the form of one: where it leads, or how it ends.
func linkAdvice(_ link: String, _ attribute: String, _ place: Int, by known: ProseWords) -> [Finding] {
  if let hidden = hiddenCharacterFinding(link, attribute, place, "a link", by: known) { return [hidden] }
  let here = Anchor.attribute(attribute, place)
  let authority = authority(of: link)
  if let sign = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
    return [Finding("link-local", at: here, ["found": link, "reason": "holds a user's name (\(authority[..<sign]))"])]
  }
  let host = host(of: authority)
  let bytes = Array(host.utf8)
  if ends(bytes, in: known.style.terms(.exampleHosts)) {
    return [Finding("link-example", at: here, ["found": link, "host": host])]
  }
  let isLocal =
    ends(bytes, in: known.style.terms(.localHosts)) || !bytes.contains(UInt8(ascii: ".")) || isPrivate(host)
  if isLocal {
    return [
      Finding("link-local", at: here, ["found": link, "reason": "leads to “\(host)”, which only one network knows"])
    ]
  }
  if let mark = strayEnd(of: link) { return [Finding("link-punctuation", at: here, ["found": link, "mark": mark])] }
  return []
}

private func authority(of link: String) -> Substring {
  let bytes = link.utf8
  guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return link[...] }
  let rest = bytes[colon...].dropFirst(3)
  let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
  return link[rest.startIndex..<end]
}

private func host(of authority: Substring) -> String {
  // An address of IPv6 stands in square brackets and is never a public page's.
  if authority.hasPrefix("[") { return String(authority.prefix { $0 != "]" }.dropFirst()) }
  return Substring(authority.utf8.prefix { $0 != UInt8(ascii: ":") }).lowercased()
}

/// Whether a host is one of those given or lies below one.
private func ends(_ host: [UInt8], in hosts: [Style.Term]) -> Bool {
  hosts.contains { term in
    let name = term.text.utf8
    guard host.count >= name.count, host[(host.count - name.count)...].elementsEqual(name) else { return false }
    return host.count == name.count || host[host.count - name.count - 1] == UInt8(ascii: ".")
  }
}

/// Whether a host is an address of a private network (RFC 1918), of the machine itself or of none (RFC 6890).
private func isPrivate(_ host: String) -> Bool {
  // Most hosts are names, which do not end in a digit.
  guard let last = host.utf8.last, isDigit(last) else { return false }
  let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
  guard parts.count == 4, let first = parts[0], let second = parts[1], parts.allSatisfy({ $0 != nil }) else {
    return false
  }
  return first == 10 || first == 127 || first == 0 || (first, second) == (192, 168) || (first, second) == (169, 254)
    || first == 172 && (16...31).contains(second)
}

/// A mark at the end that belongs to the sentence around a link.
private func strayEnd(of link: String) -> String? {
  guard let byte = link.utf8.last, ".,;)]".utf8.contains(byte), let last = link.last else { return nil }
  switch last {
  case ".", ",", ";": return String(last)
  case ")": return link.count { $0 == ")" } > link.count { $0 == "(" } ? ")" : nil
  case "]": return link.count { $0 == "]" } > link.count { $0 == "[" } ? "]" : nil
  default: return nil
  }
}
