import Classify
import Compile
import Emit
import Ingest
import Model
import Pipeline
import Reference
import Validate
import XML

/// The stages, set up once, for issues that are made of bytes at hand.
public struct Press: Sendable {
  /// What the jobs of the program need.
  public let workshop: Workshop
  private let submissionSchema: XMLSchema
  private let issueSchema: XMLSchema
  private let classifier: Classifier
  private let compiler: IssueCompiler
  private let templates = Templates.own()

  /// A press by the program's own reference data.
  public init() throws {
    workshop = try Workshop(inputs: nil)
    submissionSchema = try XMLSchema(Schemas.submission)
    issueSchema = try XMLSchema(Schemas.issue)
    classifier = try Classifier(lexicon: Lexicon.load(), manual: Manual.load())
    compiler = IssueCompiler(
      network: workshop.reference.network, taxonomy: workshop.reference.taxonomy,
      plans: workshop.reference.sections, thirdCountries: workshop.reference.names, glossary: workshop.glossary)
  }

  /// A submission; `nil` when it is not what its schema asks for.
  public func submission(_ bytes: [UInt8]) -> Submission? {
    let ingested = ingestSubmission(bytes, name: "NO.xml", schema: submissionSchema)
    return ingested.problems.isEmpty ? ingested.content : nil
  }

  /// An issue's file; `nil` when it is not what its schema asks for.
  public func issue(_ bytes: [UInt8]) -> Issue? {
    let ingested = ingestIssue(bytes, name: "issue.xml", schema: issueSchema)
    return ingested.problems.isEmpty ? ingested.content : nil
  }

  /// An issue's file with what is found in it beside submissions with the given developments.
  public func check(issue bytes: [UInt8], beside developments: [CountryCode: [String]]) -> (Issue?, CheckedFile) {
    let ingested = ingestIssue(bytes, name: "issue.xml", schema: issueSchema)
    let reading = Validator.Reading(
      problems: ingested.problems, source: ingested.source, brokenFrom: ingested.brokenFrom,
      isCurtailed: ingested.isCurtailed)
    let diagnostics = workshop.validator.validate(
      issue: ingested.content, places: ingested.places, reading: reading, setting: .init(fileName: "issue.xml"),
      developments: developments)
    let file = CheckedFile(
      path: "issue.xml", country: nil, period: ingested.content?.period, diagnostics: diagnostics, bytes: bytes)
    return (ingested.content, file)
  }

  /// Compiles an issue as the program does.
  public func compile(_ issue: Issue, _ submissions: [Submission]) -> CompiledIssue {
    var themes: [DevelopmentReference: ThemeDecision] = [:]
    for submission in submissions {
      for development in submission.developments {
        let reference = DevelopmentReference(
          country: submission.country, period: submission.period, id: development.id)
        themes[reference] = decideTheme(
          of: development, editor: editorsTheme(of: reference, in: issue), by: classifier)
      }
    }
    return compiler.compile(
      issue: issue, submissions: submissions, themes: themes, predecessors: [:], isDraft: false)
  }

  /// An issue as it is published.
  public func editions(of compiled: CompiledIssue, for issue: Issue) -> Editions {
    let text = textEdition(of: compiled)
    let html = htmlEdition(of: compiled, templates: templates)
    return Editions(html: html, text: text, mail: mailEdition(of: compiled, for: issue.mailing, text: text, html: html))
  }
}

/// The theme that the editors set for a development; the last word counts.
private func editorsTheme(of reference: DevelopmentReference, in issue: Issue) -> (ThemeCode, reason: String)? {
  for decision in issue.decisions.reversed() where decision.country == reference.country {
    if case .setTheme(reference.id, let theme) = decision.action { return (theme, decision.reason) }
  }
  return nil
}
