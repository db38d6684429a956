import Files
import Model
import Text

/// What the last build of the archive was made of: what has not changed since is not made again.
///
/// All is told by digests of contents, never by times.
struct BuildState: Equatable, Sendable {
  /// The name of its file in the folder of the archive.
  static let fileName = "build-state.json"

  /// One issue as it was built.
  struct Issue: Equatable, Sendable {
    /// The digest of all that it was made of.
    var key: String
    /// The submissions of other periods that it refers to, such as `2015-Q4/NO.xml`.
    var others: [String]
  }

  /// The issues by the names of their periods.
  var issues: [String: Issue] = [:]
  /// The digest of all that the site was made of.
  var site = ""

  /// The state that a folder holds; none where there is none, or it cannot be understood.
  static func read(inFolder folder: String) -> BuildState {
    guard let bytes = try? readFile("\(folder)/\(fileName)"), let json = JSONReading(bytes) else { return BuildState() }
    var state = BuildState(site: json["site"]?.text ?? "")
    for (period, issue) in json["issues"]?.members ?? [:] {
      guard let key = issue["key"]?.text else { continue }
      state.issues[period] = Issue(key: key, others: issue["others"]?.elements.compactMap(\.text) ?? [])
    }
    return state
  }

  /// The state as its file holds it.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("issues")
      json.object { json in
        for (period, issue) in issues.sorted(by: { $0.key < $1.key }) {
          json.key(period)
          json.object { json in
            json.key("key")
            json.value(issue.key)
            json.key("others")
            json.array { json in for other in issue.others { json.value(other) } }
          }
        }
      }
      json.key("site")
      json.value(site)
    }
    return json.bytes
  }
}
