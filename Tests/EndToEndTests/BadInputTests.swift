import Foundation
import Testing

/// A mistake that people make, and the finding that it must give.
struct Mistake: Sendable, CustomTestStringConvertible {
  var rule: String
  var file = "NO"
  var hasLine = true
  var change: @Sendable (String) -> String

  var testDescription: String { "\(file): \(rule)" }
}

@Suite struct BadInputTests {
  static let mistakes: [Mistake] = [
    Mistake(rule: "end-tag-missing") { $0.replacing("</headline>", with: "", maxReplacements: 1) },
    Mistake(rule: "element-unexpected") {
      $0.replacing("<headline>", with: "<title>").replacing("</headline>", with: "</title>")
    },
    Mistake(rule: "attribute-missing") { $0.replacing(#/ kind="[a-z-]+"/#, with: "", maxReplacements: 1) },
    Mistake(rule: "country-mistaken", file: "EL") { $0.replacing("country=\"EL\"", with: "country=\"GR\"") },
    Mistake(rule: "country-never-member") { $0.replacing("country=\"NO\"", with: "country=\"DK\"") },
    Mistake(rule: "country-not-member") { $0.replacing("period=\"2016-Q1\"", with: "period=\"2010-Q3\"") },
    Mistake(rule: "stage-outside-period") {
      $0.replacing(#/(<stage type="[a-z-]+" date=")[0-9-]+"/#) { "\($0.1)2016-05-02\"" }
    },
    Mistake(rule: "id-duplicate") { $0.replacing(#/<development id="[^"]+"/#, with: "<development id=\"same\"") },
    Mistake(rule: "link-scheme") { $0.replacing(#/href="[^"]+"/#, with: "href=\"javascript:alert(1)\"") },
    Mistake(rule: "doctype") {
      $0.replacing("<submission", with: "<!DOCTYPE submission [<!ENTITY a \"b\">]>\n<submission", maxReplacements: 1)
    },
    Mistake(rule: "not-xml") { _ in "Dear colleagues, please find attached our submission." },
    Mistake(rule: "file-empty", hasLine: false) { _ in "" },
  ]

  @Test(arguments: mistakes)
  func stopsTheJobWithAFindingAndWritesNothing(_ mistake: Mistake) throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    #expect(try Executable.run(["compile", "2016-Q1"], in: scratch.url).status == 0)
    let before = try scratch.files("output")
    try scratch.edit("inputs/2016-Q1/\(mistake.file).xml", mistake.change)
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 1)
    #expect(try scratch.files("output") == before)
    let place = mistake.hasLine ? #/\.xml:[0-9]+:[0-9]+: error \[([a-z-]+)\]/# : #/\.xml: error \[([a-z-]+)\]/#
    let found = outcome.errors.matches(of: place).map { String($0.1) }
    #expect(found.contains(mistake.rule), "\(outcome.errors)")
    let validation = try Executable.run(["validate", "inputs/2016-Q1/\(mistake.file).xml"], in: scratch.url)
    #expect(validation.status == 1 && validation.output.contains("[\(mistake.rule)]"))
    #expect(validation.output.contains("To mend it: "))
  }

  @Test func saysThatAFolderHasNoSubmissions() throws {
    let scratch = try Scratch()
    try scratch.write("", "inputs/2016-Q1/.keep")
    for arguments in [["compile", "2016-Q1"], ["validate", "inputs/2016-Q1"]] {
      let outcome = try Executable.run(arguments, in: scratch.url)
      #expect(outcome.status == 1)
      #expect((outcome.output + outcome.errors).contains("[submissions-missing]"))
    }
    #expect(try scratch.files("output").isEmpty)
  }

  @Test func cannotDoTheJobWithoutInputs() throws {
    let scratch = try Scratch()
    let outcome = try Executable.run(["compile", "--inputs", "nowhere"], in: scratch.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nowhere could not be opened: there is no such file or folder."))
    #expect(try Executable.run(["compile", "2016-Q1", "--inputs", "nowhere"], in: scratch.url).status == 2)
    #expect(try Executable.run(["validate", "nowhere.xml"], in: scratch.url).status == 2)
  }

  @Test func cannotDoTheJobWhereItMayNotWrite() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    let locked = scratch.url.appending(path: "locked")
    try FileManager.default.createDirectory(at: locked, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: locked.path)
    // The superuser may write anywhere, so the privileges go.
    let wrapper = getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"] : []
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.url.path)
    let executable = scratch.url.appending(path: "bulletin")
    try FileManager.default.copyItem(at: Executable.url, to: executable)
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = wrapper + [executable.path, "compile", "2016-Q1", "--output", "locked"]
    process.currentDirectoryURL = scratch.url
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2, "\(said)")
    #expect(said.contains("permission is denied"))
    #expect(try scratch.files("locked").isEmpty)
  }

  @Test func refusesAFileInTheWay() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.write("x", "output")
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 2)
    #expect(try scratch.read("output") == "x")
  }

  @Test func refusesWrongUsage() throws {
    #expect(try Executable.run(["compile", "2016"]).status == 64)
    #expect(try Executable.run(["compose"]).status == 64)
    #expect(try Executable.run(["validate"]).status == 64)
  }

  @Test func findsAnIdThatWasUsedBefore() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    let old = try #require(
      try scratch.read("inputs/2015-Q4/NO.xml").firstMatch(of: /<development\s+id="([^"]+)"/)?.1)
    try scratch.edit("inputs/2016-Q1/NO.xml") {
      $0.replacing(#/<development id="[^"]+"/#, with: "<development id=\"\(old)\"", maxReplacements: 1)
    }
    let outcome = try Executable.run(["validate", "inputs"], in: scratch.url)
    #expect(outcome.status == 1 && outcome.output.contains("[id-reused]"), "\(outcome.output)")
  }

