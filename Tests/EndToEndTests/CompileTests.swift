import Foundation
import Testing

@Suite struct CompileTests {
  @Test func compilesTheNewestPeriodByItself() throws {
    let scratch = try Scratch()
    let outcome = try Executable.run(["compile", "--output", scratch.url.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = ["bulletin.html", "bulletin.txt", "manifest.json", "report.html"]
    #expect(try scratch.files("2022-Q4").keys.sorted() == names)
    #expect(try scratch.read("2022-Q4/bulletin.txt").contains("EMN Quarterly"))
  }

  @Test(arguments: allPeriods)
  func carriesEveryDevelopmentInBothEditions(_ period: String) throws {
    let scratch = try Scratch()
    #expect(try Executable.run(["compile", period, "--output", scratch.url.path]).status == 0)
    let html = try scratch.read("\(period)/bulletin.html")
    let text = try scratch.read("\(period)/bulletin.txt")
    let anchors = try developmentAnchors(period)
    #expect(anchors.count > 20)
    for anchor in anchors {
      #expect(html.contains("id=\"\(anchor)\""), "\(anchor)")
      #expect(text.contains("#\(anchor)\n"), "\(anchor)")
    }
  }

  @Test func namesAtLeastTwentyContributors() throws {
    let scratch = try Scratch()
    let outcome = try Executable.run(["compile", "2016-Q1", "--output", scratch.url.path])
    #expect(outcome.errors.contains("Edition 14, January to March 2016"))
    let codes = Set(try developmentAnchors("2016-Q1").map { $0.prefix(2) })
    #expect(codes.count >= 20)
  }

  /// The ids of all developments of a period, as anchors, read with nothing of the product's own.
  private func developmentAnchors(_ period: String) throws -> [String] {
    let folder = Executable.package.appending(path: "inputs/\(period)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.count == 6 }
    return try names.flatMap { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return text.matches(of: /<development\s+id="([^"]+)"/).map { "\(name.prefix(2).lowercased())-\($0.1)" }
    }
  }

  @Test func givesTheSameBytesInAnyFolderLocaleAndTimeZone() throws {
    let scratches = try [Scratch(), Scratch()]
    let surroundings = [
      ["LC_ALL": "C", "TZ": "Pacific/Auckland", "HOME": "/nowhere"], ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/Lima"],
    ]
    for (scratch, environment) in zip(scratches, surroundings) {
      try scratch.copyInputs(allPeriods)
      for period in allPeriods {
        let outcome = try Executable.run(["compile", period], in: scratch.url, environment: environment)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
    }
    let first = try scratches[0].files("output")
    #expect(first.count == allPeriods.count * 4)
    #expect(try scratches[1].files("output") == first)
  }

  @Test func keepsContactsAndNotesOutOfEveryOutput() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    let secret =
      "<contact><organisation>PLANTED-1</organisation><name>PLANTED-2</name><email>PLANTED-3</email>"
      + "<phone>PLANTED-4</phone></contact><note>PLANTED-5</note>"
    try scratch.edit("inputs/2016-Q1/NO.xml") {
      let head = try! #/<submission[^>]*>/#.firstMatch(in: $0).map { $0.range }
      guard let head else { return $0 }
      return ($0[..<head.upperBound] + secret + $0[head.upperBound...])
        .replacing("</development>", with: "<note>PLANTED-6</note></development>", maxReplacements: 1)
    }
    try scratch.edit("inputs/2016-Q1/issue.xml") { $0.replacing("</issue>", with: "<note>PLANTED-7</note></issue>") }
    let outcome = try Executable.run(["compile", "2016-Q1", "--verbose"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for (name, bytes) in try scratch.files("output") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("PLANTED"), "\(name)")
    }
    #expect(!(outcome.output + outcome.errors).contains("PLANTED"))
  }

  @Test func passesDraftsOverUnlessToldToLetThemIn() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    try scratch.edit("inputs/2016-Q1/NO.xml") { $0.replacing("status=\"final\"", with: "status=\"draft\"") }
    let without = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(without.status == 0 && without.errors.contains("draft-passed-over"))
    #expect(!(try scratch.read("output/2016-Q1/bulletin.html").contains("id=\"no-")))
    #expect(try Executable.run(["compile", "2016-Q1", "--strict"], in: scratch.url).status == 1)
    let with = try Executable.run(["compile", "2016-Q1", "--draft"], in: scratch.url)
    #expect(with.status == 0)
    let page = try scratch.read("output/2016-Q1/bulletin.html")
    #expect(page.contains("id=\"no-") && page.lowercased().contains("not for publication"))
  }

  @Test func followsTheEditorsDecisions() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    let ids = try scratch.read("inputs/2016-Q1/NO.xml").matches(of: /<development\s+id="([^"]+)"/).map { String($0.1) }
    let decisions = """
      <decisions><set-theme country="NO" id="\(ids[0])" theme="trafficking">A test of overruling.</set-theme>
      <leave-out country="NO" id="\(ids[1])">A test of leaving out.</leave-out>
      <leave-out country="SE">A test of leaving a submission out.</leave-out></decisions>
      """
    try scratch.edit("inputs/2016-Q1/issue.xml") { $0.replacing("<colophon>", with: decisions + "<colophon>") }
    // A submission that is left out may even be no XML at all.
    try scratch.write("Dear colleagues", "inputs/2016-Q1/SE.xml")
    let outcome = try Executable.run(["compile", "2016-Q1"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try scratch.read("output/2016-Q1/bulletin.html")
    #expect(!page.contains("id=\"no-\(ids[1])\"") && !page.contains("id=\"se-"))
    #expect(!page.contains("A test of"), "reasons are for the report alone")
    let report = try scratch.read("output/2016-Q1/report.html")
    #expect(report.contains("A test of overruling.") && report.contains("A test of leaving a submission out."))
    let text = try scratch.read("output/2016-Q1/bulletin.txt")
    let section = try #require(text.range(of: "\n7 Actions addressing trafficking", options: .backwards))
    #expect(text[section.lowerBound...].contains("#no-\(ids[0])"))
  }

  @Test func leavesWhatElseStandsInTheFolderOfTheOutputs() throws {
    let scratch = try Scratch()
    try scratch.copyInputs(["2015-Q4", "2016-Q1"])
    #expect(try Executable.run(["compile", "2016-Q1"], in: scratch.url).status == 0)
    let folder = scratch.url.appending(path: "output/2016-Q1").path
    try scratch.write("Require all granted", "output/2016-Q1/.htaccess")
    try scratch.write("Mine.", "output/2016-Q1/notes.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
    #expect(try Executable.run(["compile", "2016-Q1", "--mail"], in: scratch.url).status == 0)
    #expect(try scratch.read("output/2016-Q1/.htaccess") == "Require all granted")
    #expect(try scratch.read("output/2016-Q1/notes.txt") == "Mine.")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(attributes[.posixPermissions] as? Int == 0o777)
    #expect(try scratch.files("output/2016-Q1").count == 7)
  }

  @Test func recordsWhatWentInAndWhatCameOut() throws {
    let scratch = try Scratch()
    #expect(try Executable.run(["compile", "2016-Q1", "--output", scratch.url.path]).status == 0)
    let data = try #require(try scratch.files("2016-Q1")["manifest.json"])
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    for output in outputs {
      let name = try #require(output["name"] as? String)
      let sum = Process()
      let pipe = Pipe()
      sum.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
      sum.arguments = [scratch.url.appending(path: "2016-Q1/\(name)").path]
      sum.standardOutput = pipe
      try sum.run()
      sum.waitUntilExit()
      let printed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(printed.hasPrefix(try #require(output["sha256"] as? String)))
    }
    #expect(outputs.count == 3)
  }
}
