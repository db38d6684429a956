import Compile
import Files
import Model
import Reference

/// An issue made anew from its inputs, with what a record of it would say.
struct Regeneration {
  var issue: CompiledIssue
  var editions: [OutputFile]
  var digests: PublishedRecord.Digests
  var outline: IssueOutline
  /// The decided theme of each development, by country and id.
  var themes: [String: String]
  /// The themes that the inputs give now, for those that they give one.
  var givenThemes: [String: String]
  var reference: [String: String]
  var files: [CheckedFile]

  /// An issue made anew by a job.
  ///
  /// - Parameter correction: What is to stand in it beside what is on record: a correction, and what it withdraws.
  init(_ draft: Compilation.Draft, by job: Compilation, correction: (Correction, since: PublishedRecord)? = nil) {
    var issue = draft.compiled
    if let (given, record) = correction {
      var correction = given
      let now = IssueOutline(of: issue)
      correction.entries = now.entries(changedSince: record.outline)
      issue.corrections = record.corrections + [correction]
      issue.withdrawn = withdrawals(now, since: record, on: correction.date)
    }
    let editions = job.editions(of: issue, for: draft.issue).filter { $0.name != "bulletin.eml" }
    self.issue = issue
    self.editions = editions
    digests = PublishedRecord.Digests(
      content: digest(canonicalForm(of: issue)),
      editions: editions.reduce(into: [:]) { $0[$1.name] = digest($1.bytes) }, templates: job.templatesVersion)
    outline = IssueOutline(of: issue)
    themes = [:]
    givenThemes = [:]
    for (reference, decision) in draft.themes {
      let name = "\(reference.country.rawValue)/\(reference.id)"
      themes[name] = decision.theme.rawValue
      let editors = draft.issue.theme(of: reference.id, country: reference.country)?.0
      givenThemes[name] = (editors ?? decision.declared)?.rawValue
    }
    let data = job.workshop.reference
    reference = (data.versions.map { ($0.file, $0.version) } + [(.glossary, job.workshop.glossary.version)])
      .filter { pinnedReferenceFiles.contains($0.0) }.reduce(into: [:]) { $0[$1.0.rawValue] = $1.1 }
    files = draft.checked.files
  }

  /// The record of this state.
  var record: PublishedRecord {
    PublishedRecord(
      edition: issue.edition, period: issue.period, reference: reference, themes: themes, digests: digests,
      withdrawn: issue.withdrawn, outline: outline)
  }
}

/// The entries that were published and are no longer in an issue, those withdrawn before among them.
private func withdrawals(_ now: IssueOutline, since record: PublishedRecord, on date: Day) -> [Withdrawal] {
  let there = Set(now.entries.map(\.anchor))
  let before = record.withdrawn.filter { !there.contains($0.anchor) }
  let gone = record.outline.entries.filter { !there.contains($0.anchor) }
  return before
    + gone.map { entry in
      Withdrawal(anchor: entry.anchor, headline: entry.headline, date: date, theme: ThemeCode(entry.theme))
    }
}

extension IssueOutline {
  /// The places in pages of the entries that are new or say something else than in an earlier outline.
  fileprivate func entries(changedSince earlier: IssueOutline) -> [String] {
    let before = Dictionary(earlier.entries.map { ($0.anchor, $0.digest) }, uniquingKeysWith: { first, _ in first })
    return entries.filter { before[$0.anchor] != $0.digest }.map(\.anchor)
  }
}

/// What a regeneration shows of a published issue, in the reader's terms.
struct Comparison: Sendable {
  /// Sentences on what readers would read otherwise.
  var content: [String]
  /// Sentences on what would look otherwise, though it says the same.
  var look: [String]

  /// Whether the issue comes out as it was published.
  var isSame: Bool { content.isEmpty && look.isEmpty }

  /// Compares what was made anew with what is on record.
  init(_ made: Regeneration, with record: PublishedRecord) {
    content = record.outline.differences(to: made.outline)
    for (name, theme) in record.themes.sorted(by: { $0.key < $1.key }) {
      guard let given = made.givenThemes[name], given != theme else { continue }
      let anchor = name.split(separator: "/").joined(separator: "-")
      content.append(
        "#\(anchor.prefix(2).lowercased())\(anchor.dropFirst(2)): the theme was “\(theme)”, and the inputs now say "
          + "“\(given)”; the issue keeps “\(theme)” until a correction is recorded.")
    }
    if content.isEmpty, made.digests.content != record.digests.content {
      content.append("The issue says something else, though no entry and no part of it differs by itself.")
    }
    look = []
    let changed = record.digests.editions.filter { made.digests.editions[$0.key] != $0.value }.map(\.key).sorted()
    guard content.isEmpty, !changed.isEmpty else { return }
    let cause =
      made.digests.templates == record.digests.templates
      ? "by another version of the program"
      : "by other templates (\(record.digests.templates) then, \(made.digests.templates) now)"
    look.append("Only the look changed, \(cause): \(changed.joined(separator: ", ")). The content is as published.")
  }
}
