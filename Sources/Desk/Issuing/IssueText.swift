import Model
import Text
import XML

/// The editors' file as text, in which decisions and the special note are put in, changed and taken out. All else stays
/// as it is, byte for byte: comments, white space, what the desk does not know.
public struct IssueText: Sendable {
  /// The text, in UTF-8.
  public private(set) var bytes: [UInt8]

  /// The text of a file; `nil` when it cannot be read as a whole, or is no issue's.
  ///
  /// - Parameter file: The file, in any encoding that libxml2 knows.
  public init?(_ file: [UInt8]) {
    let reading = XMLReader.read(file)
    guard reading.problems.isEmpty, reading.document.root?.name == "issue" else { return nil }
    bytes = declaringUTF8(reading.source)
  }

  /// Puts a decision in the place of one of the same kind on the same entry, or behind all others.
  public mutating func set(_ decision: Decision) {
    let former = elements(like: decision)
    let text = markup(of: decision)
    if let place = former.first {
      for element in former.dropFirst().reversed() { remove(element) }
      bytes.replaceSubrange(place.place..<place.end, with: text)
      return
    }
    guard let root else { return }
    if let decisions = root.child("decisions") {
      let last = decisions.children.reduce(nil as XMLElement?) { $1 }
      let place = last?.end ?? decisions.end
      bytes.insert(contentsOf: indentation(of: last?.place ?? decisions.place) + text, at: place)
    } else if let colophon = root.child("colophon") {
      let outer = indentation(of: colophon.place)
      let inner = outer + Array("  ".utf8)
      bytes.insert(
        contentsOf: tag("decisions") + inner + text + outer + tag("/decisions") + outer, at: colophon.place)
    }
  }

  /// Takes a decision out; `false` when it is not there.
  public mutating func remove(_ decision: Decision) -> Bool {
    let former = elements(like: decision)
    for element in former.reversed() { remove(element) }
    removeEmptyDecisions()
    return !former.isEmpty
  }

  /// Sets the special note, or takes it out where it is empty.
  ///
  /// - Parameters:
  ///   - headline: The headline.
  ///   - body: The paragraphs, with an empty line between two; marks of the text are written as in the file.
  public mutating func setSpecialNote(headline: String, body: String) {
    let written = body.replacing("\r\n", with: "\n").split(separator: "\n\n").map {
      foldedString(Array($0.utf8)[...])
    }
    .filter { !$0.isEmpty }
    let headline = cleaned(headline)
    let former = root?.child("special-note")
    guard !headline.isEmpty || !written.isEmpty else {
      if let former { remove(former) }
      return
    }
    guard let neighbour = former ?? root?.child("about") else { return }
    let outer = indentation(of: neighbour.place)
    let inner = outer + Array("  ".utf8)
    var note = tag("special-note") + inner + tag("headline") + escaped(headline) + tag("/headline")
    for comment in former.map(commentsBetweenParts) ?? [] { note += inner + comment }
    let known = former.map(paragraphs) ?? []
    for paragraph in written {
      // One that was kept as it was shown stands in the file as it did.
      let source = known.first { $0.shown == paragraph }?.source ?? MarkedParagraph(shown: paragraph).source
      note += inner + tag("p") + source.utf8 + tag("/p")
    }
    note += outer + tag("/special-note")
    if let former {
      bytes.replaceSubrange(former.place..<former.end, with: note)
    } else {
      bytes.insert(contentsOf: outer + note, at: neighbour.end)
    }
  }

  /// The special note as a form shows it: the headline in words, the paragraphs as they stand in the file.
  public var specialNote: (headline: String, body: String)? {
    guard let note = root?.child("special-note") else { return nil }
    return (note.child("headline")?.text ?? "", paragraphs(of: note).map(\.shown).joined(separator: "\n\n"))
  }

  /// The paragraphs of a note.
  private func paragraphs(of note: XMLElement) -> [MarkedParagraph] {
    note.children("p").map { MarkedParagraph(source: foldedString(bytes[contents(of: $0)])) }
  }

