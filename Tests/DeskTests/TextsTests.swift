import Desk
import Foundation
import Testing

@Suite struct TextsTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Desk")

  @Test func putsValuesInPlaceOfNames() throws {
    let texts = try Texts()
    #expect(texts.language == "en-GB")
    #expect(texts.text("desk-foot", ["version": "7"]).hasPrefix("bulletin 7."))
  }

  @Test func refusesAFileThatIsNotAsItsSchemaSays() {
    let file = "<texts xmlns=\"urn:emn:bulletin:texts:1\" version=\"1\" language=\"en\"><word id=\"a\">b</word></texts>"
    #expect(throws: DeskError.self) { try Texts(Array(file.utf8)) }
  }

  /// A text that nothing says would be translated for nothing.
  @Test func everyTextIsUsed() throws {
    let file = try String(contentsOf: Self.folder.appending(path: "Data/texts.xml"), encoding: .utf8)
    let ids = file.split(separator: "<text id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    var users = ""
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
    where path.hasSuffix(".html") || path.hasSuffix(".swift") {
      users += try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
    }
    let problems = Desk.Problem.allCases.map { "problem-\($0.rawValue)" }
    let unused = ids.filter {
      !users.contains("{{\($0)}}") && !users.contains("\"\($0)\"") && !problems.contains(String($0))
    }
    #expect(unused == [])
  }
}
