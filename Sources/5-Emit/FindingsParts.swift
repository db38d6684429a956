import Model
import Text

/// The parts of a page about findings in one file, for a page that shows other things beside them.
public struct FindingsParts: Sendable {
  /// What the check comes to, with the file's name: a title for the page.
  public var title: String
  /// What the check comes to, in a few words.
  public var verdict: String
  /// The head of the page as HTML: what the check comes to, and what was checked.
  public var head: [UInt8]
  /// The findings as HTML, each with a link to its line (`#line-9`); empty where there is none.
  public var findings: [UInt8]
  /// The findings in that order.
  public var diagnostics: [Diagnostic]
  /// How the entries will read in the HTML edition, as HTML; empty for a file that is no submission.
  public var preview: [UInt8]
  /// How they will read in the text edition, as plain text; empty where there is none to show.
  public var textPreview: [UInt8]

  /// The id of a finding, by its place from 0.
  public static func anchor(ofFinding place: Int) -> String { "finding-1-\(place + 1)" }

  /// The id that the listing gives a line, to which findings lead.
  public static func anchor(ofLine line: Int) -> String { "line-\(line)" }
}

/// Writes the parts of pages about findings, with a template of entries that is read but once.
public struct FindingsPartsWriter: Sendable {
  private let entry: Template<EntryView.Slot>

  /// A writer with the executable's own template.
  public init() { entry = Templates.own().entry }

  /// The parts for a report on one file.
  ///
  /// - Parameter report: The file with its findings, and how it will read.
  public func parts(of report: FindingsReport) -> FindingsParts {
    let page = FindingsPage(report)
    return FindingsParts(
      title: page.title, verdict: page.verdict.words, head: written { $0.verdict(of: page) },
      findings: written { writer in
        for file in page.concerned {
          for (place, diagnostic) in file.diagnostics.enumerated() {
            writer.finding(
              diagnostic, anchor: file.anchor(ofFinding: place), rule: page.rules[diagnostic.rule], leadsToLine: true)
          }
        }
      },
      diagnostics: page.files.first?.diagnostics ?? [],
      preview: report.previews.isEmpty ? [] : written { $0.previews(of: page, entry) },
      textPreview: report.previews.first?.issue.map(textPreview) ?? [])
  }

  private func written(_ write: (inout HTMLWriter) -> Void) -> [UInt8] {
    var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 14)
    write(&writer)
    return writer.out.bytes
  }
}

/// The styles that pages about findings have, in the order in which they stand there.
public var findingsStyle: String { Embedded.pageCSS + Embedded.entryCSS + Embedded.findingsCSS }

/// How the entries of an issue read in the text edition: its sections without all that stands around them.
func textPreview(of issue: CompiledIssue) -> [UInt8] {
  var shown = issue
  for section in shown.sections.indices {
    for group in shown.sections[section].groups.indices {
      for entry in shown.sections[section].groups[group].entries.indices {
        // The numbers are not known before the issue is put together.
        shown.sections[section].groups[group].entries[entry].number = ""
      }
    }
  }
  guard !shown.entries.isEmpty else { return [] }
  var writer = TextWriter(shown)
  for section in shown.sections where !section.groups.isEmpty { writer.chapter(section, isDraft: issue.isDraft) }
  writer.end()
  return writer.out.bytes
}
