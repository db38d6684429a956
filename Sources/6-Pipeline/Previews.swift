import Classify
import Compile
import Ingest
import Model
import Reference

/// Shows how submissions will read in the bulletin: each compiled as if it were an issue of its own.
struct Previews {
  let workshop: Workshop
  let classifier: Classifier
  let compiler: IssueCompiler
  let earlier: EarlierDevelopments?

  /// A job with what it needs.
  ///
  /// - Parameters:
  ///   - workshop: What every job needs.
  ///   - inputs: The folder of the inputs, in which earlier developments are looked up; `nil` for none.
  /// - Throws: `JobError` when the lexicon cannot be used.
  init(workshop: Workshop, inputs: InputsFolder?) throws(JobError) {
    self.workshop = workshop
    classifier = try Classification(workshop: workshop).classifier
    // A preview has no annex in which terms could be explained.
    compiler = workshop.compiler(glossary: nil)
    earlier = inputs.map { EarlierDevelopments(inputs: $0) }
  }

  /// The preview of a file; `nil` when it is no submission.
  func preview(of file: CheckedFile) -> SubmissionPreview? {
    guard !file.bytes.isEmpty, lastPart(file.path) != IssueFolder.issueName else { return nil }
    return preview(of: ingestSubmission(file.bytes, name: file.path, schema: workshop.submissionSchema), with: file)
  }

  /// The preview of a file that is read already; `nil` when it is no submission.
  ///
  /// - Parameters:
  ///   - ingested: The file as it was read.
  ///   - file: The same with its findings.
  func preview(of ingested: IngestedSubmission, with file: CheckedFile) -> SubmissionPreview? {
    if let root = ingested.rootName, root != "submission" { return nil }
    guard let submission = ingested.content, let places = ingested.places, isWhole(ingested) else {
      return SubmissionPreview(path: file.path, contributor: "", isDraft: false, issue: nil)
    }
    let name = workshop.reference.network.name(of: submission.country, on: submission.period.last)
    var preview = SubmissionPreview(
      path: file.path, contributor: name, isDraft: submission.status == .draft, issue: nil)
    var shown = submission
    shown.developments = []
    let spans = DevelopmentSpans(places, source: ingested.source)
    let counts = spans.errors(in: file.diagnostics)
    for ((development, span), errors) in zip(zip(submission.developments, spans.all), counts) {
      if errors == 0 {
        shown.developments.append(development)
      } else {
        let name = development.headline.words.isEmpty ? development.id : development.headline.words
        preview.hidden.append(SubmissionPreview.Hidden(name: name, line: span.start.line, errors: errors))
      }
    }
    compile(shown, into: &preview)
    return preview
  }

  /// Whether the parser came to the end of the file, and the file says whose it is: anchors carry the country's code.
  private func isWhole(_ file: IngestedSubmission) -> Bool {
    guard let code = file.content?.country.rawValue.utf8, code.count == 2 else { return false }
    return code.allSatisfy { (0x41...0x5A).contains($0) } && file.brokenFrom == nil && !file.isCurtailed
  }

  private func compile(_ submission: Submission, into preview: inout SubmissionPreview) {
    var themes: [DevelopmentReference: ThemeDecision] = [:]
    var predecessors: [DevelopmentReference: Phrase] = [:]
    for development in submission.developments {
      let decision = decision(on: development)
      let reference = DevelopmentReference(
        country: submission.country, period: submission.period, id: development.id)
      themes[reference] = decision
      if decision.decidedBy == .classifier {
        preview.proposals[development.id] = SubmissionPreview.ProposedTheme(
          label: workshop.reference.taxonomy.label(of: decision.theme), confidence: decision.proposal.confidence)
      }
      for reference in development.follows {
        predecessors[reference] = earlier?.publishedHeadline(of: reference)
      }
    }
    let edition = submission.period.nearestEdition
    let issue = Issue(
      edition: edition, period: submission.period,
      title: workshop.reference.sections.title(ofEdition: edition).words, about: "", colophon: [])
    preview.issue = compiler.compile(
      issue: issue, submissions: [submission], themes: themes, predecessors: predecessors,
      isDraft: submission.status == .draft)
  }

  /// The classifier is asked only where the submission says nothing: a preview shows no more of it.
  private func decision(on development: Development) -> ThemeDecision {
    guard let theme = development.theme else { return decideTheme(of: development, editor: nil, by: classifier) }
    let unasked = ThemeDecision.Proposal(theme: theme, confidence: 0, alternatives: [], evidence: [])
    return ThemeDecision(theme: theme, decidedBy: .submission, declared: theme, proposal: unasked)
  }
}

extension Workshop {
  /// Shows how the submissions among checked files will read.
  ///
  /// - Parameters:
  ///   - files: The files, as `validate` gives them.
  ///   - inputs: The folder of the inputs, in which earlier developments are looked up.
  /// - Throws: `JobError` when the lexicon cannot be used.
  public func previews(of files: [CheckedFile], inputs: InputsFolder) throws(JobError) -> [SubmissionPreview] {
    let previews = try Previews(workshop: self, inputs: inputs)
    return files.compactMap { previews.preview(of: $0) }
  }
}
