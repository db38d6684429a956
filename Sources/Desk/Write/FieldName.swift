/// The names that fields have in the form and, as ids, in its page: `d2-stage1-date`.
enum FieldName {
  /// A development, by its place from 0.
  static func development(_ place: Int) -> String { "d\(place + 1)" }

  /// A part among several of its sort, by its place from 0.
  static func item(_ owner: String, _ sort: String, _ place: Int) -> String { "\(owner)-\(sort)\(place + 1)" }

  /// A field of a part; an empty end names the part itself.
  static func field(_ owner: String, _ end: String) -> String { end.isEmpty ? owner : "\(owner)-\(end)" }

  /// What is kept of a part.
  static func kept(_ owner: String, _ part: String) -> String { field(owner, "kept-\(part)") }
}

/// Where a part of the form stands: a development and, in it, a part among several of its sort (`d2-act1-title3`).
struct ItemPath {
  /// The development's place, from 0.
  var development: Int
  /// The sorts with places from 0, from the outermost; a sort without a place stands for all of them.
  var steps: [(sort: String, place: Int?)]

  /// Reads a path; `nil` for anything else.
  init?(_ text: String) {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.step)[...]
    guard let first = parts.popFirst(), let first, first.sort == "d", let development = first.place else { return nil }
    self.development = development
    steps = []
    for part in parts {
      guard let part else { return nil }
      steps.append(part)
    }
  }

  private static func step(_ text: Substring) -> (sort: String, place: Int?)? {
    let sort = text.prefix { ("a"..."z").contains($0) }
    let digits = text[sort.endIndex...]
    guard !sort.isEmpty else { return nil }
    if digits.isEmpty { return (String(sort), nil) }
    guard digits.utf8.count <= 4, let number = Int(digits), number > 0 else { return nil }
    return (String(sort), number - 1)
  }
}
