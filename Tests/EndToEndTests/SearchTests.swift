import Foundation
import Testing

@Suite("Searching the archive")
struct SearchTests {
  private func search(_ arguments: String..., in scratch: Scratch) throws -> Executable.Outcome {
    try Executable.run(["search"] + arguments, in: scratch.url)
  }

  /// The anchors of what a search finds, with their periods.
  private func found(_ arguments: [String], in scratch: Scratch) throws -> [String] {
    let outcome = try Executable.run(
      ["search", "--format", "json", "--limit", "0"] + arguments, in: scratch.url)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let developments = try #require(json?["developments"] as? [[String: Any]])
    #expect(json?["count"] as? Int == developments.count)
    return developments.compactMap { "\($0["period"] ?? "") \($0["anchor"] ?? "")" }
  }

  private func archive(_ periods: [String]) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.copyInputs(periods)
    #expect(try Executable.run(["archive", "build"], in: scratch.url).status == 0)
    return scratch
  }

  @Test("A development is found by words, a phrase, country and theme, and EU act, as the archive's data have it")
  func finds() throws {
    let scratch = try archive(allPeriods)
    let lines = try scratch.read("output/archive/developments.jsonl").split(separator: "\n")
    let all = try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    func expected(_ fits: ([String: Any]) -> Bool) -> Set<String> {
      Set(all.filter(fits).map { "\($0["period"] ?? "") \($0["anchor"] ?? "")" })
    }
    for item in stride(from: 0, to: all.count, by: 37).map({ all[$0] }) {
      let place = "\(item["period"] ?? "") \(item["anchor"] ?? "")"
      let words = try #require((item["body"] as? [String])?.first).split(separator: " ").prefix(9).suffix(5)
        .filter { $0.allSatisfy { $0.isLetter } }
      #expect(try found(words.map(String.init), in: scratch).contains(place), "\(words)")
    }
    let norway = expected { $0["country"] as? String == "NO" && $0["theme"] as? String == "return" }
    #expect(norway.isSubset(of: try found(["--country", "NO", "--theme", "return"], in: scratch)))
    #expect(
      try Set(found(["--country", "no", "--country", "Sweden"], in: scratch))
        == expected {
          ["NO", "SE"].contains($0["country"] as? String)
        })
    let act = "32013L0033"
    let concerned = expected { item in
      ["euActs", "acts", "citations"].contains { list in
        (item[list] as? [[String: Any]] ?? []).contains { $0["celex"] as? String == act }
      }
    }
    #expect(!concerned.isEmpty)
    #expect(try Set(found(["--act", act], in: scratch)) == concerned)
    let phrase = try found(["\"unaccompanied minors\""], in: scratch)
    #expect(!phrase.isEmpty)
    #expect(try Set(phrase).isSubset(of: found(["unaccompanied minors"], in: scratch)))
    #expect(
      try found(["--since", "2016-Q2", "--until", "2016-Q3"], in: scratch).allSatisfy {
        $0.hasPrefix("2016-Q2") || $0.hasPrefix("2016-Q3")
      })
  }

  @Test("Text tells issue, country, standing, headline, a part of the text and the place, then the count")
  func text() throws {
    let scratch = try archive(["2015-Q4", "2016-Q1"])
    let outcome = try search("unaccompanied", "minors", "--since", "2016-Q1", "--limit", "1", in: scratch)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && !outcome.output.contains("\u{1B}"))
    #expect(lines.first?.hasPrefix("2016-Q1 · ") == true)
    let path = try #require(lines.first { $0.hasPrefix("    output/archive/2016-Q1/bulletin.html#") })
    let parts = path.trimmingCharacters(in: .whitespaces).split(separator: "#")
    #expect(try scratch.read(String(parts[0])).contains("id=\"\(parts[1])\""))
    #expect(lines.dropLast().last?.hasSuffix(" developments, the best of them shown.") == true)
    #expect(try search("zzyzxq", in: scratch).output.hasPrefix("Nothing found."))
    #expect(try search("minors", "--year", "1999", in: scratch).output.contains("without them"))
    #expect(try search("--year", "1999", in: scratch).output == "Nothing found with these filters.\n")
  }

  @Test("The index follows the archive, and its file is not in the folder for web servers")
  func stale() throws {
    let scratch = try archive(["2015-Q4"])
    #expect(try found(["quagga"], in: scratch).isEmpty)
    try scratch.edit("inputs/2015-Q4/DE.xml") {
      $0.replacing("<headline>", with: "<headline>Quagga ", maxReplacements: 1)
    }
    #expect(try found(["quagga"], in: scratch).isEmpty, "the archive is still the one of before")
    #expect(try Executable.run(["archive", "build"], in: scratch.url).status == 0)
    #expect(try found(["quagga"], in: scratch).count == 1)
    let files = try scratch.files("output").keys.filter { $0.contains("sqlite") }
    #expect(files == ["search.sqlite"])
    let first = try scratch.files("output")["search.sqlite"]
    #expect(try search("quagga", "--verbose", in: scratch).errors.isEmpty, "nothing is to be made anew")
    #expect(try scratch.files("output")["search.sqlite"] == first)
  }

  @Test(
    "A damaged index is made anew, which one line tells",
    arguments: ["empty", "garbage", "cut", "overwritten", "other"])
  func damaged(_ damage: String) throws {
    let scratch = try archive(["2015-Q4"])
    let wanted = try search("asylum", in: scratch).output
    let file = scratch.url.appending(path: "output/search.sqlite")
    var bytes = try Data(contentsOf: file)
    switch damage {
    case "empty": bytes = Data()
    case "garbage": bytes = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) })
    case "cut": bytes = bytes.prefix(bytes.count / 2)
    case "other": bytes = Data("SQLite format 3\u{0}".utf8)
    default:
      for place in stride(from: 4_096, to: bytes.count, by: 997) { bytes[place] = 0xFF }
    }
    try bytes.write(to: file)
    let outcome = try search("asylum", in: scratch)
    #expect(outcome.status == 0 && outcome.output == wanted)
    #expect(
      outcome.errors.hasSuffix("made anew.\n") && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    let again = try search("asylum", in: scratch)
    #expect(again.output == wanted && again.errors.isEmpty)
  }

  @Test("Searches at the same time do not disturb each other")
  func atOnce() async throws {
    let scratch = try archive(["2015-Q4"])
    let wanted = try search("asylum", in: scratch).output
    for _ in 0..<3 {
      try FileManager.default.removeItem(at: scratch.url.appending(path: "output/search.sqlite"))
      try await withThrowingTaskGroup(of: Executable.Outcome.self) { group in
        let folder = scratch.url
        for _ in 0..<6 { group.addTask { try Executable.run(["search", "asylum"], in: folder) } }
        for try await outcome in group {
          #expect(outcome.status == 0 && outcome.output == wanted && outcome.errors.isEmpty, "\(outcome.errors)")
        }
      }
    }
    #expect(try scratch.files("output").keys.filter { $0.contains("sqlite") } == ["search.sqlite"])
  }

  @Test("An index that cannot be kept is made for the one search")
  func cannotBeKept() throws {
    let scratch = try archive(["2015-Q4"])
    // A folder is in the way, which stops even root.
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "output/search.sqlite/in-the-way"), withIntermediateDirectories: true)
    let outcome = try search("asylum", in: scratch)
    #expect(outcome.status == 0 && outcome.output.contains("developments"))
    #expect(outcome.errors.contains("made for this search alone"))
  }

  @Test("Without an archive, without words, or with what there is not, it says what to do")
  func refusals() throws {
    let empty = try Scratch()
    let none = try search("asylum", in: empty)
    #expect(none.status == 2 && none.errors.contains("bulletin archive build"))
    let scratch = try archive(["2015-Q4"])
    for arguments in [
      [], ["***"], ["--theme", "retrun"], ["--country", "XX"], ["--kind", "law"], ["--since", "2016"],
    ] {
      let outcome = try Executable.run(["search"] + arguments, in: scratch.url)
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(arguments)")
    }
    #expect(try search("--theme", "retrun", in: scratch).errors.contains("Did you mean “return”"))
    #expect(try search("asylum", "--limit", "-1", in: scratch).status == 64)
    #expect(try search("--since", "2016-Q2", "--until", "2016-Q1", in: scratch).status == 64)
  }

  @Test(
    "Odd words are words",
    arguments: ["\"", "\"\"", "a\" OR \"b", "NEAR(", "x* y:z", "--", "’; DROP TABLE words", "é日本🇳🇴"])
  func odd(_ words: String) throws {
    let scratch = try archive(["2015-Q4"])
    let outcome = try search("--country", "DE", "--", words, in: scratch)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test("Where the program that searches is missing, it is told how to build it")
  func missingProgram() throws {
    let scratch = try Scratch()
    let copy = scratch.url.appending(path: "bulletin")
    try FileManager.default.copyItem(at: Executable.url, to: copy)
    let outcome = try Executable.run([], in: scratch.url, through: ["sh", "-c", "exec ./bulletin search asylum"])
    #expect(outcome.status == 2 && outcome.errors.contains("make search"), "\(outcome.errors)")
  }
}
