import Model
import Text

/// The findings as JSON, with the keys of the command line's contract.
public func findingsAsJSON(_ files: [CheckedFile]) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { json in
    json.key("errors")
    json.value(files.count(.error))
    json.key("warnings")
    json.value(files.count(.warning))
    json.key("notes")
    json.value(files.count(.note))
    json.key("files")
    json.array { json in
      for file in files { write(file, to: &json) }
    }
  }
  return writer.bytes
}

private func write(_ file: CheckedFile, to json: inout JSONWriter) {
  json.object { json in
    json.key("path")
    json.value(file.path)
    json.key("country")
    json.value(file.country?.rawValue)
    json.key("period")
    json.value(file.period?.name)
    json.key("valid")
    json.value(file.isValid)
    json.key("diagnostics")
    json.array { json in
      for diagnostic in file.orderedDiagnostics { write(diagnostic, to: &json) }
    }
  }
}

private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
  json.object { json in
    json.key("rule")
    json.value(diagnostic.rule)
    json.key("severity")
    json.value(diagnostic.severity.rawValue)
    place(of: diagnostic, to: &json)
    json.key("message")
    json.value(visible(diagnostic.message))
    json.key("why")
    json.value(diagnostic.why)
    json.key("help")
    json.value(visible(diagnostic.help))
    // As the file has it: the columns count its characters.
    json.key("excerpt")
    json.value(diagnostic.excerpt)
    json.key("excerptColumn")
    json.value(diagnostic.excerpt == nil ? nil : diagnostic.excerptStart + 1)
    json.key("folded")
    json.array { json in
      for folded in diagnostic.folded { write(folded: folded, to: &json) }
    }
  }
}

private func write(folded: Diagnostic, to json: inout JSONWriter) {
  json.object { json in
    json.key("rule")
    json.value(folded.rule)
    place(of: folded, to: &json)
    json.key("message")
    json.value(visible(folded.message))
  }
}

private func place(of diagnostic: Diagnostic, to json: inout JSONWriter) {
  json.key("line")
  json.value(diagnostic.line)
  json.key("column")
  json.value(diagnostic.column)
  json.key("endColumn")
  json.value(diagnostic.endColumn)
}
