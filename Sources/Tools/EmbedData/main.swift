// Writes the Swift file OUTPUT, in which each FILE stands as one string literal: `embed-data OUTPUT FILE…`.
// One literal a file compiles in a moment, where an array of bytes takes minutes.
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  FileHandle.standardError.write(Data("usage: embed-data OUTPUT FILE…\n".utf8))
  exit(64)
}

/// The name of a file's constant: `submission.xsd` becomes `submissionXSD`.
func constantName(_ path: String) -> String {
  let url = URL(fileURLWithPath: path)
  let stem = url.deletingPathExtension().lastPathComponent.split(separator: "-")
  let words = stem.enumerated().map { $0.offset == 0 ? String($0.element) : $0.element.capitalized }
  return words.joined() + url.pathExtension.uppercased()
}

var source = "// Written at build from the data files beside the sources. Change those, not this.\n\n"
source += "enum Embedded {\n"
for path in arguments.dropFirst() {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let fence = String(repeating: "#", count: 5)
  precondition(
    !text.contains("\"\"\"" + fence) && !text.contains("\\" + fence), "\(path) has the literal's fence in it")
  // What follows a literal's last line break is its indentation, so the break that ends the file needs one more.
  source += "  static var \(constantName(path)): String {\n\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)\n  }\n"
}
source += "\n  /// A file of an earlier version, by its name.\n  static func earlier(_ name: String) -> String? {\n"
source += "    switch name {\n"
for path in arguments.dropFirst() where path.contains("/Earlier/") {
  source += "    case \"\(URL(fileURLWithPath: path).lastPathComponent)\": \(constantName(path))\n"
}
source += "    default: nil\n    }\n  }\n"
source += "}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
