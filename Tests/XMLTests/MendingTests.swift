import Foundation
import Testing
import XML

@Suite struct MendingTests {
  /// Whatever was mended, and however often, each element's place is that of its own start tag in the source.
  @Test func knowsWhereEachElementStood() throws {
    let mistakes = ["a & b", "<b>&nbsp;</b>", "<b x=1>c</b>", "<b x=“1”>c</b>", "a < 1", "<b>c</B>", "d\u{1}e", "<i>f"]
    var seed: UInt64 = 42
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<50 {
      var text = "<a>"
      for number in 0..<20 { text += "\n<e\(number)>ü \(mistakes[random(mistakes.count)])</e\(number)>" }
      text += "</a>"
      let reading = XMLReader.read(Array(text.utf8))
      #expect(!reading.problems.isEmpty && reading.brokenFrom == nil)
      let root = try #require(reading.document.root)
      #expect(root.children.map(\.name) == (0..<20).map { "e\($0)" })
      for child in root.children {
        #expect(reading.source[child.place...].starts(with: "<\(child.name)>".utf8))
      }
    }
  }

  @Test func neverFailsOnWhatIsCutOffAnywhere() {
    let text = Array("<?xml version='1.0'?><a x='1'><!-- c --><b>d &amp; <![CDATA[e]]></b><c y=\"2\"/></a>".utf8)
    for end in 1..<text.count {
      let reading = XMLReader.read(Array(text[..<end]))
      #expect(!reading.problems.isEmpty, "\(end)")
      for problem in reading.problems { #expect(problem.range.lowerBound <= reading.source.count) }
    }
  }

  /// Every byte of a good document is once another one: nothing crashes, and what libxml2 refuses has a problem.
  @Test func survivesEveryWrongByte() {
    let text = Array("<a x='1'><!-- c --><b>d &amp; <![CDATA[e]]></b><c y=\"2\"/></a>".utf8)
    for place in text.indices {
      for byte in ["<", ">", "&", "\"", "/", "=", " ", "x", "\u{1}"].map({ $0.utf8.first ?? 0 }) {
        var broken = text
        broken[place] = byte
        let reading = XMLReader.read(broken)
        for problem in reading.problems { #expect(problem.range.upperBound <= reading.source.count + 9) }
      }
    }
  }

  @Test(arguments: ["network", "names", "taxonomy", "sections", "lexicon", "rules"])
  func knowsTheTermsOfEverySchema(_ name: String) throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Reference")
    let schema = try XMLSchema(String(contentsOf: sources.appending(path: "Schemas/\(name).xsd"), encoding: .utf8))
    let text = try String(contentsOf: sources.appending(path: "Data/\(name).xml"), encoding: .utf8)
    #expect(XMLReader.read(Array(text.utf8), schema: schema).problems.isEmpty)
    let broken = text.replacing("</\(name)>", with: "<stranger/></\(name)>")
    guard
      case .schema(.unexpected(let found, let within, _, _))? = XMLReader.read(Array(broken.utf8), schema: schema)
        .problems.first?.kind
    else {
      Issue.record("\(name): the stranger was not found")
      return
    }
    #expect(found == "stranger" && within == name)
  }
}
