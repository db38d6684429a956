/// What EU texts note at a name, such as that of Kosovo.
public struct NameNote: Hashable, Sendable {
  /// The name as the issue has it.
  public var name: String
  /// The note's words.
  public var words: String

  /// A note at a name.
  public init(name: String, words: String) {
    self.name = name
    self.words = words
  }

  /// Whether a text needs the note: it has the name as a word of its own.
  public func isDue(in text: String) -> Bool {
    let sought = Array(name.utf8)
    guard let first = sought.first else { return false }
    let bytes = text.utf8
    var place = bytes.startIndex
    while let start = bytes[place...].firstIndex(of: first) {
      if bytes[start...].starts(with: sought) {
        let end = bytes.index(start, offsetBy: sought.count)
        let before = text[..<start].last
        let after = text[end...].first
        if before?.isLetter != true, after?.isLetter != true { return true }
      }
      place = bytes.index(after: start)
    }
    return false
  }
}
