/// A style sheet or a script without what is there for its readers: indents, empty lines, remarks that have a line of their
/// own.
func slimmed(_ code: String) -> String {
  let lines = code.split(separator: "\n").map { $0.drop { $0 == " " } }
  let kept = lines.filter { !$0.isEmpty && !$0.hasPrefix("//") && !($0.hasPrefix("/*") && $0.hasSuffix("*/")) }
  return kept.joined(separator: "\n") + "\n"
}
