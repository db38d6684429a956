import Foundation
import Testing

@Suite("An archive whose builds are killed", .serialized)
struct ArchiveKillTests {
  /// What a reader would find broken in the outputs: a file that ends early, or a link from a page to no file.
  private func flaws(in scratch: Scratch) -> [String] {
    var flaws: [String] = []
    let output = scratch.url.appending(path: "output")
    func text(_ path: String) -> String? { try? String(contentsOf: output.appending(path: path), encoding: .utf8) }
    guard let door = text("archive/index.html") else { return [] }
    let paths = door.matches(of: /href="([^"#:]+)"/).map { String($0.1) }
    for path in paths + ["search/table.js", "developments.jsonl", "feeds/issues.atom"] {
      guard let page = text("archive/\(path)") else {
        // Between two looks the whole site may have changed; what its door shows then must be there.
        flaws.append("archive/\(path) is not there")
        continue
      }
      let end = ["html": "</html>\n", "txt": "\n", "js": ");\n", "atom": "</feed>\n", "json": "}\n", "jsonl": "}\n"]
      if let ending = end[(path as NSString).pathExtension], !page.hasSuffix(ending) { flaws.append("\(path) is cut") }
    }
    for period in allPeriods {
      if let page = text("\(period)/bulletin.html"), !page.hasSuffix("</html>\n") { flaws.append("\(period) is cut") }
      if let page = text("\(period)/bulletin.txt"), !page.hasSuffix("\n") { flaws.append("\(period) is cut") }
    }
    return flaws
  }

  @Test("Twenty builds killed at random, then a build: the outputs are those of an undisturbed one; no reader saw half")
  func kill() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(allPeriods)
    func build(_ output: String = "output") throws -> Executable.Outcome {
      try Executable.run(["archive", "build", "--output", output], in: scratch.url)
    }
    #expect(try build("undisturbed").status == 0)
    let undisturbed = try scratch.files("undisturbed")

    // Each run has something to do: the six issues are edited in turn, and put back at the end.
    let edited = allPeriods.map { "inputs/\($0)/issue.xml" }
    let originals = try edited.map { try scratch.read($0) }
    // How far a build comes in a time is a matter of the machine: the longest time grows with each build that was killed,
    // and shrinks with each that was not.
    var killed = 0
    var number = 0
    var longest = 40_000.0
    while killed < 20, number < 200 {
      number += 1
      let place = number % edited.count
      try scratch.write(originals[place].replacing("</issue>", with: "<!-- \(number) -->\n</issue>"), edited[place])
      let process = Process()
      process.executableURL = Executable.url
      process.arguments = ["archive", "build", "--quiet"]
      process.currentDirectoryURL = scratch.url
      try process.run()
      let identifier = process.processIdentifier
      let microseconds = UInt32.random(in: 0...UInt32(longest))
      Thread.detachNewThread {
        usleep(microseconds)
        Foundation.kill(identifier, SIGKILL)
      }
      repeat { #expect(flaws(in: scratch) == []) } while process.isRunning
      process.waitUntilExit()
      let isKilled = process.terminationReason == .uncaughtSignal
      killed += isKilled ? 1 : 0
      longest *= isKilled ? 1.25 : 0.5
      #expect(flaws(in: scratch) == [], "after kill \(number)")
    }
    #expect(killed == 20, "The builds ended too early to be killed.")
    for (path, text) in zip(edited, originals) { try scratch.write(text, path) }
    let outcome = try build()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = try scratch.files("output")
    #expect(files.keys.sorted() == undisturbed.keys.sorted())
    #expect(files.filter { undisturbed[$0.key] != $0.value }.keys.sorted() == [])
  }

  @Test("Two builds at once: one does the work, the other says so")
  func two() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(allPeriods)
    let processes = try (0..<2).map { _ in
      let process = Process()
      process.executableURL = Executable.url
      process.arguments = ["archive", "build", "--quiet"]
      process.currentDirectoryURL = scratch.url
      process.standardError = Pipe()
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    let statuses = processes.map(\.terminationStatus).sorted()
    #expect(statuses == [0, 0] || statuses == [0, 2])
    #expect(try Executable.run(["archive", "build"], in: scratch.url).output.contains(" 0 made again; 0 files"))
  }
}
