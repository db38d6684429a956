import Crypto
import Files
import Ingest
import Model
import Text
import XML

/// The record of a compilation: what went in, what came out, by which versions. It holds no time, path or machine, so
/// the same inputs give the same record anywhere.
struct Manifest: Sendable {
  let bytes: [UInt8]

  init(
    issue: CompiledIssue, inputs: IssueContents, outputs: [OutputFile], content: [UInt8],
    versions: [(name: String, version: String)]
  ) {
    var writer = JSONWriter()
    writer.object { json in
      json.key("edition")
      json.value(issue.edition)
      json.key("period")
      json.value(issue.period.name)
      json.key("draft")
      json.value(issue.isDraft)
      json.key("developments")
      json.value(issue.entries.count)
      json.key("content")
      json.value(digest(content))
      record(versions, inputs: inputs.files, outputs: outputs, &json)
    }
    bytes = writer.bytes
  }

  /// The record of a product of several issues. The inputs of each stand under its period.
  init(
    product: CompiledProduct, code: String, issues: [(period: Period, contents: IssueContents)],
    outputs: [OutputFile], versions: [(name: String, version: String)]
  ) {
    var writer = JSONWriter()
    writer.object { json in
      json.key("product")
      json.value(product.kind.rawValue)
      json.key("of")
      json.value(code)
      json.key("span")
      json.value(product.span.name)
      json.key("periods")
      json.array { json in
        for (period, _) in issues { json.value(period.name) }
      }
      json.key("draft")
      json.value(product.isDraft)
      json.key("developments")
      json.value(product.entries.count)
      let files = issues.flatMap { issue in
        issue.contents.files.map { (name: "\(issue.period.name)/\($0.name)", bytes: $0.bytes) }
      }
      record(versions, inputs: files, outputs: outputs, &json)
    }
    bytes = writer.bytes
  }
}

extension IssueContents {
  /// The files that went in: the submissions, then the editors' file.
  fileprivate var files: [(name: String, bytes: [UInt8])] {
    submissions.map { (name: $0.name, bytes: $0.bytes) } + (issue.map { [(name: $0.name, bytes: $0.bytes)] } ?? [])
  }
}

/// Writes by which versions what came of what.
private func record(
  _ versions: [(name: String, version: String)], inputs: [(name: String, bytes: [UInt8])], outputs: [OutputFile],
  _ json: inout JSONWriter
) {
  json.key("versions")
  json.object { json in
    for (name, version) in [("bulletin", bulletinVersion)] + versions {
      json.key(name)
      json.value(version)
    }
  }
  json.key("inputs")
  list(inputs, &json)
  json.key("outputs")
  list(outputs.map { ($0.name, $0.bytes) }, &json)
}

private func list(_ files: [(name: String, bytes: [UInt8])], _ json: inout JSONWriter) {
  json.array { json in
    for file in files {
      json.object { json in
        json.key("name")
        json.value(file.name)
        json.key("bytes")
        json.value(file.bytes.count)
        json.key("sha256")
        json.value(digest(file.bytes))
      }
    }
  }
}

/// The SHA-256 of bytes, in hexadecimal digits.
func digest(_ bytes: [UInt8]) -> String {
  var text = ""
  text.reserveCapacity(64)
  for byte in SHA256.hash(data: bytes) {
    if byte < 16 { text += "0" }
    text += String(byte, radix: 16)
  }
  return text
}
