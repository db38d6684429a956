import Emit
import Foundation
import Model
import Pipeline
import Testing

/// What the archive keeps of an issue is all that its site needs.
@Suite struct ArchivePartTests {
  private static let inputs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "inputs").path

  @Test func theSiteFromPartsIsThatFromTheIssuesThemselves() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "bulletin-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = try ArchiveBuild(inputs: InputsFolder(Self.inputs), output: output.path).run()
    var issues: [CompiledIssue] = []
    for name in ["2015-Q4", "2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4", "2022-Q4"] {
      let period = try #require(Period(name))
      let job = try Compilation.job(for: period, inputs: InputsFolder(Self.inputs), output: output.path)
      issues.append(try #require(try job.run(period).issue))
    }
    let pages = archiveSite(of: issues, baseURL: nil) + archiveSearch(of: issues)
    #expect(pages.count > 100)
    for page in pages {
      let path = output.appending(path: "archive/\(page.path)")
      #expect(try Data(contentsOf: path) == Data(page.bytes()), "\(page.path)")
    }
  }
}