  /// The comments that stand between the parts of an element, not in them.
  private func commentsBetweenParts(of element: XMLElement) -> [[UInt8]] {
    var position = contents(of: element).lowerBound
    var comments: [[UInt8]] = []
    for (start, end) in element.children.map({ ($0.place, $0.end) }) + [(element.end, element.end)] {
      var gap = bytes[position..<start]
      while let opening = gap.firstRange(of: "<!--".utf8),
        let closing = gap[opening.upperBound...].firstRange(of: "-->".utf8)
      {
        comments.append(Array(gap[opening.lowerBound..<closing.upperBound]))
        gap = gap[closing.upperBound...]
      }
      position = end
    }
    return comments
  }

  private var root: XMLElement? { XMLReader.read(bytes).document.root }

  /// The prefix of names, with its colon, where the file has one for the namespace.
  private var prefix: String {
    guard let root else { return "" }
    let name = String(decoding: bytes[(root.place + 1)...].prefix { !isBlank($0) && $0 != 0x3E }, as: UTF8.self)
    return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
  }

  private func tag(_ name: String) -> [UInt8] {
    let name = name.hasPrefix("/") ? "/\(prefix)\(name.dropFirst())" : prefix + name
    return Array("<\(name)>".utf8)
  }

  /// The decisions of the kind of one, on the same entry.
  private func elements(like decision: Decision) -> [XMLElement] {
    guard let decisions = root?.child("decisions") else { return [] }
    return decisions.children(decision.action.name).filter {
      $0["country"] == decision.country.rawValue && $0["id"] == decision.ids.first
    }
  }

  private func markup(of decision: Decision) -> [UInt8] {
    var attributes = [("country", decision.country.rawValue)]
    if let id = decision.ids.first { attributes.append(("id", id)) }
    if let (name, value) = decision.action.value { attributes.append((name, value)) }
    let start = attributes.reduce(Array("<\(prefix)\(decision.action.name)".utf8)) {
      $0 + Array(" \($1.0)=\"".utf8) + escaped($1.1) + Array("\"".utf8)
    }
    return start + Array(">".utf8) + escaped(cleaned(decision.reason)) + tag("/\(decision.action.name)")
  }

  /// The line break and the blanks before a place; a line break alone where something else stands before it.
  private func indentation(of place: Int) -> [UInt8] {
    let start = bytes[..<place].lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
    guard start > 0, bytes[start - 1] == 0x0A else { return [0x0A] }
    let lineEnd: [UInt8] = start > 1 && bytes[start - 2] == 0x0D ? [0x0D, 0x0A] : [0x0A]
    return lineEnd + bytes[start..<place]
  }

  /// Takes an element out, with the white space before it.
  private mutating func remove(_ element: XMLElement) {
    let start = bytes[..<element.place].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? element.place
    bytes.removeSubrange(start..<element.end)
  }

  /// Decisions without any are none; comments in them stay where they were.
  private mutating func removeEmptyDecisions() {
    guard let decisions = root?.child("decisions"), decisions.children.first(where: { _ in true }) == nil else {
      return
    }
    let inner = Array(bytes[contents(of: decisions)])
    if inner.allSatisfy(isBlank) {
      remove(decisions)
    } else {
      bytes.replaceSubrange(decisions.place..<decisions.end, with: inner)
    }
  }

  /// What stands between the tags of an element.
  private func contents(of element: XMLElement) -> Range<Int> {
    var quote: UInt8?
    var position = element.place
    while position < element.end {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        break
      }
      position += 1
    }
    let start = min(position + 1, element.end)
    if bytes[position - 1] == 0x2F { return start..<start }
    let end = bytes[..<element.end].lastIndex(of: 0x3C) ?? element.end
    return start..<max(start, end)
  }

  /// Words on one line, without what XML does not allow.
  private func cleaned(_ words: String) -> String {
    let allowed = words.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    return foldedString(Array(String(String.UnicodeScalarView(allowed)).utf8)[...])
  }
}

extension Decision.Action {
  /// The name of its element.
  var name: String {
    switch self {
    case .setTheme: "set-theme"
    case .leaveOut: "leave-out"
    case .merge: "merge"
    case .place: "place"
    }
  }

  /// The attribute that says what was decided, beside country and id.
  var value: (name: String, value: String)? {
    switch self {
    case .setTheme(_, let theme): ("theme", theme.rawValue)
    case .leaveOut: nil
    case .merge(_, let into): ("into", into)
    case .place(_, let before): ("before", before)
    }
  }
}
