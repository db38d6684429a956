import Foundation
import Testing

/// The forms in which `validate` gives its findings; their readers are tried in `Tests/Pages`.
@Suite struct FindingsFormsTests {
  private func broken() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.edit("inputs/2016-Q1/NO.xml") {
      $0.replacing("theme=\"international-protection\"", with: "theme=\"internatonal-protection\"")
        .replacing(
          "  <development id=\"refugee",
          with: "  <contact><email>secret@example.org</email></contact>\n  <development id=\"refugee")
    }
    return scratch
  }

  @Test(arguments: ["text", "json", "sarif", "junit", "html"])
  func isTheSameEachTimeAndTellsTheSame(_ form: String) throws {
    let scratch = try broken()
    let bad = try Executable.run(["validate", "inputs/2016-Q1/NO.xml", "--format", form], in: scratch.url)
    #expect(bad.status == 1 && bad.errors.isEmpty && bad.output.contains("theme-unknown"))
    let again = try Executable.run(
      ["validate", "inputs/2016-Q1/NO.xml", "--format", form], in: scratch.url,
      environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
    #expect(again.output == bad.output)
    let good = try Executable.run(["validate", "inputs/2016-Q1/FI.xml", "--format", form], in: scratch.url)
    #expect(good.status == 0 && good.errors.isEmpty)
  }

  @Test func previewsWhatHasNoErrors() throws {
    let scratch = try broken()
    let page = try Executable.run(["validate", "inputs/2016-Q1/NO.xml", "--format", "html"], in: scratch.url).output
    #expect(page.contains("1 error to mend"))
    #expect(page.contains("Not shown, since it has errors to be mended first"))
    #expect(page.contains("<article class=\"entry\" id=\"no-family-formation-age-24\""))
    #expect(!page.contains("id=\"no-refugee-status-home-visits\""))
    #expect(page.contains("The submission gives no theme here. The software proposes “Legal migration”"))
    #expect(page.contains("4. Legal migration and integration"))
    #expect(!page.contains("secret@example.org"))
    #expect(!page.contains("Permalink</dt><dd><a href=\"#no-refugee"))
  }

  @Test func saysWhenAFileIsReadyAndWhenItIsADraft() throws {
    let scratch = try broken()
    func page() throws -> String {
      try Executable.run(["validate", "inputs/2016-Q1/FI.xml", "--format", "html"], in: scratch.url).output
    }
    #expect(try page().contains("<title>Ready to send: FI.xml</title>"))
    try scratch.edit("inputs/2016-Q1/FI.xml") { $0.replacing("status=\"final\"", with: "status=\"draft\"") }
    let draft = try page()
    #expect(draft.contains("<title>All is well: FI.xml</title>") && draft.contains("status=&quot;final&quot;"))
    try scratch.edit("inputs/2016-Q1/FI.xml") { String($0.prefix($0.count - 60)) }
    #expect(try page().contains("There is no preview"))
  }

  @Test func readsStandardInputForEachForm() throws {
    let file = try Data(contentsOf: Executable.package.appending(path: "inputs/2016-Q1/FI.xml"))
    let page = try Executable.run(["validate", "-", "--format", "html"], input: file)
    #expect(page.status == 0 && page.output.contains("Ready to send: standard input"))
    #expect(page.output.contains("<article class=\"entry\""))
  }
}
