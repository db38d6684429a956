import Files
import GRDB
import Glibc

/// What a desk keeps in its folder.
///
///     inputs/2016-Q1/NO.xml          the newest version of each file, where the command line looks for it
///     versions/2016-Q1/NO/0001.xml   every version that was accepted, as it came
///     audit.jsonl                    what was done, by whom and when
///     desk.sqlite                    tokens, sessions, receipts
public struct Store: Sendable {
  /// The desk's folder.
  public let data: String
  /// What was done.
  public let audit: AuditLog
  let database: DatabasePool

  private static let fileName = "desk.sqlite"

  /// Whether a folder has a store.
  public static func isThere(in data: String) -> Bool { kind(ofPath: "\(data)/\(fileName)") == .file }

  /// Opens the store of a folder, which is made when it is not there.
  ///
  /// - Throws: `StoreError` when it cannot be used.
  public init(data: String) throws(StoreError) {
    self.data = data
    do {
      // Contact details stand in what is sent: only whoever runs the desk is to read them.
      try makeLastingFolder(data, mode: 0o700)
      let path = "\(data)/\(Self.fileName)"
      // For its owner's eyes alone: the database gives the files beside it the same rights.
      let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      if descriptor >= 0 { close(descriptor) }
      let database = try DatabasePool(path: path, configuration: Self.configuration)
      try Self.migrator.migrate(database)
      self.database = database
      audit = AuditLog(path: "\(data)/audit.jsonl", database: database)
    } catch {
      throw StoreError(error)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // What is written has to outlast a machine that stops.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          CREATE TABLE token (
            id TEXT PRIMARY KEY, holder TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, issued INTEGER NOT NULL,
            revoked INTEGER);
          CREATE TABLE session (
            digest TEXT PRIMARY KEY, token TEXT NOT NULL REFERENCES token (id), begun INTEGER NOT NULL,
            used INTEGER NOT NULL);
          CREATE TABLE version (
            period TEXT NOT NULL, document TEXT NOT NULL, number INTEGER NOT NULL, digest TEXT NOT NULL,
            size INTEGER NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL, form TEXT, status TEXT,
            developments INTEGER, warnings INTEGER, note TEXT, settled INTEGER NOT NULL,
            PRIMARY KEY (period, document, number));
          CREATE INDEX version_form ON version (form);
          CREATE TABLE audit (number INTEGER NOT NULL, digest TEXT NOT NULL);
          """)
    }
    return migrator
  }
}

/// Something that the store could not do, in a sentence for the one who runs the desk.
public struct StoreError: Error, CustomStringConvertible, Sendable {
  /// What is wrong.
  public let description: String

  init(_ error: any Error) {
    description =
      switch error {
      case let error as StoreError: error.description
      case let error as DatabaseError:
        "The desk's database could not be used: \(error.message ?? "SQLite reports error \(error.resultCode.rawValue)")."
      default: "\(error)"
      }
  }

  /// An error that says what is wrong.
  public init(_ description: String) { self.description = description }
}
