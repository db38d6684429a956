import Foundation
import Testing

@Suite struct ValidateTests {
  @Test func findsNothingWrongInTheInputs() throws {
    let outcome = try Executable.run(["validate", "inputs", "--format", "json"])
    #expect(outcome.status == 0)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(answer["errors"] as? Int == 0)
    #expect((answer["files"] as? [[String: Any]])?.count ?? 0 > 120)
  }

  /// An independent reader of the same schemas: xmllint must agree with us on every file, good or broken.
  @Test(arguments: allPeriods)
  func agreesWithXmllint(_ period: String) throws {
    let scratch = try Scratch()
    for vocabulary in ["submission", "issue"] {
      try scratch.write(try Executable.run(["schema", vocabulary]).output, "\(vocabulary).xsd")
    }
    try scratch.copyInputs([period])
    let folder = "inputs/\(period)"
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.url.appending(path: folder).path) {
      let vocabulary = name == "issue.xml" ? "issue" : "submission"
      let path = "\(folder)/\(name)"
      #expect(try xmllint(vocabulary, path, in: scratch))
      #expect(try Executable.run(["validate", path], in: scratch.url).status == 0, "\(path)")
      try scratch.edit(path) { $0.replacing("</p>", with: "</p><q/>", maxReplacements: 1) }
      #expect(try !xmllint(vocabulary, path, in: scratch))
      #expect(try Executable.run(["validate", path], in: scratch.url).status == 1, "\(path)")
    }
  }

  private func xmllint(_ vocabulary: String, _ path: String, in scratch: Scratch) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    process.arguments = ["--noout", "--nonet", "--schema", "\(vocabulary).xsd", path]
    process.currentDirectoryURL = scratch.url
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test func findsTheSameFromWithinAPeriodsFolder() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.edit("inputs/2016-Q1/DE.xml") {
      $0.replacing("<follows period=\"2015-Q4\" id=\"asylum-", with: "<follows period=\"2015-Q4\" id=\"no-asylum-")
    }
    try scratch.edit("inputs/2016-Q1/FR.xml") { $0.replacing("period=\"2016-Q1\"", with: "period=\"2015-Q4\"") }
    let folder = scratch.url.appending(path: "inputs/2016-Q1")
    for path in [".", "./", "../2016-Q1/.", "../2016-Q1"] {
      let outcome = try Executable.run(["validate", path], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("[follow-up-unknown]") && outcome.output.contains("[period-folder-mismatch]"))
      #expect(outcome.output.contains("/DE.xml:"), "\(path)")
    }
    for path in ["FR.xml", "./FR.xml", "../2016-Q1/FR.xml"] {
      let outcome = try Executable.run(["validate", path], in: folder)
      #expect(outcome.status == 1 && outcome.output.contains("[period-folder-mismatch]"), "\(path)")
      #expect(outcome.output.hasPrefix("\(path):"))
    }
    #expect(try Executable.run(["validate", "NL.xml"], in: folder).status == 0)
  }

  @Test func showsTheWarningsThatFailEvenWhenQuiet() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.edit("inputs/2016-Q1/NO.xml") { $0.replacing("status=\"final\"", with: "status=\"draft\"") }
    try scratch.edit("inputs/2016-Q1/NL.xml") { $0.replacing("could be placed", with: "could be be placed") }
    let path = "inputs/2016-Q1/NL.xml"
    let quiet = try Executable.run(["validate", path, "--quiet"], in: scratch.url)
    #expect(quiet.status == 0 && quiet.output.isEmpty)
    let strict = try Executable.run(["validate", path, "--quiet", "--strict"], in: scratch.url)
    #expect(strict.status == 1 && strict.output.contains("warning ["))
    let compiled = try Executable.run(["compile", "2016-Q1", "--quiet", "--strict"], in: scratch.url)
    #expect(compiled.status == 1 && compiled.errors.contains("warning [draft-passed-over]"))
    #expect(try Executable.run(["compile", "2016-Q1", "--quiet"], in: scratch.url).errors.isEmpty)
  }

  @Test func readsStandardInput() throws {
    let file = try Data(contentsOf: Executable.package.appending(path: "inputs/2016-Q1/NO.xml"))
    #expect(try Executable.run(["validate", "-"], input: file).status == 0)
    #expect(try Executable.run(["validate", "-"], input: Data("<x/>".utf8)).status == 1)
  }

  @Test func givesTheKeysOfTheContract() throws {
    let outcome = try Executable.run(["validate", "-", "--format", "json"], input: Data("<x>".utf8))
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let file = try #require((answer["files"] as? [[String: Any]])?.first)
    #expect(file["valid"] as? Bool == false && file["path"] as? String == "-" && file.keys.contains("country"))
    let finding = try #require((file["diagnostics"] as? [[String: Any]])?.first)
    let keys = [
      "column", "endColumn", "excerpt", "excerptColumn", "folded", "help", "line", "message", "rule", "severity", "why",
    ]
    #expect(finding.keys.sorted() == keys)
  }

  @Test func readsWhatWordAndNotepadProduce() throws {
    let text = try String(contentsOf: Executable.package.appending(path: "inputs/2016-Q1/NO.xml"), encoding: .utf8)
      .replacing("Norway", with: "N\u{F8}rway")
    for (name, encoding) in [
      ("UTF-16", String.Encoding.utf16), ("windows-1252", .windowsCP1252), ("ISO-8859-1", .isoLatin1),
    ] {
      let declared = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\"")
      let bytes = try #require(declared.data(using: encoding))
      let outcome = try Executable.run(["validate", "-"], input: bytes)
      #expect(outcome.status == 0, "\(name): \(outcome.output)")
    }
    #expect(try Executable.run(["validate", "-"], input: Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)).status == 0)
  }

  @Test func classifiesWithEvidence() throws {
    let outcome = try Executable.run(["classify", "inputs/2016-Q1", "--format", "json"])
    #expect(outcome.status == 0)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let developments = try #require(answer["developments"] as? [[String: Any]])
    #expect(developments.count > 50)
    let deciders = Set(developments.compactMap { $0["decidedBy"] as? String })
    #expect(deciders == ["submission", "classifier"])
    let undeclared = try #require(developments.first { $0["declared"] is NSNull })
    #expect((undeclared["evidence"] as? [[String: Any]])?.isEmpty == false)
  }
}
