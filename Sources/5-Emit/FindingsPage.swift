import Model

/// The findings as a page that stands alone and can be sent to a colleague: the verdict, the findings by rule, file by
/// file with meaning and remedy, and how the submissions will read in the bulletin.
public func findingsPage(_ report: FindingsReport) -> [UInt8] {
  let page = FindingsPage(report)
  var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 16)
  let style = Embedded.pageCSS + Embedded.entryCSS + Embedded.findingsCSS
  writer.openDocument(title: page.title, style: style)
  writer.verdict(of: page)
  writer.markup("<main id=\"page-main\">\n")
  if !page.tallies.isEmpty { writer.summary(of: page) }
  for file in page.concerned { writer.findings(in: file, of: page) }
  if !report.previews.isEmpty { writer.previews(of: page) }
  writer.markup("</main>\n<footer>\n")
  writer.element("<p class=\"remark\">Checked with bulletin ", report.version, ". To check again: ")
  writer.markup("<code>bulletin validate --format html PATH</code>.</p>\n</footer>\n")
  writer.closeDocument()
  return writer.out.bytes
}

/// What a page of findings says, worked out of a report.
struct FindingsPage {
  let report: FindingsReport
  let tallies: [RuleTally]
  let files: [File]
  let rules: [String: Rule]

  /// A file with the name that people know it by and its findings in order.
  struct File {
    /// Its place in the report, from 1.
    let number: Int
    /// Its path from the folder that all files share.
    let name: String
    let diagnostics: [Diagnostic]
    let counts: String?

    /// The id of its section.
    var anchor: String { "file-\(number)" }

    /// The id of a finding in it, by its place from 0.
    func anchor(ofFinding place: Int) -> String { "finding-\(number)-\(place + 1)" }
  }

  init(_ report: FindingsReport) {
    self.report = report
    tallies = report.files.tallies
    let names = PathNames(report.files.map(\.path))
    files = report.files.enumerated().map { index, file in
      File(
        number: index + 1, name: names[file.path], diagnostics: file.orderedDiagnostics,
        counts: [file].countInWords)
    }
    let broken = Set(tallies.map(\.rule))
    var rules: [String: Rule] = [:]
    for place in report.rules.indices where broken.contains(report.rules[place].id) {
      rules[report.rules[place].id] = report.rules[place]
    }
    self.rules = rules
  }

  /// The files in which something was found.
  var concerned: [File] { files.filter { !$0.diagnostics.isEmpty } }

  /// The files in which nothing was found.
  var clean: [File] { files.filter(\.diagnostics.isEmpty) }

  /// What the findings of a rule say: the one there is by its own sentence, several by that of the rule.
  func words(of tally: RuleTally) -> String {
    let own = tally.count == 1 ? report.files.lazy.flatMap(\.diagnostics).first { $0.rule == tally.rule } : nil
    return own?.message ?? rules[tally.rule]?.plainMessage ?? tally.rule
  }

  /// The preview of the only file, where there is but one.
  var onlyPreview: SubmissionPreview? { report.files.count == 1 ? report.previews.first : nil }

  /// The title of the page, by which people find it among others.
  var title: String {
    let names = files.count == 1 ? files[0].name : counted(files.count, "file")
    return "\(verdict.words): \(names)"
  }
}

/// The names of files without the folders that all of them share: where somebody keeps files is nobody else's concern.
struct PathNames {
  private let shared: Int

  init(_ paths: [String]) {
    var common = paths.first.map { PathNames.folders(of: $0) } ?? []
    for path in paths.dropFirst() {
      let folders = PathNames.folders(of: path)
      common = zip(common, folders).prefix { $0 == $1 }.map(\.0)
    }
    shared = common.reduce(0) { $0 + $1.utf8.count + 1 }
  }

  private static func folders(of path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  }

  subscript(path: String) -> String {
    path == "-" ? "standard input" : String(decoding: path.utf8.dropFirst(shared), as: UTF8.self)
  }
}
