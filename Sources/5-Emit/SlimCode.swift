import Text

/// A style sheet or a script without what is there for its readers: indents, empty lines, remarks that have a line of their
/// own.
func slimmed(_ code: String) -> String {
  var kept = OutputBuffer(capacity: code.utf8.count)
  for line in code.utf8.split(separator: 0x0A) {
    let line = line.drop { $0 == 0x20 }
    if line.isEmpty || line.starts(with: "//".utf8) || isRemark(line) { continue }
    kept.append(contentsOf: line)
    kept.newline()
  }
  if kept.isEmpty { kept.newline() }
  return String(decoding: kept.bytes, as: UTF8.self)
}

private func isRemark(_ line: Substring.UTF8View) -> Bool {
  line.starts(with: "/*".utf8) && line.suffix(2).elementsEqual("*/".utf8)
}
