import Foundation
import Model
import Testing

/// Files with one mistake each, as people make them in an editor, in Word, by copy and paste (in `several`, with two or
/// three). `Broken/expected.tsv` says which findings each must give, and where.
@Suite struct BrokenFileTests {
  struct Expected: Sendable {
    var path: String
    var rules: [String]
    var places: [(rule: String, line: Int, column: Int)]
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")

  static let expected: [Expected] = {
    guard let table = try? String(contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8) else {
      return []
    }
    var files: [Expected] = []
    for line in table.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if files.last?.path != columns[0] { files.append(Expected(path: columns[0], rules: [], places: [])) }
      files[files.count - 1].rules.append(columns[1])
      if let line = Int(columns[2]), let column = Int(columns[3]) {
        files[files.count - 1].places.append((columns[1], line, column))
      }
    }
    return files
  }()

  @Test func knowsEveryFile() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter { $0.contains("/") && !$0.hasSuffix("/") && $0.hasSuffix(".xml") }
    #expect(Set(names) == Set(Self.expected.map(\.path)))
    #expect(names.count >= 500)
  }

  @Test func givesExactlyTheFindingsThatAreMeant() throws {
    var unexplained = 0
    for file in Self.expected {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file.path)))
      let isIssue = file.path.contains("/issue-")
      let all = isIssue ? try diagnoseIssue(bytes) : try diagnose(bytes)
      // A note is no mistake: some files follow up another that is not at hand.
      let found = all.filter { $0.severity != .note }
      #expect(found.map(\.rule).sorted() == file.rules.sorted(), "\(file.path)")
      for place in file.places {
        #expect(
          found.contains { $0.rule == place.rule && $0.line == place.line && $0.column == place.column },
          "\(file.path): \(found.map { "\($0.rule) \($0.line ?? 0):\($0.column ?? 0)" })")
      }
      for diagnostic in found + found.flatMap(\.folded) {
        expectPlain(diagnostic, file.path)
        if diagnostic.rule == "unexplained" { unexplained += 1 }
      }
    }
    #expect(unexplained == 0)
  }

  /// No word of libxml2's, no name with its namespace, no value that was not filled in; a line wherever there is one.
  private func expectPlain(_ diagnostic: Diagnostic, _ path: String) {
    let words = diagnostic.message + " " + diagnostic.help
    for raw in ["{", "}", "facet", "xmlParse", "EntityRef", "Opening and ending", "atomic type", "xs:"] {
      #expect(!words.contains(raw), "\(path): \(words)")
    }
    #expect(!words.contains("urn:") || diagnostic.rule == "namespace-wrong" || diagnostic.rule == "root-unexpected")
    #expect(!diagnostic.message.isEmpty && !diagnostic.help.isEmpty && !diagnostic.why.isEmpty)
    if diagnostic.rule == "file-empty" { return }
    #expect(diagnostic.line != nil && diagnostic.column != nil && diagnostic.excerpt != nil, "\(path)")
  }
}

@Suite struct MendingTests {
  @Test func keepsTheFindingsBeforeTheEnd() throws {
    let text = Sample().text.replacing(#"country="NO""#, with: #"country="GR""#).replacing("</submission>", with: "")
    #expect(try diagnose(text).map(\.rule) == ["country-mistaken", "file-cut-off"])
  }

  @Test func findsWhatStandsBehindAMistake() throws {
    let text = Sample().text.replacing("A source", with: "Work & study").replacing("2016-02-10", with: "10.2.2016")
      .replacing("</headline>", with: "").replacing(#"kind="policy""#, with: "kind=“policy”")
    #expect(
      Set(try diagnose(text).map(\.rule)) == ["quotes-curly", "end-tag-missing", "date-malformed", "ampersand"])
  }

  @Test func looksIntoAnElementThatHoldsAStranger() throws {
    let text = Sample().text.replacing("<headline>", with: "<titel>").replacing("</headline>", with: "</titel>")
      .replacing("2016-02-10", with: "2016-02-31").replacing("<source href", with: "<source url")
    #expect(try diagnose(text).map(\.rule) == ["element-unexpected", "date-impossible", "attribute-unknown"])
  }

  @Test func foldsWhatIsOneMistake() throws {
    let text = Sample().text.replacing(#/="([^"]*)"/#) { "=“\($0.1)”" }
      .replacing("<?xml version=“1.0” encoding=“UTF-8”?>", with: "")
    let found = try diagnose(text)
    #expect(found.map(\.rule) == ["quotes-curly"])
    #expect((found.first?.folded.count ?? 0) >= 3)
  }

  @Test func foldsWhatFollowsFromABreak() throws {
    let whole = Sample().text
    let cut = String(whole[..<(try #require(whole.range(of: "word word word"))).lowerBound])
    let found = try diagnose(cut)
    #expect(found.map(\.rule) == ["file-cut-off"])
    #expect(found.first?.folded.contains { $0.rule == "source-missing" } == true)
  }

  @Test func saysThatItStoppedLooking() throws {
    let many = String(repeating: #"<source href="x">A</source>"#, count: 1100)
    let found = try diagnose(Sample().text.replacing("<source href", with: many + "<source href"))
    #expect(found.count == 1001 && found.last?.rule == "findings-limit")
    let ampersands = try diagnose(Sample().text.replacing("A source", with: String(repeating: "& ", count: 400)))
    #expect(ampersands.last?.rule == "findings-limit" && ampersands.count < 400)
  }

  /// Whatever is typed wherever: the file is read to some end, each finding has its place in it, and nothing that
  /// libxml2 refuses passes.
  @Test(arguments: [
    "<", ">", "\"", "</", "<p>", "</p>", "“", "<!--", "<![CDATA[", "<?", "&", "=", "\u{B}", "<em>", ":",
  ])
  func survivesAnythingAnywhere(_ typed: String) throws {
    let text = Sample().text
    for offset in stride(from: 0, to: text.count, by: 13) {
      let place = text.index(text.startIndex, offsetBy: offset)
      for broken in [text[..<place] + typed + text[place...], text[..<place] + typed + text[place...].dropFirst(4)] {
        let source = String(broken)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).count
        for diagnostic in try diagnose(source) where diagnostic.line != nil {
          #expect((1...lines).contains(diagnostic.line ?? 0) && !diagnostic.message.contains("{"), "\(source)")
        }
      }
    }
  }

  /// A file that is nothing but mistakes is given up in time, and nothing of it is shown at its full length.
  @Test(.timeLimit(.minutes(5)), arguments: ["& ", "< ", "<x/>", "</p>", "<!-- a -- b -->", "<note>", "\u{B}"])
  func givesUpInTime(_ mistake: String) throws {
    let many = String(repeating: mistake, count: 4_000)
    let found = try diagnose(Sample().text.replacing("<development", with: many + "<development"))
    #expect(!found.isEmpty && found.count <= 1001)
    let long = try diagnose(Sample().text.replacing("one", with: String(repeating: "X", count: 1_000_000)))
    #expect(long.allSatisfy { $0.message.utf8.count < 1000 && ($0.excerpt ?? "").utf8.count < 2000 })
  }

  @Test func pointsBeyondLine65535() throws {
    let text = Sample().text.replacing("<development", with: String(repeating: "\n", count: 70_000) + "<development")
      .replacing("retur", with: "retru")
    #expect(try diagnose(text).first?.line == 70_003)
  }
}
