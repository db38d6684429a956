import Files
import Ingest
import Model
import Text
import XML

/// The record of a compilation: what went in, what came out, by which versions. It holds no time, path or machine, so
/// the same inputs give the same record anywhere.
struct Manifest: Sendable {
  let bytes: [UInt8]

  /// The record of an issue.
  ///
  /// - Parameter content: The digest of its canonical form.
  init(
    issue: CompiledIssue, inputs: [FileRecord], outputs: [FileRecord], content: String,
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
      json.value(issue.entryCount)
      json.key("content")
      json.value(content)
      record(versions, inputs: inputs, outputs: outputs, &json)
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
        issue.contents.files.map { file in
          FileRecord(name: "\(issue.period.name)/\(file.name)", size: file.size, digest: file.digest)
        }
      }
      record(versions, inputs: files, outputs: outputs.map { FileRecord($0) }, &json)
    }
    bytes = writer.bytes
  }
}

/// What is on record of a file that went in or came out.
struct FileRecord: Equatable, Sendable {
  var name: String
  var size: Int
  var digest: String
}

extension FileRecord {
  /// What is on record of an output.
  ///
  /// - Parameters:
  ///   - file: The output.
  ///   - known: Its digest, where it was taken before.
  init(_ file: OutputFile, digest known: String? = nil) {
    self.init(name: file.name, size: file.bytes.count, digest: known ?? Pipeline.digest(file.bytes))
  }
}

extension IssueContents {
  /// The files that went in: the submissions, then the editors' file.
  var files: [FileRecord] {
    let files = submissions.map { ($0.name, $0.bytes) } + (issue.map { [($0.name, $0.bytes)] } ?? [])
    return files.map { name, bytes in FileRecord(name: name, size: bytes.count, digest: digest(bytes)) }
  }
}

/// Writes by which versions what came of what.
private func record(
  _ versions: [(name: String, version: String)], inputs: [FileRecord], outputs: [FileRecord],
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
  list(outputs, &json)
}

private func list(_ files: [FileRecord], _ json: inout JSONWriter) {
  json.array { json in
    for file in files {
      json.object { json in
        json.key("name")
        json.value(file.name)
        json.key("bytes")
        json.value(file.size)
        json.key("sha256")
        json.value(file.digest)
      }
    }
  }
}
