import Foundation
import Ingest
import Model
import Reference
import Testing
import Validate
import XML

@Suite struct RepetitionRuleTests {
  private func two(_ headline: String, _ body: String) -> String {
    ProseSample().text.replacing(
      "</submission>",
      with: """
        <development id="other" kind="policy"><headline>\(headline)</headline>
        <stage type="adopted" date="2016-02-10"/><body><p>\(body)</p></body><source>News</source></development>
        </submission>
        """)
  }

  private let otherBody = """
    Municipalities had to offer courses in the national language to all adults with a residence permit. Until then only \
    refugees had a right to such courses, which lasted 300 hours.
    """

  @Test func findsTheSameTwiceInOneSubmission() throws {
    #expect(try ProseSample.diagnose(two("Courses offered", otherBody)).isEmpty)
    #expect(
      try ProseSample.diagnose(two("Two “Reception Centres” opened!", otherBody)).map(\.rule)
        == ["development-repeated"])
    let long = otherBody + " " + ProseSample.filling
    let text = two("Places added", long.replacing("200", with: "250")).replacing("<p> ", with: "<p>\(otherBody) ")
    #expect(try ProseSample.diagnose(text).map(\.rule) == ["development-repeated"])
  }

  @Test func findsWhatThePeriodBeforeHad() throws {
    let sample = ProseSample()
    let file = ingestSubmission(Array(sample.text.utf8), name: "NO.xml", schema: nil)
    var earlier = EarlierSubmission(
      period: try #require(Period("2015-Q4")), developments: try #require(file.content).developments)
    func rules(_ sample: ProseSample) throws -> [String] {
      try sample.diagnose(.init(exists: { _ in true }, previous: { [earlier] _ in earlier })).map(\.rule)
    }
    #expect(try rules(sample) == ["id-reused"])
    earlier.developments[0].id = "centres-before"
    #expect(try rules(sample) == ["development-repeated"])
    var following = sample
    following.rest += #"<follows period="2015-Q4" id="centres-before"/>"#
    #expect(try rules(following) == [])
    earlier.developments[0].headline = Phrase("Other")
    earlier.developments[0].body = [Paragraph([.text(otherBody)])]
    #expect(try rules(sample) == [])
  }
}

/// Whatever a text holds, the rules on prose end, and point into the file.
@Suite struct ProseRobustnessTests {
  static let inputs: [URL] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = package.appending(path: "inputs")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".xml") }.sorted().map { folder.appending(path: $0) }
  }()

  @Test func pointsIntoTheFileWhateverStandsThere() throws {
    let validator = try ProseSample.validator()
    let submissions = try XMLSchema(Schemas.submission)
    var random = Generator(state: 20160331)
    for url in ProseRobustnessTests.inputs where url.lastPathComponent != "issue.xml" {
      var bytes = [UInt8](try Data(contentsOf: url))
      for round in 0..<3 {
        let file = ingestSubmission(bytes, name: url.lastPathComponent, schema: submissions)
        let found = validator.validate(
          submission: file.content, places: file.places, reading: reading(file), setting: .init())
        let lines = file.source.count { $0 == 0x0A } + 1
        for diagnostic in found {
          #expect((diagnostic.line ?? 1) <= lines, "\(url.path), round \(round)")
          #expect(!diagnostic.message.contains("{") && !diagnostic.help.contains("{"), "\(diagnostic)")
        }
        scramble(&bytes, &random)
      }
    }
  }

  /// Puts pieces that the rules look for into the text at random places.
  private func scramble(_ bytes: inout [UInt8], _ random: inout Generator) {
    let pieces = [
      "\u{202E}", " 13/11/2015 ", " we ", " TBC ", "…", " Mr X ", "&amp;", " +47 22 24 90 90 ", "(", "“", " OFXA",
      " Directive 33/2013/EU ", "<![CDATA[ I ]]>", "<!-- TODO -->", " was adopted on 31 June 2015 ", "é", "/", "?",
    ]
    for _ in 0..<40 {
      let piece = pieces[Int(random.next() % UInt64(pieces.count))]
      let start = Int(random.next() % UInt64(bytes.count))
      guard let place = bytes[start...].firstIndex(of: 0x20), isInText(place, bytes) else { continue }
      bytes.insert(contentsOf: piece.utf8, at: place)
    }
  }

  private func isInText(_ place: Int, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<place].last { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    return before == UInt8(ascii: ">")
  }

  /// A row of numbers that is the same in each run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
