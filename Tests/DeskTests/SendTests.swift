import Desk
import DeskStore
import Files
import Foundation
import Model
import Testing

/// What is kept of a file that is sent, without a server.
@Suite struct SendTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)").path
  private let session = Session(holder: .contributor(CountryCode("NO")), token: "NO-1", formKey: "key")

  /// A submission with one warning, as it stands in files of other programs: with line breaks of two bytes.
  private func file(in encoding: String.Encoding, named name: String) throws -> [UInt8] {
    let text = CheckTests.submission.replacing("UTF-8", with: name).replacing("family f", with: "famille élargie, f")
      .replacing("of their own free", with: "of their own own free").replacing("\n", with: "\r\n")
    return Array(try #require(text.data(using: encoding)))
  }

  private func form(_ parts: [(parameters: String, content: [UInt8])]) throws -> Form {
    var body: [UInt8] = []
    for (parameters, content) in parts {
      body += Array("------cut\r\nContent-Disposition: form-data; \(parameters)\r\n\r\n".utf8)
      body += content + Array("\r\n".utf8)
    }
    body += Array("------cut--\r\n".utf8)
    return try #require(Form(body, contentType: FormTests.type))
  }

  private func desk() throws -> SendDesk {
    _ = try Store(data: folder)
    return try Desk(workshop: CheckTests.workshop.get(), registry: Registry(data: folder), largestFile: 1 << 20).send
  }

  /// The page that asks for a confirmation.
  private func question(_ answer: Answer) throws -> String {
    guard case .page(let page, .good) = answer else { throw Unexpected(answer: answer) }
    return String(decoding: page, as: UTF8.self)
  }

  private struct Unexpected: Error {
    let answer: Answer
  }

  /// What a browser sends of a page that asks for a confirmation.
  private func confirmation(of page: String, changed: (String) -> String = { $0 }) throws -> Form {
    let area = try #require(page.firstRange(of: "aria-describedby=\"mend-help\">\n"))
    let end = try #require(page[area.upperBound...].firstRange(of: "</textarea>"))
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    let text = marks.reduce(String(page[area.upperBound..<end.lowerBound])) { $0.replacing($1.0, with: $1.1) }
    // Browsers make the line breaks of a text field their own.
    let sent = changed(text.replacing("\r\n", with: "\n")).replacing("\n", with: "\r\n")
    var parts = [(parameters: "name=\"text\"", content: Array(sent.utf8))]
    for name in ["confirmed", "original", "mark"] {
      let field = try Regex("name=\"\(name)\" value=\"([^\"]*)\"", as: (Substring, Substring).self)
      guard let value = page.firstMatch(of: field)?.output.1 else { continue }
      parts.append((parameters: "name=\"\(name)\"", content: Array(value.utf8)))
    }
    return try form(parts)
  }

  private func isReceived(_ answer: Answer) -> Bool {
    if case .see("/receipt/2016-Q1/NO/1") = answer { true } else { false }
  }

  @Test(arguments: ["windows-1252", "UTF-16", "UTF-8"], [0, 1, 2])
  func keepsAFileWithWarningsAsItCame(_ name: String, _ more: Int) async throws {
    let encodings: [String: String.Encoding] = ["windows-1252": .windowsCP1252, "UTF-16": .utf16]
    let blanks = String(repeating: "\r\n", count: more)
    let bytes = try file(in: encodings[name] ?? .utf8, named: name)
    let sent = name == "UTF-16" ? bytes : bytes + Array(blanks.utf8)
    let desk = try desk()
    let page = try question(
      await desk.answer(to: form([(parameters: "name=\"file\"; filename=\"a.xml\"", content: sent)]), in: session))
    #expect(page.contains("name=\"name\" value=\"NO.xml\""))
    let answer = try await desk.answer(to: confirmation(of: page), in: session)
    #expect(isReceived(answer))
    #expect(try readFile("\(folder)/versions/2016-Q1/NO/0001.xml") == sent)
    #expect(try readFile("\(folder)/inputs/2016-Q1/NO.xml") == sent)
  }

  @Test func keepsTheTextWhereItWasChanged() async throws {
    let desk = try desk()
    let file = try file(in: .windowsCP1252, named: "windows-1252")
    let first = try question(
      await desk.answer(to: form([(parameters: "name=\"file\"; filename=\"a.xml\"", content: file)]), in: session))
    let changed = try confirmation(of: first) { $0.replacing("Minimum age", with: "Lowest age") }
    let second = try question(await desk.answer(to: changed, in: session))
    #expect(second.contains("Lowest age") && !second.contains("name=\"original\""))
    let answer = try await desk.answer(to: confirmation(of: second), in: session)
    #expect(isReceived(answer))
    let kept = String(decoding: try readFile("\(folder)/versions/2016-Q1/NO/0001.xml"), as: UTF8.self)
    #expect(kept.contains("Lowest age") && kept.contains("encoding=\"UTF-8\"") && !kept.utf8.contains(0x0D))
    #expect(kept.contains("famille élargie"))
  }
}
