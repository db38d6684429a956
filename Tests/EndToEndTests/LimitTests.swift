import Foundation
import Testing

@Suite("What a file and an argument may be")
struct LimitTests {
  @Test("A file may have as many bytes as the option says, and not one more")
  func largestFile() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.edit("inputs/2016-Q1/NO.xml") { text in
      text + String(repeating: " ", count: (64 << 10) - text.utf8.count)
    }
    for command in [["validate", "inputs/2016-Q1/NO.xml"], ["validate", "inputs"], ["compile", "2016-Q1"]] {
      #expect(try Executable.run(command + ["--largest-file", "64"], in: scratch.url).status == 0)
      let outcome = try Executable.run(command + ["--largest-file", "63"], in: scratch.url)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("inputs/2016-Q1/NO.xml has more than 63 KiB, the most that it may have."))
    }
  }

  @Test("Without the option it is 2 MiB")
  func usualLargestFile() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2016-Q1"])
    try scratch.edit("inputs/2016-Q1/NO.xml") { $0 + String(repeating: " ", count: (2 << 20) + 1 - $0.utf8.count) }
    let outcome = try Executable.run(["validate", "inputs/2016-Q1/NO.xml"], in: scratch.url)
    #expect(outcome.status == 2 && outcome.errors.contains("has more than 2 MiB"))
    #expect(try Executable.run(["validate", "-"], in: scratch.url, input: Data(count: (2 << 20) + 1)).status == 2)
  }

  @Test("A limit that cannot be meant is wrong usage", arguments: ["0", "-1", "16385", "many"])
  func refusesLimits(_ limit: String) throws {
    #expect(try Executable.run(["validate", "inputs", "--largest-file=\(limit)"]).status == 64)
  }

  @Test("An argument that is repeated cannot drive the terminal")
  func showsControlCharacters() throws {
    for arguments in [["compile", "\u{1B}[2J"], ["\u{1B}]0;x\u{7}"], ["validate", "--format", "\u{9B}31m", "inputs"]] {
      let outcome = try Executable.run(arguments)
      #expect(outcome.status == 64 && outcome.errors.contains("<U+00"))
      #expect(
        !outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
    }
  }
}
