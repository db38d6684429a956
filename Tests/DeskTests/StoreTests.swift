import DeskStore
import Files
import Foundation
import Model
import Testing

/// What the desk keeps: tokens, sessions, versions, the log.
@Suite struct StoreTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)").path
  let time = Moment(seconds: 1_460_712_662)
  static let period = Period("2016-Q1")

  private func store() throws -> Store { try Store(data: folder) }

  @Test func tellsTheTime() {
    #expect(time.iso == "2016-04-15T09:31:02Z")
    #expect(time.words == "15 April 2016, 09:31 UTC")
    #expect(time.day == Day("2016-04-15"))
  }

  @Test func aTokenIsForItsHolderUntilItIsRevoked() throws {
    let store = try store()
    let (token, words) = try store.issueToken(to: .contributor(CountryCode("NO")), at: time)
    #expect(token.id == "NO-1" && words.hasPrefix("emn-no-") && words.count == 59)
    let sessions = Sessions(store: store, idle: 100)
    let (key, session) = try #require(try sessions.begin(" \(words.uppercased())\n", at: time))
    #expect(session.holder == .contributor(CountryCode("NO")) && session.token == "NO-1")
    #expect(try sessions.session(key, at: time) == session)
    #expect(try sessions.begin(String(words.dropLast()), at: time) == nil)
    #expect(try store.revokeToken("NO-1", at: time))
    #expect(try !store.revokeToken("NO-1", at: time) && !store.revokeToken("NO-2", at: time))
    #expect(try sessions.session(key, at: time) == nil)
    #expect(try sessions.begin(words, at: time) == nil)
    #expect(try store.issueToken(to: .contributor(CountryCode("NO")), at: time).token.id == "NO-2")
    #expect(try store.tokens().map(\.revoked) == [time, nil])
  }

  @Test func noSecretIsKept() throws {
    let store = try store()
    let words = try store.issueToken(to: .editor, at: time).words
    let key = try #require(try Sessions(store: store, idle: 100).begin(words, at: time)).key
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      #expect(bytes.range(of: Data(words.utf8)) == nil && bytes.range(of: Data(key.utf8)) == nil)
      if !name.contains("-") {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
    }
  }

  @Test func aSessionEndsWhenItIsNotUsed() throws {
    let sessions = Sessions(store: try store(), idle: 100)
    let words = try store().issueToken(to: .editor, at: time).words
    let key = try #require(try sessions.begin(words, at: time)).key
    #expect(try sessions.session(key, at: later(90)) != nil)
    #expect(try sessions.session(key, at: later(180)) != nil)
    #expect(try sessions.session(key, at: later(281)) == nil)
    let other = try #require(try sessions.begin(words, at: time)).key
    try sessions.end(other, at: time)
    #expect(try sessions.session(other, at: time) == nil)
  }

  private func later(_ seconds: Int) -> Moment { Moment(seconds: time.seconds + seconds) }

  private func delivery(_ text: String, form: String? = nil) throws -> VersionKeeper.Delivery {
    VersionKeeper.Delivery(
      period: try #require(Self.period), document: .submission(CountryCode("NO")), bytes: Array(text.utf8),
      token: "NO-1", form: form, status: .final, developments: 2, warnings: 0)
  }

  @Test func keepsEveryVersion() async throws {
    let store = try store()
    let keeper = VersionKeeper(store: store)
    let first = try await keeper.accept(try delivery("one", form: "a"), at: time)
    #expect(first.number == 1 && first.size == 3 && first.digest == digest(of: "one".utf8))
    #expect(try await keeper.accept(try delivery("one", form: "b"), at: later(1)) == first)
    let second = try await keeper.accept(try delivery("two", form: "c"), at: later(2))
    #expect(second.number == 2)
    // The first form once more: its receipt, and nothing new.
    #expect(try await keeper.accept(try delivery("one", form: "a"), at: later(3)) == first)
    #expect(try await keeper.accept(try delivery("one", form: "d"), at: later(4)).number == 3)
    #expect(try store.versions(of: .submission(CountryCode("NO"))).map(\.number) == [1, 2, 3])
    #expect(try keeper.bytes(of: second) == Array("two".utf8))
    #expect(try readFile("\(folder)/inputs/2016-Q1/NO.xml") == Array("one".utf8))
    #expect(try names(inFolder: "\(folder)/versions/2016-Q1/NO") == ["0001.xml", "0002.xml", "0003.xml"])
    // Contact details stand in them.
    for (path, rights) in [("", 0o700), ("/versions", 0o700), ("/versions/2016-Q1/NO/0001.xml", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + path)
      #expect(attributes[.posixPermissions] as? Int == rights, "\(path)")
    }
  }

  @Test func whatCameByAnotherWayIsKeptToo() async throws {
    let store = try store()
    try makeFolder("\(folder)/inputs/2016-Q1")
    try writeNewFile(Array("by mail".utf8), to: "\(folder)/inputs/2016-Q1/NO.xml")
    let version = try await VersionKeeper(store: store).accept(try delivery("sent"), at: time)
    #expect(version.number == 2)
    let found = try #require(try store.versions().first)
    #expect(found.token == nil && found.digest == digest(of: "by mail".utf8))
  }

  @Test func aPublishedIssueIsClosed() async throws {
    try makeFolder("\(folder)/inputs/2016-Q1")
    try writeNewFile([], to: "\(folder)/inputs/2016-Q1/published.json")
    let keeper = VersionKeeper(store: try store())
    await #expect(throws: VersionKeeper.Refusal.self) { try await keeper.accept(try delivery("late"), at: time) }
  }

  @Test func whatWasChangedMeanwhileIsNotReplaced() async throws {
    let keeper = VersionKeeper(store: try store())
    _ = try await keeper.accept(try delivery("one"), at: time)
    var late = try delivery("three")
    late.base = digest(of: "zero".utf8)
    await #expect(throws: VersionKeeper.Refusal.self) { try await keeper.accept(late, at: time) }
    late.base = digest(of: "one".utf8)
    #expect(try await keeper.accept(late, at: time).number == 2)
  }

  @Test func aLineThatIsAddedWhileTheLogIsLookedAtIsNoFault() async throws {
    let store = try store()
    let time = time
    try await withThrowingTaskGroup(of: [String].self) { group in
      group.addTask {
        for _ in 0..<150 { try store.audit.add(AuditEntry("test", by: "NO-1"), at: time) }
        return []
      }
      group.addTask { try (0..<400).flatMap { _ in try store.audit.verify().faults } }
      for try await faults in group { #expect(faults.isEmpty) }
    }
  }

  @Test func theLogShowsWhatWasDoneToIt() throws {
    let store = try store()
    for number in 0..<5 {
      try store.audit.add(AuditEntry("test", by: "NO-1", [("number-of", .number(number))]), at: time)
    }
    let path = "\(folder)/audit.jsonl"
    let text = String(decoding: try readFile(path), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let whole = try store.audit.verify()
    #expect(whole.lines == 5 && whole.last == digest(of: lines[4].utf8) && whole.faults.isEmpty)
    let changes = [
      text.replacing("\"number-of\":2", with: "\"number-of\":3"), lines[0...3].joined(separator: "\n") + "\n",
      (lines[0...1] + lines[3...]).joined(separator: "\n"), String(text.dropLast(20)), "",
      ([lines[1], lines[0]] + lines[2...]).joined(separator: "\n"), "{}\n" + text,
    ]
    for change in changes {
      try replaceLasting(Array(change.utf8), at: path)
      #expect(try !store.audit.verify().faults.isEmpty, "\(change)")
    }
    // What is added to a line that was broken off stands on a line of its own, and the broken one still shows.
    try replaceLasting(Array(text.utf8.dropLast(20)), at: path)
    try store.audit.add(AuditEntry("test", by: "NO-1"), at: time)
    let verification = try store.audit.verify()
    #expect(verification.lines == 6 && verification.faults == ["Line 5 is no entry: it is broken off, or was changed."])
  }
}
