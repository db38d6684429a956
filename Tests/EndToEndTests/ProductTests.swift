import Foundation
import Testing

/// The products of several issues, made of the package's inputs as a user would.
@Suite struct ProductTests {
  private static let commands: [(arguments: [String], folder: String, name: String)] = [
    (["annual", "2016"], "annual-2016", "annual"),
    (["factsheet", "NO", "--from", "2016-Q1", "--to", "2016-Q4"], "factsheet-NO-2016-Q1-2016-Q4", "factsheet"),
    (["digest", "return", "--from", "2016-Q1", "--to", "2016-Q4"], "digest-return-2016-Q1-2016-Q4", "digest"),
  ]

  /// The ids of the developments of 2016 with what each continues, read with nothing of the product's own.
  private func developments() throws -> [(anchor: String, follows: [String])] {
    var found: [(anchor: String, follows: [String])] = []
    for period in ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"] {
      let folder = Executable.package.appending(path: "inputs/\(period)")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.count == 6 {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let country = name.prefix(2).lowercased()
        for part in text.split(separator: "<development").dropFirst() {
          let id = try #require(part.firstMatch(of: /id="([^"]+)"/)).1
          let follows = part.matches(of: /<follows\s+period="[^"]+"\s+id="([^"]+)"/).map { "\(country)-\($0.1)" }
          found.append(("\(country)-\(id)", follows))
        }
      }
    }
    return found
  }

