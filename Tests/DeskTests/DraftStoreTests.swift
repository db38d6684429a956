import Desk
import Foundation
import Model
import Testing

/// The drafts that the desk keeps.
@Suite struct DraftStoreTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "drafts-\(UUID().uuidString)")
  private var store: DraftStore { DraftStore(data: folder.path) }
  private let period: Period

  init() throws { period = try #require(Period("2016-Q1")) }

  @Test func keepsTheLatestOfEachCountryAndPeriod() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try store.draft(of: CountryCode("NO"), for: period) == nil)
    for text in ["one", "two"] { try store.keep(Array(text.utf8), of: CountryCode("NO"), for: period) }
    try store.keep([1], of: CountryCode("SE"), for: period)
    #expect(try store.draft(of: CountryCode("NO"), for: period) == Array("two".utf8))
    #expect(try store.draft(of: CountryCode("NO"), for: try #require(Period("2016-Q2"))) == nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "drafts/2016-Q1").path)
    #expect(names.sorted() == ["NO.xml", "SE.xml"])
    for (path, rights) in [("", 0o700), ("drafts", 0o700), ("drafts/2016-Q1/NO.xml", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)
      #expect(attributes[.posixPermissions] as? Int == rights, "\(path)")
    }
  }

  @Test(arguments: ["..", "no", "N", "NOR", "N/", ""])
  func aCodeThatIsNoneMakesNoPath(_ code: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: DraftError.self) { try store.keep([1], of: CountryCode(code), for: period) }
    #expect(try store.draft(of: CountryCode(code), for: period) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  /// Whoever reads meanwhile finds one draft or another, and never a part of one.
  @Test func nobodyFindsHalfADraft() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = store
    let period = period
    try store.keep(Array(repeating: 0, count: 200_000), of: CountryCode("NO"), for: period)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for byte in UInt8(1)...8 {
        group.addTask { try store.keep(Array(repeating: byte, count: 200_000), of: CountryCode("NO"), for: period) }
        group.addTask {
          let draft = try #require(try store.draft(of: CountryCode("NO"), for: period))
          #expect(draft.count == 200_000 && Set(draft).count == 1)
        }
      }
      try await group.waitForAll()
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "drafts/2016-Q1").path)
    #expect(names == ["NO.xml"])
  }

  @Test func saysWhatCouldNotBeKept() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "drafts"))
    #expect(throws: DraftError.self) { try store.keep([1], of: CountryCode("NO"), for: period) }
  }
}
