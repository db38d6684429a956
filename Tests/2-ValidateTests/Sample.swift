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

func diagnose(_ bytes: [UInt8], _ setting: Validator.Setting = .init()) throws -> [Diagnostic] {
  let validator = Validator(network: try ReferenceData.load().network, rules: try RuleTable.load())
  let file = ingestSubmission(bytes, name: "NO.xml", schema: try XMLSchema(Schemas.submission))
  return validator.validate(
    submission: file.content, places: file.places, problems: file.problems, source: file.source, setting: setting)
}

func rules(_ sample: Sample, _ setting: Validator.Setting = .init()) throws -> [String] {
  try diagnose(sample.text, setting).map(\.rule)
}
