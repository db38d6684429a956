import Ingest
import Model
import Reference
import Testing
import Validate
import XML

/// A submission that breaks no rule, with places at which tests put mistakes.
struct Sample {
  var root = #"country="NO" period="2016-Q1" status="final""#
  var development = #"id="one" kind="policy" theme="return""#
  var headline = "<headline>A headline of five words</headline>"
  var stages = #"<stage type="adopted" date="2016-02-10"/>"#
  var body = "<body><p>" + Array(repeating: "word", count: 30).joined(separator: " ") + "</p></body>"
  var rest = #"<source href="https://example.org/a">A source</source>"#
  var after = ""

  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:emn:bulletin:submission:1" \(root)>
      <development \(development)>
        \(headline)
        \(stages)
        \(body)
        \(rest)
      </development>
      \(after)
    </submission>
    """
  }

  func with(_ change: (inout Sample) -> Void) -> Sample {
    var copy = self
    change(&copy)
    return copy
  }
}

func diagnose(_ text: String, _ setting: Validator.Setting = .init()) throws -> [Diagnostic] {
  try diagnose(Array(text.utf8), setting)
}

/// What is loaded once for all tests.
private struct Workbench: Sendable {
  let validator: Validator
  let submission: XMLSchema
  let issue: XMLSchema

  static let shared = Result { try Workbench() }

  private init() throws {
    validator = Validator(network: try ReferenceData.load().network, rules: RuleTable())
    submission = try XMLSchema(Schemas.submission)
    issue = try XMLSchema(Schemas.issue)
  }
}

func diagnose(_ bytes: [UInt8], _ setting: Validator.Setting = .init()) throws -> [Diagnostic] {
  let bench = try Workbench.shared.get()
  let file = ingestSubmission(bytes, name: "NO.xml", schema: bench.submission)
  return bench.validator.validate(
    submission: file.content, places: file.places, reading: reading(file), setting: setting)
}

func diagnoseIssue(_ bytes: [UInt8]) throws -> [Diagnostic] {
  let bench = try Workbench.shared.get()
  let file = ingestIssue(bytes, name: "issue.xml", schema: bench.issue)
  return bench.validator.validate(
    issue: file.content, places: file.places, reading: reading(file), setting: .init(), developments: nil)
}

func reading(_ file: Ingested<some Sendable, some Sendable>) -> Validator.Reading {
  Validator.Reading(
    problems: file.problems, source: file.source, brokenFrom: file.brokenFrom, isCurtailed: file.isCurtailed)
}

func rules(_ sample: Sample, _ setting: Validator.Setting = .init()) throws -> [String] {
  try diagnose(sample.text, setting).map(\.rule)
}
