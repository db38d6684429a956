import Classify
import Compile
import Emit
import Files
import Ingest
import Model
import Reference
import Threads

/// The main job: compiles one issue from its folder and writes its editions.
public struct Compilation: Sendable {
  var workshop: Workshop
  let classifier: Classifier
  let manualVersion: String
  let templates: Templates
  /// A compiler of issues that goes by the reference data.
  let compiler: IssueCompiler
  let inputs: InputsFolder
  let output: String
  private(set) var letsDraftsIn: Bool
  private(set) var isStrict: Bool
  let writesMail: Bool
  /// What other issues of the same run have read of earlier ones.
  var earlier: EarlierDevelopments?
  /// What is on record of the issue, when it was published.
  var published: PublishedRecord?
  /// Whether themes that editors or submissions give now go before those on record: when a correction is recorded.
  var takesGivenThemes = false

  /// A job with its settings.
  ///
  /// - Parameters:
  ///   - workshop: What every job needs.
  ///   - inputs: The folder of the inputs.
  ///   - output: The folder of the outputs.
  ///   - letsDraftsIn: Whether drafts go in too; every page then says that it is a draft.
  ///   - isStrict: Whether warnings count as errors.
  ///   - writesMail: Whether the issue is written as a message too, both editions in one.
  /// - Throws: `JobError` when the lexicon cannot be used.
  public init(
    workshop: Workshop, inputs: InputsFolder, output: String, letsDraftsIn: Bool = false, isStrict: Bool = false,
    writesMail: Bool = false
  ) throws(JobError) {
    self.workshop = workshop
    self.inputs = inputs
    self.output = output
    self.letsDraftsIn = letsDraftsIn
    self.isStrict = isStrict
    self.writesMail = writesMail
    // Half of what a run needs is made ready beside the other half.
    let (classifying, templates) = inParallel(isAlone: workshop.isAlone) {
      Result { () throws(JobError) in
        let manual = try workshop.manual()
        return (version: manual.version, classifier: Classifier(lexicon: try workshop.lexicon(), manual: manual))
      }
    } _: {
      Result { () throws(JobError) in
        (
          templates: try Pipeline.templates(inInputs: inputs.path),
          compiler: workshop.compiler(glossary: workshop.glossary)
        )
      }
    }
    (self.templates, compiler) = try templates.get()
    (manualVersion, classifier) = try classifying.get()
  }

  /// The job for one issue: for a published one it goes by what is on record of it.
  ///
  /// - Throws: `JobError` when the record, reference data or templates cannot be used.
  public static func job(
    for period: Period, inputs: InputsFolder, output: String, letsDraftsIn: Bool = false, isStrict: Bool = false,
    writesMail: Bool = false
  ) throws(JobError) -> Compilation {
    let record: PublishedRecord?
    do { record = try PublishedRecord.read(inFolder: "\(inputs)/\(period.name)") } catch { throw JobError("\(error)") }
    var job = try Compilation(
      workshop: try Workshop(inputs: inputs, pinned: record?.pinned ?? [:]), inputs: inputs, output: output,
      letsDraftsIn: letsDraftsIn, isStrict: isStrict, writesMail: writesMail)
    job.published = record
    return job
  }

  /// The job, with the settings of another.
  func with(settingsOf other: Compilation) -> Compilation {
    var job = self
    job.letsDraftsIn = other.letsDraftsIn
    job.isStrict = other.isStrict
    return job
  }

  /// What came of the job.
  public struct Outcome: Sendable {
    /// The input files with their findings.
    public var files: [CheckedFile]
    /// The issue; `nil` when errors stopped the job, and then nothing was written.
    public var issue: CompiledIssue?
    /// The paths of the files that were written, in order.
    public var written: [String]
    /// What is on record of the input files, when the issue was compiled.
    var inputs: [FileRecord] = []
    /// What is on record of the files that were written.
    var outputs: [FileRecord] = []
  }

  /// Runs the stages for one period: ingest, validate, classify, compile, emit.
  ///
  /// - Throws: `JobError` when a file cannot be read or written; the outputs are then as they were.
  public func run(_ period: Period) throws(JobError) -> Outcome {
    do {
      return try stages(period)
    } catch {
      throw JobError("\(error)")
    }
  }

