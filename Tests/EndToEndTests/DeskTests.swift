import Foundation
import Testing

/// The desk as a server: what it answers, what it refuses, what it says to browsers.
@Suite struct DeskTests {
  static let submission = Result {
    try String(contentsOf: Executable.package.appending(path: "inputs/2016-Q1/NO.xml"), encoding: .utf8)
  }

  @Test func checksAFileAndAText() throws {
    let desk = try RunningDesk()
    let text = try Self.submission.get()
    for field in ["file", "text"] {
      let answer = try desk.post("/check", [field: text])
      #expect(answer.status == 200)
      #expect(answer.body.contains("id=\"no-family-formation-age-24\""))
      #expect(answer.head.contains("cache-control: no-store"))
    }
    let broken = text.replacing("theme=\"international", with: "theme=\"internatonal")
    #expect(try desk.post("/check", ["file": broken]).body.contains("theme-unknown"))
    #expect(try desk.scratch.files("data").isEmpty, "something was kept")
  }

  @Test func givesTheTextBack() throws {
    let desk = try RunningDesk()
    let text = try Self.submission.get()
    let answer = try desk.post("/download", ["text": text, "name": "x\"/../NO.xml\r\nX-Evil: 1"])
    #expect(answer.body == text)
    #expect(answer.head.contains("content-disposition: attachment; filename=\"no.xmlx-evil1\""))
    #expect(answer.head.contains("content-type: application/xml"))
  }

  @Test func saysToBrowsersWhatTheyMayDo() throws {
    let desk = try RunningDesk()
    let page = try desk.get("/")
    let files = page.body.matches(of: /"(\/desk-[0-9a-f]{12}\.(?:css|js))"/).map { String($0.1) }
    let paths = ["/", "/nowhere", "/check"] + files
    #expect(paths.count == 5)
    for path in paths {
      let head = try desk.get(path).head
      #expect(head.contains("content-security-policy: default-src 'none'; style-src 'self'; script-src 'self';"))
      #expect(!head.contains("unsafe") && !head.contains("\r\nserver:"))
      for line in ["x-content-type-options: nosniff", "referrer-policy: same-origin", "x-frame-options: deny"] {
        #expect(head.contains(line), "\(path) lacks \(line)")
      }
      #expect(head.contains("immutable") == path.contains("desk-"))
    }
    #expect(!page.head.contains("strict-transport-security"))
    #expect(try RunningDesk(["--behind-proxy"]).get("/").head.contains("strict-transport-security"))
  }

  @Test func answersWhatIsNotThere() throws {
    let desk = try RunningDesk()
    for path in ["/nowhere", "/../etc/passwd", "/%2e%2e/etc/passwd", "/desk-000000000000.css", "/check/x"] {
      let answer = try desk.get(path)
      #expect(answer.status == 404 && answer.body.contains("There is no such page here."), "\(path)")
    }
    #expect(try desk.get("/check").head.contains("location: /"))
    #expect(try desk.get("/", method: "HEAD").body.isEmpty)
    #expect(try desk.get("/", method: "DELETE").status == 404)
  }

  @Test func refusesFormsFromElsewhere() throws {
    let desk = try RunningDesk()
    let text = try Self.submission.get()
    let elsewhere = [
      "Origin: https://example.org", "Origin: null", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none, x",
    ]
    for path in ["/check", "/download"] {
      for header in elsewhere {
        #expect(try desk.post(path, ["text": text], headers: [header]).status == 403, "\(path) with \(header)")
      }
      let own = ["Origin: http://127.0.0.1:\(desk.port)", "Sec-Fetch-Site: same-origin"]
      #expect(try desk.post(path, ["text": text], headers: own).status == 200)
    }
  }