  @Test("An earlier submission that is there and cannot be read ends the job: it must not count as not submitted")
  func refusesAnUnreadableEarlierSubmission() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    #expect(try Executable.run(["compile", "2016-Q1"], in: scratch.url).status == 0)
    let before = try scratch.files("output")
    let earlier = scratch.url.appending(path: "inputs/2015-Q4/BG.xml")
    try FileManager.default.removeItem(at: earlier)
    try scratch.write("", "inputs/2015-Q4/BG.xml/.keep")
    for arguments in [["compile", "2016-Q1"], ["validate", "inputs/2016-Q1"]] {
      let outcome = try Executable.run(arguments, in: scratch.url)
      #expect(outcome.status == 2, "\(outcome.errors)")
      #expect(outcome.errors.contains("inputs/2015-Q4/BG.xml"), "\(outcome.errors)")
    }
    #expect(try scratch.files("output") == before)
  }

  @Test("A text of one word again and again takes no more time than its length")
  func readsRepeatedWordsInTime() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2016-Q1"])
    try scratch.edit("inputs/2016-Q1/NO.xml") {
      $0.replacing("<p>", with: "<p>" + String(repeating: "we ", count: 100_000), maxReplacements: 1)
    }
    let start = ContinuousClock.now
    let outcome = try Executable.run(["validate", "inputs/2016-Q1/NO.xml"], in: scratch.url)
    #expect(outcome.status == 0 || outcome.status == 1)
    #expect(outcome.output.contains("[first-person]"))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("Headlines that show nothing, and languages that are none, are errors")
  func findsWhatShowsNothing() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2016-Q1"])
    try scratch.edit("inputs/2016-Q1/NO.xml") {
      $0.replacing(#/<headline>[^<]*</#, with: "<headline>&#160;&#8203;<", maxReplacements: 1)
    }
    let submission = try Executable.run(["validate", "inputs/2016-Q1/NO.xml"], in: scratch.url)
    #expect(submission.status == 1 && submission.output.contains("[text-missing]"), "\(submission.output)")
    try scratch.edit("inputs/2016-Q1/issue.xml") {
      $0.replacing(
        "</p>", with: " <foreign xml:lang=\"not a language\">mottak</foreign></p>", maxReplacements: 1)
    }
    let issue = try Executable.run(["validate", "inputs/2016-Q1/issue.xml"], in: scratch.url)
    #expect(issue.status == 1 && issue.output.contains("[language-malformed]"), "\(issue.output)")
  }

  @Test("What someone else put beside an issue's outputs stays there, and nothing of the work is left")
  func keepsOtherFiles() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    #expect(try Executable.run(["compile", "2016-Q1"], in: scratch.url).status == 0)
    let made = Set(try scratch.files("output").keys)
    try scratch.write("mine", "output/2016-Q1/notes.txt")
    try scratch.write("half of it", "output/.2016-Q1.new/bulletin.html")
    #expect(try Executable.run(["compile", "2016-Q1"], in: scratch.url).status == 0)
    #expect(try scratch.read("output/2016-Q1/notes.txt") == "mine")
    #expect(Set(try scratch.files("output").keys) == made.union(["2016-Q1/notes.txt"]))
    // Where folders stand among them, the files take their places one by one.
    try scratch.write("mine", "output/2016-Q1/photos/a.txt")
    #expect(try Executable.run(["compile", "2016-Q1"], in: scratch.url).status == 0)
    #expect(Set(try scratch.files("output").keys) == made.union(["2016-Q1/notes.txt", "2016-Q1/photos/a.txt"]))
  }
}
