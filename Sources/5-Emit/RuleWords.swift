import Model

extension Rule {
  /// What it says when it is broken, with dots where a finding has its values.
  var plainMessage: String { Rule.plain(message) }

  /// Why there is such a rule, with dots where a finding has its values.
  var plainWhy: String { Rule.plain(why) }

  /// How to mend what breaks it, with dots where a finding has its values.
  var plainHelp: String { Rule.plain(help) }

  /// Whether it has an example. One of its pieces may be empty: an empty file, for one.
  var hasExample: Bool { !example.part.isEmpty }

  /// A sentence of the table without its names in braces. What suggests something is a sentence of its own, which is
  /// not said where there is nothing to suggest.
  private static func plain(_ sentence: String) -> String {
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      if rest[open...close] != "{suggestion}" { result += "…" }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Rule.Piece {
  /// The piece as people see it; an empty one says that it is.
  var shown: String { text.isEmpty ? "(nothing)" : text }
}

/// The words around a rule's parts that each form of it has.
enum RuleLabel {
  static let message = "What it says"
  static let why = "Why it matters"
  static let help = "How to mend it"
  static let wrong = "This breaks it"
  static let right = "This meets it"

  /// The rules of a severity, as a heading.
  static func group(_ severity: Severity) -> String {
    switch severity {
    case .error: "Errors, which must be mended before a submission can be published"
    case .warning: "Warnings, which an editor will ask about"
    case .note: "Notes, which are advice"
    }
  }
}
