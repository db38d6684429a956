import Model
import Text

/// The findings in SARIF 2.1.0, the form in which code hosts and editors read what a checker found.
///
/// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
///
/// - Parameter report: The files with their findings, and the rules that they were checked by.
public func findingsAsSARIF(_ report: FindingsReport) -> [UInt8] {
  var writer = JSONWriter()
  let sarif = FindingsSARIF(report)
  writer.object { json in
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.array { json in
      json.object { sarif.run(to: &$0) }
    }
  }
  return writer.bytes
}

private struct FindingsSARIF {
  let report: FindingsReport
  let ruleIndices: [String: Int]

  init(_ report: FindingsReport) {
    self.report = report
    ruleIndices = Dictionary(report.rules.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  func run(to json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.member("name", "bulletin")
        json.member("version", report.version)
        json.key("rules")
        json.array { json in
          for rule in report.rules { json.write(rule) }
        }
      }
    }
    json.member("columnKind", "unicodeCodePoints")
    json.key("artifacts")
    json.array { json in
      for file in report.files {
        json.object { json in
          json.key("location")
          json.object { $0.member("uri", artifactURI(file.path)) }
        }
      }
    }
    json.key("results")
    json.array { json in
      for (index, file) in report.files.enumerated() {
        for diagnostic in file.orderedDiagnostics { result(diagnostic, in: file, at: index, to: &json) }
      }
    }
  }

  private func result(_ diagnostic: Diagnostic, in file: CheckedFile, at index: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", diagnostic.rule)
      if let ruleIndex = ruleIndices[diagnostic.rule] {
        json.key("ruleIndex")
        json.value(ruleIndex)
      }
      json.member("level", diagnostic.severity.rawValue)
      let help = diagnostic.help.isEmpty ? "" : " To mend it: \(diagnostic.help)"
      json.message(diagnostic.message + help)
      json.key("locations")
      json.array { json in
        json.object { json in location(of: diagnostic, in: file, at: index, to: &json) }
      }
      if !diagnostic.folded.isEmpty { related(diagnostic.folded, in: file, at: index, to: &json) }
    }
  }

  /// Findings that only follow from another are places that belong to it.
  private func related(_ folded: [Diagnostic], in file: CheckedFile, at index: Int, to json: inout JSONWriter) {
    json.key("relatedLocations")
    json.array { json in
      for (number, diagnostic) in folded.enumerated() {
        json.object { json in
          json.key("id")
          json.value(number + 1)
          location(of: diagnostic, in: file, at: index, to: &json)
          json.message("\(diagnostic.message) [\(diagnostic.rule)]")
        }
      }
    }
  }

  private func location(
    of diagnostic: Diagnostic, in file: CheckedFile, at index: Int, to json: inout JSONWriter
  ) {
    json.key("physicalLocation")
    json.object { json in
      json.key("artifactLocation")
      json.object { json in
        json.member("uri", artifactURI(file.path))
        json.key("index")
        json.value(index)
      }
      if let line = diagnostic.line { region(of: diagnostic, line, to: &json) }
    }
  }

  private func region(of diagnostic: Diagnostic, _ line: Int, to json: inout JSONWriter) {
    json.key("region")
    json.object { json in
      json.key("startLine")
      json.value(line)
      if let column = diagnostic.column, let end = diagnostic.endColumn {
        json.key("startColumn")
        json.value(column)
        json.key("endColumn")
        json.value(end)
        if let excerpt = diagnostic.excerpt {
          let scalars = excerpt.unicodeScalars.dropFirst(max(column - 1 - diagnostic.excerptStart, 0)).prefix(
            diagnostic.length)
          json.snippet(String(String.UnicodeScalarView(scalars)))
        }
      }
    }
    guard let excerpt = diagnostic.excerpt else { return }
    json.key("contextRegion")
    json.object { json in
      json.key("startLine")
      json.value(line)
      json.key("startColumn")
      json.value(diagnostic.excerptStart + 1)
      json.key("endColumn")
      json.value(diagnostic.excerptStart + excerpt.unicodeScalars.count + 1)
      json.snippet(excerpt)
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a text.
  fileprivate mutating func member(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  fileprivate mutating func message(_ text: String) {
    key("message")
    object { $0.member("text", visible(text)) }
  }

  fileprivate mutating func snippet(_ text: String) {
    key("snippet")
    object { $0.member("text", visible(text)) }
  }

  fileprivate mutating func write(_ rule: Rule) {
    object { json in
      json.member("id", rule.id)
      json.key("shortDescription")
      json.object { $0.member("text", rule.plainMessage) }
      json.key("fullDescription")
      json.object { $0.member("text", rule.plainWhy) }
      json.key("help")
      json.object { json in
        json.member("text", rule.helpText)
        json.member("markdown", rule.helpMarkdown)
      }
      json.key("defaultConfiguration")
      json.object { $0.member("level", rule.severity.rawValue) }
    }
  }
}

/// A path as a URI: relative where the path is, its characters as percent codes where a URI cannot hold them (RFC 3986).
func artifactURI(_ path: String) -> String {
  var path = path[...]
  while path.hasPrefix("./"), path.utf8.count > 2 { path = path.dropFirst(2) }
  var uri = path.hasPrefix("/") ? "file://" : ""
  for byte in path.utf8 {
    if byte == UInt8(ascii: "/") { uri += "/" } else { appendToLink(byte, &uri) }
  }
  return uri
}
