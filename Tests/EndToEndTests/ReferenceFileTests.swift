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
