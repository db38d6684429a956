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
    // Ids of which a part is put in, such as a decision's kind.
    let literals = users.matches(of: /"((?:[a-z0-9-]|\\\((?:[^()"]|\(\))*\))+)"/).map { String($0.1) }
    let composed = try literals.filter { $0.contains("\\(") && $0.first?.isLetter == true }.map {
      try Regex($0.replacing(/\\\((?:[^()"]|\(\))*\)/, with: "[a-z-]+"))
    }
    let unused = try ids.filter { id in
      try !users.contains("{{\(id)}}") && !users.contains("\"\(id)\"") && !problems.contains(String(id))
        && !composed.contains { try $0.wholeMatch(in: String(id)) != nil }
    }
    #expect(unused == [])
  }
}
