import Ingest
import Model
import Reference
import Threads
import Validate
import XML

/// A submission in good prose, with places at which tests put mistakes.
struct ProseSample {
  var root = #"country="NO" period="2016-Q1" status="final" date="2016-04-15""#
  var development = #"id="reception-centres" kind="policy" theme="international-protection""#
  var headline = "Two reception centres opened"
  var stages = #"<stage type="adopted" date="2016-02-10"/>"#
  /// What follows a body that is long enough.
  var words = ""
  var rest = "<source>Ministry of Justice, annual report on reception</source>"

  static let filling = """
    Each had places for 200 persons who had applied for international protection, and the older centre in the north was \
    closed at the end of the winter.
    """

  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:emn:bulletin:submission:1" \(root)>
      <development \(development)>
        <headline>\(headline)</headline>
        \(stages)
        <body><p>\(words) \(ProseSample.filling)</p></body>
        \(rest)
      </development>
    </submission>
    """
  }

  static func validator() throws -> Validator {
    let data = try ReferenceData.load()
    let prose = ProseWords(try Style.load(), names: data.names, network: data.network)
    return Validator(network: data.network, rules: RuleTable(), prose: Lazy(made: prose))
  }

  static func diagnose(_ text: String, _ setting: Validator.Setting = .init()) throws -> [Diagnostic] {
    let file = ingestSubmission(Array(text.utf8), name: "NO.xml", schema: try XMLSchema(Schemas.submission))
    return try validator().validate(
      submission: file.content, places: file.places, reading: reading(file), setting: setting)
  }

  func diagnose(_ setting: Validator.Setting = .init()) throws -> [Diagnostic] {
    try ProseSample.diagnose(text, setting)
  }

  /// The rules broken when words open the body.
  static func rules(body words: String) throws -> [String] { try rules { $0.words = words } }

  static func rules(_ change: (inout ProseSample) -> Void) throws -> [String] {
    var sample = ProseSample()
    change(&sample)
    return try sample.diagnose().map(\.rule)
  }
}