  @Test func makesEachProductInBothForms() throws {
    let scratch = try Scratch()
    for (arguments, folder, name) in Self.commands {
      let outcome = try Executable.run(arguments + ["--output", scratch.url.path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let names = ["\(name).html", "\(name).txt", "manifest.json"]
      #expect(try scratch.files(folder).keys.sorted() == names.sorted())
      #expect(outcome.output.split(separator: "\n").count == 3)
      let page = try scratch.read("\(folder)/\(name).html")
      let text = try scratch.read("\(folder)/\(name).txt")
      let anchors = page.matches(of: /<article class="entry" id="([^"]+)"/).map { String($0.1) }
      #expect(!anchors.isEmpty && Set(anchors).count == anchors.count)
      for anchor in anchors { #expect(text.contains("#\(anchor)\n"), "\(anchor)") }
      for line in text.split(separator: "\n") where line.count > 72 {
        #expect(line.hasPrefix("http") && !line.contains(" "), "\(line)")
      }
      for target in Set(page.matches(of: /href="#([^"]+)"/).map(\.1)) {
        #expect(page.contains("id=\"\(target)\""), "\(target)")
      }
    }
  }

  @Test func tellsEachChainOfTheYearOnce() throws {
    let scratch = try Scratch()
    #expect(try Executable.run(["annual", "2016", "--output", scratch.url.path]).status == 0)
    let page = try scratch.read("annual-2016/annual.html")
    let all = try developments()
    let overtaken = Set(all.flatMap(\.follows))
    #expect(overtaken.count > 5)
    for (anchor, _) in all {
      #expect(page.contains("id=\"\(anchor)\"") == !overtaken.contains(anchor), "\(anchor)")
    }
    #expect(page.contains("id=\"page-statistics\""))
  }

  @Test func keepsToTheCountryAndTheTheme() throws {
    let scratch = try Scratch()
    for (arguments, _, _) in Self.commands.dropFirst() {
      #expect(try Executable.run(arguments + ["--output", scratch.url.path]).status == 0)
    }
    let factsheet = try scratch.read("factsheet-NO-2016-Q1-2016-Q4/factsheet.html")
    #expect(factsheet.matches(of: /data-country="([A-Z]+)"/).allSatisfy { $0.1 == "NO" })
    #expect(factsheet.contains("<h1>Norway</h1>"))
    let digest = try scratch.read("digest-return-2016-Q1-2016-Q4/digest.txt")
    let headings = ["January to March 2016\n=", "April to June 2016\n=", "October to December 2016\n="]
    let places = headings.compactMap { digest.range(of: $0)?.lowerBound }
    #expect(places.count == headings.count && places == places.sorted())
  }

  @Test func recordsInputsAndOutputs() throws {
    let scratch = try Scratch()
    #expect(try Executable.run(Self.commands[1].arguments + ["--output", scratch.url.path]).status == 0)
    let data = try #require(try scratch.files("factsheet-NO-2016-Q1-2016-Q4")["manifest.json"])
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(manifest["product"] as? String == "factsheet" && manifest["of"] as? String == "NO")
    let inputs = try #require(manifest["inputs"] as? [[String: Any]]).compactMap { $0["name"] as? String }
    #expect(inputs.contains("2016-Q1/NO.xml") && inputs.contains("2016-Q4/issue.xml"))
    #expect((manifest["outputs"] as? [Any])?.count == 2)
    #expect(manifest["periods"] as? [String] == ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"])
  }

  @Test func givesTheSameBytesInAnyFolderLocaleAndTimeZone() throws {
    let scratches = try [Scratch(), Scratch()]
    let surroundings = [["LC_ALL": "C", "TZ": "Pacific/Auckland"], ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/Lima"]]
    for (scratch, environment) in zip(scratches, surroundings) {
      for (arguments, _, _) in Self.commands {
        let outcome = try Executable.run(arguments + ["--output", scratch.url.path], environment: environment)
        #expect(outcome.status == 0)
      }
    }
    #expect(try scratches[0].files(".") == scratches[1].files("."))
  }

  @Test(arguments: [
    (["annual", "2019"], 2, "2015, 2016, 2022"), (["annual", "next"], 64, "next"),
    (["factsheet", "Norwey"], 64, "“NO” (Norway)"), (["factsheet", "QQ"], 64, "“QQ” is not"),
    (["digest", "retrun"], 64, "“return”"), (["digest", "weather"], 64, "The themes are"),
    (["digest", "return", "--from", "2016-Q4", "--to", "2016-Q1"], 64, "--from 2016-Q4 is after --to 2016-Q1"),
    (["factsheet", "NO", "--from", "2018-Q1", "--to", "2018-Q4"], 2, "no issue from 2018-Q1 to 2018-Q4"),
    (["factsheet", "NO", "--from", "summer"], 64, "summer"),
    (["factsheet", "IS", "--from", "2016-Q1", "--to", "2016-Q1"], 64, ""),
  ])
  func saysWhatIsWrongWithWhatIsAskedFor(_ arguments: [String], _ status: Int32, _ words: String) throws {
    let scratch = try Scratch()
    let outcome = try Executable.run(arguments + ["--output", scratch.url.path])
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(words.isEmpty || outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try scratch.files(".").isEmpty)
  }

  @Test func stopsAtErrorsInAnyIssueAndKeepsWhatWasThere() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1", "2016-Q2"])
    #expect(try Executable.run(["annual", "2016"], in: scratch.url).status == 0)
    let before = try scratch.files("output")
    try scratch.edit("inputs/2016-Q1/SE.xml") { $0.replacing("kind=\"", with: "kind=\"x", maxReplacements: 1) }
    let outcome = try Executable.run(["annual", "2016"], in: scratch.url)
    #expect(outcome.status == 1 && outcome.errors.contains("2016-Q1/SE.xml"), "\(outcome.errors)")
    #expect(try scratch.files("output") == before)
  }

  @Test func letsNoWordsOfAnInputBecomeMarkup() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"])
    let hostile = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;/style&gt;&quot;&apos;--&gt;\u{202E}"
    for period in ["2016-Q1", "2016-Q4"] {
      try scratch.edit("inputs/\(period)/NO.xml") { text in
        text.replacing(#/<headline([^>]*)>/#) { "<headline\($0.1)>\(hostile) " }
          .replacing(#/<p>/#) { _ in "<p>\(hostile) " }
      }
      try scratch.edit("inputs/\(period)/issue.xml") { text in
        text.replacing(#/<colophon>\s*<p>/#) { _ in "<colophon><p>\(hostile) " }
      }
    }
    for (arguments, folder, name) in Self.commands {
      let outcome = try Executable.run(arguments, in: scratch.url)
      guard outcome.status == 0 else {
        // A character that nobody sees may stop the job, but then nothing is written.
        #expect(outcome.status == 1 && !outcome.errors.isEmpty)
        continue
      }
      let page = try scratch.read("output/\(folder)/\(name).html")
      #expect(!page.contains("<script>alert") && page.matches(of: /<\/style>/).count == 1)
    }
  }
}
