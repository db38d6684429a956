import Foundation
import Testing

@Suite("Building the archive")
struct ArchiveBuildTests {
  /// All files below a folder, with what they hold.
  private func files(_ scratch: Scratch, _ folder: String) throws -> [String: Data] {
    let root = scratch.url.appending(path: folder)
    let walk = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey]))
    var files: [String: Data] = [:]
    for case let url as URL in walk where (try url.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
      files[String(url.path.dropFirst(root.path.count))] = try Data(contentsOf: url)
    }
    return files
  }

  @Test("A second build does nothing; a changed submission has its own issue made again, and what refers to it")
  func onlyWhatChanged() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1", "2016-Q2"])
    func build() throws -> String { try Executable.run(["archive", "build"], in: scratch.url).output }
    #expect(try build().hasPrefix("3 issues, 3 made again"))
    let first = try files(scratch, "output")
    #expect(try build() == "3 issues, 0 made again; 0 files of the site written.\n")
    #expect(try files(scratch, "output") == first)

    let german = try scratch.read("inputs/2015-Q4/DE.xml")
    try scratch.write(
      german.replacing("<headline>", with: "<headline>New: ", maxReplacements: 1), "inputs/2015-Q4/DE.xml")
    #expect(try build().hasPrefix("3 issues, 2 made again"), "2016-Q1 follows up on Germany's submission")
    try scratch.write(german, "inputs/2015-Q4/DE.xml")
    #expect(try build().hasPrefix("3 issues, 2 made again"))
    #expect(try files(scratch, "output") == first, "what comes back is what was there")
  }

  @Test("What is missing is made again, and the editions of the site are those of the outputs")
  func missing() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4"])
    let build = { try Executable.run(["archive", "build"], in: scratch.url) }
    #expect(try build().status == 0)
    let page = try scratch.read("output/archive/2015-Q4/bulletin.html")
    #expect(try scratch.read("output/2015-Q4/bulletin.html") == page)
    try FileManager.default.removeItem(at: scratch.url.appending(path: "output/archive/2015-Q4/bulletin.html"))
    #expect(try build().status == 0)
    #expect(try scratch.read("output/archive/2015-Q4/bulletin.html") == page)
  }

  @Test("An issue with errors is told; its outputs and the site stay as they were")
  func errors() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4"])
    #expect(try Executable.run(["archive", "build"], in: scratch.url).status == 0)
    let first = try files(scratch, "output/2015-Q4")
    try scratch.write("<submission", "inputs/2015-Q4/DE.xml")
    let outcome = try Executable.run(["archive", "build"], in: scratch.url)
    #expect(outcome.status == 1 && outcome.errors.contains("DE.xml"))
    #expect(try files(scratch, "output/2015-Q4") == first)
  }
}