  @Test func refusesWhatIsNoForm() throws {
    let desk = try RunningDesk()
    #expect(try desk.post("/check", [:]).status == 400)
    #expect(try desk.post("/check", ["text": ""]).body.contains("There was nothing to check"))
    let large = "X-Large: \(String(repeating: "x", count: 100_000))"
    #expect(try desk.post("/check", ["text": "a"], headers: [large]).status >= 400)
    let start = "POST /check HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
    for rest in [
      "Content-Length: 3\r\n\r\nabc", "Content-Type: application/xml\r\nContent-Length: 4\r\n\r\n<a/>",
      "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\nabc", "Content-Length: many\r\n\r\n",
      "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ] {
      #expect(try desk.send(Data((start + rest).utf8)).status == 400, "\(rest)")
    }
    #expect(try desk.get("/").status == 200)
  }

  @Test func refusesWhatIsTooLarge() throws {
    let desk = try RunningDesk(["--largest-file", "16"])
    let text = try Self.submission.get()
    let padding = String(repeating: "<!-- -->\n", count: (16 << 10) / 9)
    #expect(try desk.post("/check", ["text": text]).status == 200)
    #expect(try desk.post("/check", ["text": text + padding]).status == 413)
    #expect(try desk.post("/check", ["text": text + String(repeating: padding, count: 600)]).status == 413)
    // Without a length, so that only reading shows how much comes.
    let chunk = "4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n"
    let head =
      "POST /check HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n"
    #expect(try desk.send(Data((head + String(repeating: chunk, count: 8) + "0\r\n\r\n").utf8)).status == 413)
    #expect(try desk.get("/").status == 200)
  }

  @Test func refusesWhatComesTooOften() throws {
    let desk = try RunningDesk(["--forms-per-minute", "3", "--behind-proxy"])
    func status(_ address: String) throws -> Int {
      try desk.post("/check", ["text": "<a/>"], headers: ["X-Forwarded-For: 203.0.113.9, \(address)"]).status
    }
    let answers = try (0..<4).map { _ in try status("192.0.2.1") }
    #expect(answers == [200, 200, 200, 429])
    #expect(try status("192.0.2.2") == 200)
    // Reading pages is not limited.
    #expect(try (0..<10).allSatisfy { _ in try desk.get("/").status == 200 })
  }

  @Test func answersManyAtOnce() async throws {
    let desk = try RunningDesk(["--forms-per-minute", "0"])
    let text = try Self.submission.get()
    nonisolated(unsafe) let shared = desk
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { try shared.post("/check", ["file": text]).body } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(answers.count == 1)
    #expect(answers.first?.contains("Ready to send") == true)
  }

  /// Runs the program of the desk, which is to end by itself.
  private func run(_ arguments: [String]) throws -> (status: Int32, errors: String) {
    let scratch = try Scratch()
    try scratch.write("", "a-file")
    let process = Process()
    process.executableURL = Executable.url.deletingLastPathComponent().appending(path: "bulletin-desk")
    process.arguments = arguments
    process.currentDirectoryURL = scratch.url
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, words)
  }

  @Test func saysWhatKeepsItFromOpening() throws {
    let desk = try RunningDesk()
    let second = try run(["--port", "\(desk.port)"])
    #expect(second.status == 2)
    #expect(
      second.errors.hasPrefix("bulletin-desk: Something else listens on port \(desk.port) of 127.0.0.1 already"))
    for (option, value, words) in [
      ("--host", "nosuchhost.invalid", "No computer of the name “nosuchhost.invalid” is known here"),
      ("--host", "192.0.2.1", "192.0.2.1 is not an address of this computer"),
      ("--data", "a-file", "a-file is no folder"),
    ] {
      let outcome = try run(["--port", "0", option, value])
      #expect(outcome.status == 2 && outcome.errors.hasPrefix("bulletin-desk: \(words)"), "\(outcome.errors)")
    }
  }

  @Test func aTokenForNobodyIsWrongUsage() throws {
    let outcome = try run(["token", "add", "XX"])
    #expect(outcome.status == 64 && outcome.errors.contains("“XX” is not the code of a contributor"))
  }
}
