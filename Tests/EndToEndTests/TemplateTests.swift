import Testing

@Suite("An editor's own templates")
struct EditorsTemplateTests {
  @Test("A copied template that is changed changes the page; one with faults stops the job with all of them")
  func ownTemplates() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.write("", "inputs/templates/.keep")
    let copied = try Executable.run(
      ["new", "template", "entry.html", "-o", "inputs/templates/entry.html"], in: scratch.url)
    #expect(copied.status == 0)

    let own = try scratch.read("inputs/templates/entry.html")
    try scratch.write(own.replacing("class=\"standing\"", with: "class=\"steps\""), "inputs/templates/entry.html")
    #expect(try Executable.run(["compile", "2016-Q1"], in: scratch.url).status == 0)
    let before = try scratch.read("output/2016-Q1/bulletin.html")
    #expect(before.contains("<p class=\"steps\">"))

    try scratch.write(own.replacing("{{kindLabel}}", with: "{{kindLable}}"), "inputs/templates/entry.html")
    let faulty = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(faulty.status == 2)
    #expect(faulty.errors.contains("inputs/templates/entry.html:3:40: There is no “kindLable” here"))
    #expect(faulty.errors.contains("{{kindLabel}} is missing"))
    #expect(try scratch.read("output/2016-Q1/bulletin.html") == before, "the previous output is as it was")

    try scratch.write("x", "inputs/templates/entri.html")
    let stranger = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(stranger.status == 2 && stranger.errors.contains("did you mean entry.html?"))
  }
}
