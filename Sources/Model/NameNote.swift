import Text

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
    var (text, name) = (text, name)
    return text.withUTF8 { bytes in
      name.withUTF8 { name in
        var start = 0
        while let place = bytes.position(of: name, from: start) {
          let end = place + name.count
          if !isLetter(String(decoding: bytes[..<place], as: UTF8.self).last),
            !isLetter(String(decoding: bytes[end...], as: UTF8.self).first)
          {
            return true
          }
          start = place + 1
        }
        return false
      }
    }
  }

  private func isLetter(_ character: Character?) -> Bool { character?.isLetter == true }
}
