import Foundation
import Testing

@Suite("Sharing the archive's work")
struct ArchiveShardTests {
  private func archive(_ arguments: [String], in scratch: Scratch) throws -> Executable.Outcome {
    try Executable.run(["archive"] + arguments, in: scratch.url)
  }

  @Test("Shares joined are the archive that one build makes, byte for byte", arguments: [2, 4, 16])
  func join(_ count: Int) throws {
    let scratch = try Scratch()
    try scratch.copyInputs(allPeriods)
    #expect(try archive(["build", "--output", "whole"], in: scratch).status == 0)
    let whole = try scratch.files("whole")
    for number in (1...count).reversed() {
      let outcome = try archive(["build", "--shard", "\(number)/\(count)", "--output", "shared"], in: scratch)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "shared/archive").path))
    let outcome = try archive(["join", "--output", "shared"], in: scratch)
    #expect(outcome.output.hasPrefix("6 issues joined"), "\(outcome.errors)")
    #expect(try scratch.files("shared") == whole)
    // A build finds nothing left to do.
    #expect(try archive(["build", "--output", "shared"], in: scratch).output.hasPrefix("6 issues, 0 made again; 0 "))
  }

  @Test("A folder that is not there, and what is no address of a site, are told")
  func wrongUsage() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4"])
    let join = try archive(["join", "nowhere"], in: scratch)
    #expect(join.status == 2 && join.errors.contains("nowhere, which is to hold a share, is not there"))
    for address in ["example.org/archive", "javascript:x", "https://", "http:///a", "https://a b/", "ftp://a/"] {
      for command in ["build", "join"] {
        let outcome = try archive([command, "--base-url", address], in: scratch)
        #expect(outcome.status == 64 && outcome.errors.contains("is not the address of a site"), "\(address)")
      }
    }
    #expect(try archive(["build", "--strict"], in: scratch).status == 64)
    #expect(try scratch.files("output").isEmpty)
  }

  @Test("Shares from folders of their own are gathered, with the address of the site")
  func gather() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(allPeriods)
    let base = ["--base-url", "https://example.org/archive/"]
    #expect(try archive(["build", "--output", "whole"] + base, in: scratch).status == 0)
    for number in 1...3 {
      let shard = ["build", "--shard", "\(number)/3", "--output", "share-\(number)"]
      #expect(try archive(shard, in: scratch).status == 0)
    }
    let folders = ["share-1", "share-2", "share-3"]
    let outcome = try archive(["join"] + folders + ["--output", "joined"] + base, in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try scratch.files("joined") == scratch.files("whole"))
  }

  @Test("Shares spread by GNU parallel give the same archive", .enabled(if: hasParallel, "GNU parallel is not here"))
  func parallel() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(allPeriods)
    #expect(try archive(["build", "--output", "whole"], in: scratch).status == 0)
    let outcome = try Executable.run(
      ["archive", "build", "--quiet", "--output", "spread", "--shard", "{}/16", ":::"] + (1...16).map(String.init),
      in: scratch.url, through: ["parallel", "--jobs", "4", "--halt", "now,fail=1"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try archive(["join", "--output", "spread"], in: scratch).status == 0)
    #expect(try scratch.files("spread") == scratch.files("whole"))
  }

  @Test("What is missing or out of date is told, and nothing is written")
  func missing() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1", "2016-Q2"])
    #expect(try archive(["build", "--shard", "1/3"], in: scratch).status == 0)
    #expect(try archive(["build", "--shard", "3/3"], in: scratch).status == 0)
    let outcome = try archive(["join"], in: scratch)
    #expect(outcome.status == 2 && outcome.errors.contains("2016-Q1"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("2015-Q4"))
    #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "output/archive").path))

    #expect(try archive(["build", "--shard", "2/3"], in: scratch).status == 0)
    try scratch.edit("inputs/2016-Q2/AT.xml") {
      $0.replacing("<headline>", with: "<headline>New: ", maxReplacements: 1)
    }
    let late = try archive(["join"], in: scratch)
    #expect(late.status == 2 && late.errors.contains("2016-Q2"), "\(late.errors)")
  }

  @Test("A damaged part is made again", arguments: ["truncated", "another byte", "empty"])
  func damage(_ how: String) throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    #expect(try archive(["build"], in: scratch).status == 0)
    let whole = try scratch.files("output")
    let part = scratch.url.appending(path: "output/parts/2015-Q4.part")
    var bytes = try Data(contentsOf: part)
    switch how {
    case "truncated": bytes = bytes.prefix(bytes.count / 2)
    case "another byte": bytes[bytes.count / 2] ^= 1
    default: bytes = Data()
    }
    try bytes.write(to: part)
    // Another submission changes, so that the site must be made from the parts.
    try scratch.edit("inputs/2016-Q1/AT.xml") { $0 + "\n" }
    #expect(try archive(["build"], in: scratch).status == 0)
    try scratch.edit("inputs/2016-Q1/AT.xml") { String($0.dropLast()) }
    #expect(try archive(["build"], in: scratch).status == 0)
    #expect(try scratch.files("output") == whole)
  }

  @Test("A share that cannot be is wrong usage", arguments: ["0/3", "4/3", "3", "a/b", "1/0", "-1/3", "1/2/3"])
  func usage(_ shard: String) throws {
    #expect(try Executable.run(["archive", "build", "--shard=\(shard)"]).status == 64)
  }
}

private let hasParallel = FileManager.default.isExecutableFile(atPath: "/usr/bin/parallel")