  /// What came of the stages up to the compiled issue, before anything is emitted.
  struct Draft: Sendable {
    var contents: IssueContents
    var checked: CheckedIssue
    var selection: Selection
    var themes: [DevelopmentReference: ThemeDecision]
    var issue: Issue
    var compiled: CompiledIssue
  }

  func stages(_ period: Period) throws(FileError) -> Outcome {
    switch try draft(period) {
    case .stopped(let checked): return Outcome(files: checked.files, issue: nil, written: [])
    case .compiled(let draft): return try emit(draft)
    }
  }

  /// How far the stages came.
  enum Progress {
    case stopped(CheckedIssue)
    case compiled(Draft)
  }

  /// Runs the stages up to the compiled issue.
  func draft(_ period: Period) throws(FileError) -> Progress {
    let prepared = try prepare(period, earlier: earlier ?? EarlierDevelopments(inputs: inputs))
    guard let issue = prepared.contents.issue?.content, let selection = prepared.selection,
      let compiled = prepared.compiled
    else { return .stopped(prepared.checked) }
    return .compiled(
      Draft(
        contents: prepared.contents, checked: prepared.checked, selection: selection, themes: prepared.themes,
        issue: issue, compiled: compiled))
  }

  private func emit(_ draft: Draft) throws(FileError) -> Outcome {
    let compiled = draft.compiled
    // The one that takes longest comes first, and what is made is digested where it was made.
    let forms: [@Sendable () -> [UInt8]] = [
      { textEdition(of: compiled) }, { htmlEdition(of: compiled, templates: templates) },
      { editorsReport(report(draft)) }, { canonicalForm(of: compiled) },
    ]
    let made = inParallel(forms.count, isAlone: workshop.isAlone) { number in
      let bytes = forms[number]()
      return (bytes: bytes, digest: digest(bytes))
    }
    let (text, html, editors, content) = (made[0], made[1], made[2], made[3])
    let outputs =
      editions(of: compiled, for: draft.issue, html: html.bytes, text: text.bytes)
      + [OutputFile(name: "report.html", bytes: editors.bytes)]
    let digests = [outputs[0].name: html.digest, outputs[1].name: text.digest, "report.html": editors.digest]
    let records = (inputs: draft.contents.files, outputs: outputs.map { FileRecord($0, digest: digests[$0.name]) })
    let manifest = OutputFile(
      name: "manifest.json",
      bytes: Manifest(
        issue: compiled, inputs: records.inputs, outputs: records.outputs, content: content.digest, versions: versions
      ).bytes)
    let place = "\(output)/\(compiled.period.name)"
    let all = outputs + [manifest]
    // A message of an earlier run would tell of another issue than the editions beside it.
    try replaceFiles(all, inFolder: place, removing: writesMail ? [] : [Self.mailName])
    return Outcome(
      files: draft.checked.files, issue: compiled, written: all.map { "\(place)/\($0.name)" },
      inputs: records.inputs, outputs: records.outputs + [FileRecord(manifest)])
  }

  /// An issue as far as the compile stage: nothing is written yet.
  struct Prepared: Sendable {
    var contents: IssueContents
    var checked: CheckedIssue
    /// What goes in; `nil` when the editors' file cannot be read.
    var selection: Selection?
    var themes: [DevelopmentReference: ThemeDecision] = [:]
    /// The issue; `nil` when errors stop the job.
    var compiled: CompiledIssue?
  }

