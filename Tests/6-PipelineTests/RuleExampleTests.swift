import Foundation
import Model
import Pipeline
import Reference
import Testing

/// Each rule's own examples: the wrong piece breaks that rule and no other, the right one none.
@Suite struct RuleExampleTests {
  static let examples = RuleTable().rules

  @Test(arguments: examples.map(\.id)) func breaksThatRuleAlone(_ id: String) throws {
    let rule = try #require(RuleExampleTests.examples.first { $0.id == id })
    let example = rule.example
    // What can only be told beside other files is looked at there; what one file tells, in either place.
    let wrong = try settings(example, example.wrong)
    let right = try settings(example, example.right)
    // The limit on findings can only be reached by more findings than it.
    let isLimit = id == "findings-limit"
    let agrees = zip(wrong, right).contains { wrong, right in
      let counted: [String] = isLimit ? wrong.suffix(1) : wrong
      return counted == [id] && right.isEmpty
    }
    #expect(agrees, "wrong gives \(wrong), right gives \(right)")
  }

  @Test func modelFilesBreakNoRule() throws {
    let lines = ["2015-Q4/NO.xml", "2015-Q4/issue.xml", "2016-Q1/NO.xml", "2016-Q1/SE.xml", "2016-Q1/issue.xml"]
    #expect(try rulesBroken(inFolder: Array(lines.joined(separator: "\n").utf8)) == [])
  }

  /// The rules that a piece breaks, in each of the settings in which its file may be validated.
  private func settings(_ example: Rule.Example, _ piece: Rule.Piece) throws -> [[String]] {
    if example.part == "folder" { return [try rulesBroken(inFolder: piece.bytes)] }
    let isIssue = ModelFile.issue.has(example.part)
    let model = isIssue ? ModelFile.issue : ModelFile.submission
    let bytes = example.part == "file" ? piece.bytes : model.with(piece.bytes, for: example.part)
    // The mended piece says whose file it is and for when; the mistake may be in just that.
    let mended = example.part == "file" ? example.right.bytes : model.with(example.right.bytes, for: example.part)
    let text = String(decoding: mended, as: UTF8.self)
    let name = isIssue ? "issue.xml" : "\(attribute("country", in: text) ?? "NO").xml"
    let period = attribute("period", in: text) ?? "2016-Q1"
    return [
      try rulesBroken(by: bytes, name: name, period: period, alone: true),
      try rulesBroken(by: bytes, name: name, period: period, alone: false),
      try rulesBroken(by: bytes, name: name, period: period, alone: false, compiled: true),
    ]
  }

  private func rulesBroken(
    by bytes: [UInt8], name: String, period: String, alone: Bool, compiled: Bool = false
  ) throws -> [String] {
    let scratch = try ScratchFolder()
    let folder = "inputs/\(period)"
    if alone {
      try scratch.write(bytes, "desk/\(name)")
      return try scratch.validate("desk/\(name)")
    }
    for (path, model) in [
      ("inputs/2015-Q4/NO.xml", ModelFile.earlier), ("inputs/2015-Q4/issue.xml", .issue(Period("2015-Q4"))),
      ("\(folder)/NO.xml", .submission("NO", Period(period))), ("\(folder)/issue.xml", .issue(Period(period))),
    ] {
      try scratch.write(model.bytes, path)
    }
    if period != "2015-Q4" { try scratch.write(ModelFile.earlierDraft.bytes, "inputs/2015-Q4/SE.xml") }
    // Only the folder's own country submits beside the issue's file.
    if name != "issue.xml" { try scratch.remove("\(folder)/NO.xml") }
    try scratch.write(bytes, "\(folder)/\(name)")
    return compiled ? try scratch.compile(period) : try scratch.validate(folder)
  }

  /// A folder of inputs whose files are named in lines; what stands in them follows from their names.
  private func rulesBroken(inFolder lines: [UInt8]) throws -> [String] {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("inputs")
    for line in String(decoding: lines, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let path = line.trimmingCharacters(in: .whitespaces)
      if path.isEmpty { continue }
      let parts = path.split(separator: "/").map(String.init)
      guard let name = parts.last, !path.hasSuffix("/") else {
        try scratch.makeFolder("inputs/\(path)")
        continue
      }
      let period = parts.dropLast().last.flatMap { Period($0) }
      let content: [UInt8]
      if name == "issue.xml" {
        content = ModelFile.issue(period).bytes
      } else if name.hasSuffix(".xml"), name.count == 6 {
        content = ModelFile.submission(String(name.prefix(2)), period).bytes
      } else {
        content = Array("Notes of a meeting.\n".utf8)
      }
      try scratch.write(content, "inputs/\(path)")
    }
    return try scratch.validate("inputs")
  }

  /// The first value of an attribute in a text.
  private func attribute(_ name: String, in text: String) -> String? {
    guard let start = text.range(of: " \(name)=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}

/// A folder for one test, removed with it.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "bulletin-\(UUID().uuidString)")
    try makeFolder(".")
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(at: url.appending(path: path), withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], _ path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appending(path: path)) }

  /// The ids of the rules that a compilation of a period finds broken, in order.
  func compile(_ period: String) throws -> [String] {
    guard let period = Period(period) else { return [] }
    let job = try Compilation(
      workshop: try Workshop(inputs: nil), inputs: InputsFolder(url.appending(path: "inputs").path),
      output: url.appending(path: "output").path)
    return try job.run(period).files.flatMap { $0.diagnostics.map(\.rule) }
  }

  /// The ids of the rules that the files at a path break, in order.
  func validate(_ path: String) throws -> [String] {
    let workshop = try Workshop(inputs: nil)
    return try workshop.validate([url.appending(path: path).path]).flatMap { $0.diagnostics.map(\.rule) }
  }
}
