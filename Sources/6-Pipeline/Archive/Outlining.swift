import Compile
import Model

extension IssueOutline {
  /// The outline of an issue.
  init(of issue: CompiledIssue) {
    entries = issue.sections.flatMap { section in
      section.groups.flatMap(\.entries).map { Entry($0, in: section) }
    }
    contactPoints = issue.contactPoints.map { $0.name + ($0.isObserver ? " (observer)" : "") }
    parts = canonicalParts(of: issue).reduce(into: [:]) { $0[$1.name] = digest($1.bytes) }
  }
}

extension IssueOutline.Entry {
  init(_ entry: Entry, in section: Section) {
    anchor = entry.anchor
    number = entry.number
    headline = entry.development.headline
    self.section = section.heading
    theme = entry.theme.rawValue
    kind = entry.kindLabel
    stages = entry.stages.map { "\($0.label) \($0.date.iso)" }
    digest = Pipeline.digest(canonicalForm(of: entry))
  }
}