  /// Runs the stages up to the compile stage for one period.
  func prepare(_ period: Period, earlier: EarlierDevelopments) throws(FileError) -> Prepared {
    let (folder, contents) = try workshop.readWhole("\(inputs)/\(period.name)", period)
    // A file with mistakes may read otherwise without its schema, as earlier files are.
    earlier.keep(contents.submissions.filter(\.problems.isEmpty), of: period)
    var checked = try workshop.check(contents, folder: folder, earlier: earlier)
    var prepared = Prepared(contents: contents, checked: checked)
    guard let issue = contents.issue?.content else { return prepared }
    let selection = Selection(contents, checked, issue: issue, letsDraftsIn: letsDraftsIn)
    note(selection.drafts, in: &checked)
    let themes = decideThemes(selection.submissions, issue: issue)
    note(in: &checked, contents) { disputeFindings(themes, $0, $1) }
    let unpublished = Unpublished(selection, issue, earlier)
    note(in: &checked, contents) { unpublished.findings($0, $1) }
    (prepared.checked, prepared.selection, prepared.themes) = (checked, selection, themes)
    if selection.hasErrors || isStrict && checked.files.count(.warning) > 0 { return prepared }
    var compiled = compiler.compile(
      issue: issue, submissions: selection.submissions, themes: themes,
      predecessors: predecessors(selection.submissions, of: period, earlier), isDraft: letsDraftsIn)
    compiled.corrections = published?.corrections ?? []
    compiled.withdrawn = published?.withdrawn ?? []
    prepared.compiled = compiled
    return prepared
  }

  private static let mailName = "bulletin.eml"

  /// The emit stage for what is published: both editions and, when it is asked for, the message that holds them.
  func editions(of compiled: CompiledIssue, for issue: Issue) -> [OutputFile] {
    editions(
      of: compiled, for: issue, html: htmlEdition(of: compiled, templates: templates), text: textEdition(of: compiled))
  }

  private func editions(
    of compiled: CompiledIssue, for issue: Issue, html: [UInt8], text: [UInt8]
  ) -> [OutputFile] {
    let editions = [
      OutputFile(name: "bulletin.html", bytes: html), OutputFile(name: "bulletin.txt", bytes: text),
    ]
    guard writesMail else { return editions }
    let mail = mailEdition(of: compiled, for: issue.mailing, text: text, html: html)
    return editions + [OutputFile(name: Self.mailName, bytes: mail)]
  }

  /// A draft that is passed over is a warning, which the editor sees with the file's other findings.
  private func note(_ drafts: [Int], in checked: inout CheckedIssue) {
    for index in drafts {
      let country = checked.submissions[index].country ?? CountryCode("")
      let day = checked.submissions[index].period?.last ?? Day("0001-01-01")
      let name = day.map { workshop.reference.network.name(of: country, on: $0) } ?? country.rawValue
      let finding = Finding("draft-passed-over", at: .file, ["name": name])
      checked.submissions[index].diagnostics.insert(workshop.validator.diagnose(finding), at: 0)
    }
  }

  /// Adds what the stages after validation have to say of each submission to what validation found.
  private func note(
    in checked: inout CheckedIssue, _ contents: IssueContents,
    _ findings: (Submission, SubmissionPlaces) -> [Finding]
  ) {
    for (index, file) in contents.submissions.enumerated() {
      guard let submission = file.content, let places = file.places else { continue }
      let findings = findings(submission, places)
      if findings.isEmpty { continue }
      checked.submissions[index].diagnostics += workshop.validator.diagnose(findings, in: file.source)
      checked.submissions[index].diagnostics.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    }
  }

  /// The headlines of what entries of a period follow in others.
  private func predecessors(
    _ submissions: [Submission], of period: Period, _ earlier: EarlierDevelopments
  ) -> [DevelopmentReference: Phrase] {
    var headlines: [DevelopmentReference: Phrase] = [:]
    for reference in submissions.flatMap({ $0.developments.flatMap(\.follows) })
    where reference.period != period && headlines[reference] == nil {
      headlines[reference] = earlier.publishedHeadline(of: reference)
    }
    return headlines
  }

  /// What tells the look of these editions from any other.
  var templatesVersion: String { String(digest(templates.fingerprint).prefix(12)) }

  private var versions: [(name: String, version: String)] { versions(ofTemplates: templates.fingerprint) }

  /// The versions of all that an output depends on beside the inputs.
  func versions(ofTemplates fingerprint: [UInt8]) -> [(name: String, version: String)] {
    workshop.reference.versions.map { ($0.file.rawValue, $0.version) } + [
      ("lexicon", classifier.version), ("manual", manualVersion), ("rules", workshop.rules.version),
      ("style", workshop.style.version), ("glossary", workshop.glossary.version),
      ("templates", String(digest(fingerprint).prefix(12))),
    ]
  }
}
