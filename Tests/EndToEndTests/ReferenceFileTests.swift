import Foundation
import Testing

@Suite struct ReferenceFileTests {
  private func network() throws -> String {
    let file = Executable.package.appending(path: "Sources/Reference/Data/network.xml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func takesANewerFileFromTheInputs() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    let newer = try network().replacing("version=\"2026-11\"", with: "version=\"2030-01\"")
      .replacing(">Norway<", with: ">Kingdom of Norway<")
    try scratch.write(newer, "inputs/reference/network.xml")
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try scratch.read("output/2016-Q1/bulletin.txt").contains("Kingdom of Norway"))
    #expect(try scratch.read("output/2016-Q1/manifest.json").contains("\"network\": \"2030-01\""))
  }

  @Test func takesNewerWordsOfHouseStyle() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2022-Q4"])
    let file = Executable.package.appending(path: "Sources/Reference/Data/style.xml")
    let words = try String(contentsOf: file, encoding: .utf8)
    let submission = "inputs/2022-Q4/EL.xml"
    #expect(try Executable.run(["validate", submission], in: scratch.url).output.contains("[acronym-unexplained]"))
    try scratch.write(
      words.replacing("<acronyms>", with: "<acronyms>\n<term letters=\"exact\">ESTIA</term>"),
      "inputs/reference/style.xml")
    #expect(try !Executable.run(["validate", submission], in: scratch.url).output.contains("[acronym-unexplained]"))
  }

  @Test func takesANewerGlossary() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    let file = Executable.package.appending(path: "Sources/Reference/Data/glossary.xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let newer = text.replacing("version=\"2026-11\"", with: "version=\"2030-01\"")
      .replacing("<name>asylum seeker</name>", with: "<name>seeker of asylum</name><form>asylum seeker</form>")
    try scratch.write(newer, "inputs/reference/glossary.xml")
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try scratch.read("output/2016-Q1/bulletin.txt").contains("\nseeker of asylum\n    "))
    #expect(try scratch.read("output/2016-Q1/manifest.json").contains("\"glossary\": \"2030-01\""))

    let clash = text.replacing("<name>entry ban</name>", with: "<name>asylum-seekers</name>")
    try scratch.write(clash, "inputs/reference/glossary.xml")
    let refusal = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(refusal.status == 2)
    #expect(refusal.errors.contains("“asylum seekers” stands for two terms"), "\(refusal.errors)")
  }

  @Test func refusesABrokenOne() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.write(try network().replacing("code=\"NO\"", with: "kode=\"NO\""), "inputs/reference/network.xml")
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("inputs/reference/network.xml:"))
    #expect(outcome.errors.contains("[attribute-unknown]") && outcome.errors.contains("Did you mean “code”?"))
    #expect(try scratch.files("output").isEmpty)
  }
}
