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
    if name.isEmpty { return false }
    var from = 0
    while let start = position(of: name, in: text, from: from) {
      let bytes = text.utf8
      let place = bytes.index(bytes.startIndex, offsetBy: start)
      let before = text[..<place].last
      let after = text[bytes.index(place, offsetBy: name.utf8.count)...].first
      if before?.isLetter != true, after?.isLetter != true { return true }
      from = start + 1
    }
    return false
  }

  /// Where bytes stand in a text, by its bytes from 0.
  private func position(of sought: String, in text: String, from start: Int) -> Int? {
    var sought = sought
    var text = text
    return sought.withUTF8 { sought in
      text.withUTF8 { text in
        let last = text.count - sought.count
        var place = start
        while place <= last {
          if text[place] == sought[0], text[place..<place + sought.count].elementsEqual(sought) { return place }
          place += 1
        }
        return nil
      }
    }
  }
}
