import Model
import Text

/// A table of texts whose themes are known, for measuring the classifier: lines of columns parted by tabs, the first
/// line naming them. `id`, `title`, `summary` (or `description`) and `themes` are read, others are passed over.
public struct LabelledTable: Sendable {
  /// One text with its right themes, the primary one first.
  public struct Row: Sendable {
    /// The id in the table.
    public var id: String
    /// The title, read as a headline.
    public var title: String
    /// The summary, read as a body.
    public var summary: String
    /// The right themes.
    public var themes: [ThemeCode]
  }

  /// What is wrong with a table.
  public struct Fault: Error, Sendable {
    /// One sentence for each mistake, with its line.
    public let sentences: [String]
  }

  /// The texts, in order.
  public let rows: [Row]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The table in UTF-8.
  ///   - isTheme: Whether a code is a theme's.
  /// - Throws: `Fault` with all that is wrong.
  public init(_ bytes: [UInt8], isTheme: (ThemeCode) -> Bool) throws(Fault) {
    // Spreadsheets put a byte order mark before what they write in UTF-8.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    // By scalars: to a string, the two that end a line on Windows are one character, and no line feed.
    let lines = String(decoding: text, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false).map { $0.last == "\r" ? $0.dropLast() : $0 }
    let header = LabelledTable.columns(lines.first ?? Substring.UnicodeScalarView())
    func column(_ names: String...) -> Int? { names.lazy.compactMap { header.firstIndex(of: $0) }.first }
    guard let id = column("id"), let title = column("title"), let summary = column("summary", "description"),
      let themes = column("themes")
    else {
      throw Fault(sentences: ["Line 1: the columns id, title, summary (or description) and themes must be named."])
    }
    var rows: [Row] = []
    var sentences: [String] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let values = LabelledTable.columns(line)
      guard values.count == header.count else {
        sentences.append(
          "Line \(number + 1): \(values.count) columns stand here, the first line names \(header.count).")
        continue
      }
      let codes = values[themes].split(separator: "|").map { ThemeCode(String($0)) }
      if codes.isEmpty { sentences.append("Line \(number + 1): no theme is given.") }
      for code in codes where !isTheme(code) {
        sentences.append("Line \(number + 1): “\(code.rawValue)” is not a theme.")
      }
      rows.append(
        Row(id: values[id], title: normalised(values[title]), summary: normalised(values[summary]), themes: codes))
    }
    if rows.isEmpty && sentences.isEmpty { sentences = ["The table has no rows."] }
    guard sentences.isEmpty else { throw Fault(sentences: sentences) }
    self.rows = rows
  }

  private static func columns(_ line: Substring.UnicodeScalarView) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
