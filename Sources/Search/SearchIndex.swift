import Files
import GRDB
import GRDBSQLite

/// The index of an archive, kept in a file beside the outputs and made anew when it is missing, stale or damaged.
public final class SearchIndex {
  /// The file of the index in the folder of the outputs. It is not in the archive's folder, which is put on web servers.
  public static let fileName = "search.sqlite"

  /// Something that happened to the index, in a sentence for people.
  public enum Notice: Hashable, Sendable {
    /// There was none, or it was one of another state of the archive.
    case made(String)
    /// It was there and could not be used, or could not be kept.
    case trouble(String)
  }

  private let source: String
  private let path: String
  private let notify: (Notice) -> Void
  private var database: DatabaseQueue
  private var isKept: Bool

  /// Opens the index of an archive, or makes it.
  ///
  /// - Parameters:
  ///   - output: The folder of the outputs.
  ///   - notify: Is told what happens to the index.
  /// - Throws: `SearchProblem` when there is no archive, `FileError` when it cannot be read.
  public init(output: String, notify: @escaping (Notice) -> Void) throws {
    source = output + "/archive/developments.jsonl"
    path = output + "/" + Self.fileName
    self.notify = notify
    guard kind(ofPath: source) == .file else { throw SearchProblem.noArchive(path: source) }
    if let kept = try Self.open(path, for: source, notify) {
      (database, isKept) = (kept, true)
    } else {
      (database, isKept) = (try Self.make(path, from: source, notify), false)
    }
  }

  /// Searches.
  ///
  /// An index from the file that turns out to be damaged is made anew, and asked again.
  /// - Throws: `SearchProblem` when a filter's value occurs nowhere.
  public func search(_ request: SearchRequest) throws -> SearchResults {
    do {
      return try database.read { try Searching($0).run(request) }
    } catch let error as DatabaseError {
      guard isKept else { throw SearchProblem.database(Self.words(of: error)) }
      notify(.trouble("\(path) is damaged (\(Self.words(of: error))) and was made anew."))
      (database, isKept) = (try Self.make(path, from: source, notify), false)
      return try search(request)
    }
  }

  /// The index that a file holds; `nil` when it is not that of the archive as it is now.
  private static func open(_ path: String, for source: String, _ notify: (Notice) -> Void) throws -> DatabaseQueue? {
    let digest = try ArchiveLines.digest(of: source)
    if kind(ofPath: path) == .nothing {
      notify(.made("\(path) was made."))
      return nil
    }
    do {
      var configuration = Configuration.search
      configuration.readonly = true
      let database = try DatabaseQueue(path: path, configuration: configuration)
      let stamp = try database.read { db in
        try check(db)
        return try Row.fetchOne(db, sql: "SELECT form, digest FROM stamp").map {
          IndexStamp(form: $0["form"], digest: $0["digest"])
        }
      }
      if stamp == IndexStamp(digest: digest) { return database }
      notify(.made("\(path) was made anew, as the archive has changed."))
    } catch let error as DatabaseError {
      notify(.trouble("\(path) is damaged (\(words(of: error))) and was made anew."))
    }
    return nil
  }

  /// Looks whether the file's pages are whole and hang together.
  private static func check(_ db: Database) throws {
    let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
    if answer != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "its parts do not hang together") }
  }

  /// Makes the index in memory, where it is then searched, and keeps a copy in its file for the next time.
  private static func make(_ path: String, from source: String, _ notify: (Notice) -> Void) throws -> DatabaseQueue {
    let database: DatabaseQueue
    do {
      database = try IndexBuilding.build(from: source)
    } catch let error as DatabaseError {
      throw SearchProblem.database(words(of: error))
    }
    do {
      try database.inDatabase { db in
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
          throw FileError(path, "could not be written: there is not enough memory")
        }
        defer { sqlite3_free(bytes) }
        try IndexFile.replace(path, UnsafeRawBufferPointer(start: bytes, count: Int(size)))
      }
    } catch let error as FileError {
      notify(.trouble("\(error) The index was made for this search alone."))
    }
    return database
  }

  /// The database's own words for what went wrong.
  private static func words(of error: DatabaseError) -> String { error.message ?? "\(error.resultCode)" }
}
