/// A rule that input files are checked by, with its words for people.
public struct Rule: Hashable, Sendable {
  /// Its stable id, such as `country-unknown`.
  public var id: String
  /// How grave it is to break it.
  public var severity: Severity
  /// What is wrong, with names in braces for the values of the case.
  public var message: String
  /// Why there is such a rule.
  public var why: String
  /// How to mend it, with names in braces as in the message.
  public var help: String
  /// A piece of a file that breaks it, and the same piece mended.
  public var example: Example
  /// Whether it is mostly one mistake when a file breaks it several times, as when a word processor has changed all
  /// quotation marks: the first is shown then, the others beneath it.
  public var foldsRepeats: Bool

  /// A rule of the given parts.
  public init(
    id: String, severity: Severity, message: String, why: String, help: String, example: Example,
    foldsRepeats: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.why = why
    self.help = help
    self.example = example
    self.foldsRepeats = foldsRepeats
  }

  /// A piece of a file that breaks a rule, and the same piece mended.
  public struct Example: Hashable, Sendable {
    /// Which part of a model file the pieces take the place of, such as `headline`; `file` for the whole of it.
    public var part: String
    /// The piece that breaks the rule, line breaks kept.
    public var wrong: Piece
    /// The piece that meets it, line breaks kept.
    public var right: Piece

    /// An example of the given parts.
    public init(part: String, wrong: Piece, right: Piece) {
      self.part = part
      self.wrong = wrong
      self.right = right
    }
  }

  /// A piece of a file in an example.
  public struct Piece: Hashable, Sendable {
    /// The piece as its file has it, which need not be well-formed UTF-8.
    public var bytes: [UInt8]
    /// The piece as people see it: what is no character, or shows as none, stands as its number.
    public var text: String

    /// A piece by its bytes and by what people see of it.
    public init(bytes: [UInt8], text: String) {
      self.bytes = bytes
      self.text = text
    }
  }
}
