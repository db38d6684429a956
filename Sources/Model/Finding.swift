/// How grave a finding is.
public enum Severity: String, CaseIterable, Sendable, Comparable {
  case error, warning, note

  /// The graver is the lesser, so that errors sort first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// What in a file a finding points at. An offset counts the bytes of the file's text in UTF-8 from its start.
public enum Anchor: Hashable, Sendable {
  /// The file as a whole.
  case file
  /// The very byte at an offset.
  case offset(Int)
  /// The bytes from one offset up to another.
  case range(Int, Int)
  /// The element whose start tag begins at an offset.
  case element(Int)
  /// An attribute's value in the start tag that begins at an offset.
  case attribute(String, Int)
  /// An attribute's name in the start tag that begins at an offset.
  case attributeName(String, Int)
  /// The content of the element whose start tag begins at an offset.
  case content(Int)
}

/// A rule that a file breaks, at a place, with the values that its sentence needs.
///
/// Stages make findings; the table of rules turns them into diagnostics, which are for people.
public struct Finding: Hashable, Sendable {
  /// The stable id of the rule, such as `theme-unknown`.
  public var rule: String
  /// What it points at.
  public var anchor: Anchor
  /// The values for the rule's sentence, by the names that stand in braces there.
  public var values: [String: String]

  /// A finding of a rule at a place.
  public init(_ rule: String, at anchor: Anchor, _ values: [String: String] = [:]) {
    self.rule = rule
    self.anchor = anchor
    self.values = values
  }
}

/// A finding as people read it: what is wrong, where, why that matters, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  /// The stable id of the rule.
  public var rule: String
  /// How grave it is.
  public var severity: Severity
  /// The line, from 1; `nil` where a finding concerns a whole file or folder.
  public var line: Int?
  /// The column in characters, from 1; `nil` where the line is.
  public var column: Int?
  /// How many characters from that column on it is about, at least 1; all of them stand in the line.
  public var length = 1
  /// What is wrong, in one sentence or two.
  public var message: String
  /// Why there is such a rule.
  public var why: String
  /// How to mend it.
  public var help: String
  /// The line of the file that it is about; of a very long line a part.
  public var excerpt: String?
  /// How many characters of the line come before the excerpt.
  public var excerptStart = 0
  /// What was found beyond it but only follows from it, in the order of the file.
  public var folded: [Diagnostic] = []

  /// A diagnostic of the given parts.
  public init(
    rule: String, severity: Severity, line: Int? = nil, column: Int? = nil, message: String, why: String = "",
    help: String, excerpt: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.line = line
    self.column = column
    self.message = message
    self.why = why
    self.help = help
    self.excerpt = excerpt
  }
}
