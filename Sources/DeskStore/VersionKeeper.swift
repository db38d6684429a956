import Files
import GRDB
import Model

/// Keeps what is sent: every version for good, the newest where the command line looks for it.
///
/// A version is accepted when its row is in the database; its bytes are on the disk by then. What remains, its name, its
/// place in the inputs, its line in the log, is done at once, or by the next run if this one is ended by force.
public actor VersionKeeper {
  private let store: Store
  private var data: String { store.data }
  /// For how many seconds a run of the command line is waited for.
  private static let patience = 10.0

  /// A keeper for a store.
  public init(store: Store) { self.store = store }

  /// A file that is to be kept.
  public struct Delivery: Sendable {
    /// The period.
    public var period: Period
    /// Which file of the period.
    public var document: Document
    /// The file.
    public var bytes: [UInt8]
    /// The id of the token by which it comes.
    public var token: String
    /// The mark of the form by which it comes.
    public var form: String?
    /// Whether it is a draft.
    public var status: Status?
    /// How many developments it has.
    public var developments: Int?
    /// How many warnings were found in it.
    public var warnings: Int?
    /// The digest of the bytes that are to be replaced, where they must not have changed meanwhile; empty for none.
    public var base: String?
    /// What the log is to say of it beside the rest.
    public var remarks: [(String, AuditEntry.Value)] = []

    /// A delivery of the given parts.
    public init(
      period: Period, document: Document, bytes: [UInt8], token: String, form: String? = nil, status: Status? = nil,
      developments: Int? = nil, warnings: Int? = nil, base: String? = nil
    ) {
      self.period = period
      self.document = document
      self.bytes = bytes
      self.token = token
      self.form = form
      self.status = status
      self.developments = developments
      self.warnings = warnings
      self.base = base
    }
  }

  /// Why a file was not taken.
  public enum Refusal: Error {
    /// The issue was published.
    case published
    /// The file was changed by somebody else meanwhile.
    case changed
    /// The disk or the database did not take it, or another run does not end.
    case failed(StoreError)
  }

  /// Accepts a file.
  ///
  /// - Parameters:
  ///   - delivery: The file, which has been checked.
  ///   - time: The time.
  /// - Returns: What its receipt tells. A form that was sent before, or the bytes of the newest version, make no other.
  public func accept(_ delivery: Delivery, at time: Moment) throws(Refusal) -> Version {
    do {
      try makeLastingFolder(place(delivery.period))
      let lock = try FolderLock(place(delivery.period), patience: Self.patience)
      let version = try accept(delivery, under: lock, at: time)
      _ = consume lock
      return version
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .failed(StoreError(error))
    }
  }

  /// Does what an earlier run, ended by force, had accepted but not done.
  ///
  /// - Throws: `StoreError` when it cannot be done.
  public func settleAll() throws(StoreError) {
    do {
      for period in Set(try pending().map(\.version.period)) {
        try makeLastingFolder(place(period))
        let lock = try FolderLock(place(period), patience: Self.patience)
        try settlePending(for: period)
        _ = consume lock
      }
    } catch {
      throw StoreError(error)
    }
  }

  /// The bytes of a version.
  ///
  /// - Throws: `StoreError` when they cannot be read.
  public nonisolated func bytes(of version: Version) throws(StoreError) -> [UInt8] {
    do { return try readFile("\(store.data)/\(version.path)") } catch { throw StoreError(error) }
  }

  private func place(_ period: Period) -> String { "\(data)/inputs/\(period.name)" }

  private func accept(_ delivery: Delivery, under lock: borrowing FolderLock, at time: Moment) throws -> Version {
    try settlePending(for: delivery.period)
    let digest = digest(of: delivery.bytes)
    let known = try store.versions(of: delivery.document, for: delivery.period)
    if let version = try formerVersion(of: delivery, digest, known) { return version }
    if kind(ofPath: "\(place(delivery.period))/published.json") != .nothing { throw Refusal.published }
    try keepFound(delivery, known, at: time)
    let version = try keep(delivery, digest, at: time)
    try settlePending(for: delivery.period)
    return version
  }

  /// The version that a form made before, or that has the same bytes and is the newest.
  private func formerVersion(of delivery: Delivery, _ digest: String, _ known: [Version]) throws -> Version? {
    if let form = delivery.form {
      let row = try store.reading { db in
        try Row.fetchOne(
          db, sql: "SELECT * FROM version WHERE form = ? AND digest = ? AND actor = ?",
          arguments: [form, digest, delivery.token])
      }
      if let version = row.flatMap(Version.init) { return version }
    }
    let place = "\(place(delivery.period))/\(delivery.document.name).xml"
    let present = kind(ofPath: place) == .file ? DeskStore.digest(of: try readFile(place)) : ""
    if let base = delivery.base, base != present { throw Refusal.changed }
    guard let newest = known.last, newest.digest == digest, present == digest else { return nil }
    return newest
  }

  /// Keeps what stands in the inputs and came there by another way, before a version takes its place.
  private func keepFound(_ delivery: Delivery, _ known: [Version], at time: Moment) throws {
    let path = "\(place(delivery.period))/\(delivery.document.name).xml"
    guard kind(ofPath: path) == .file else { return }
    let bytes = try readFile(path)
    let found = digest(of: bytes)
    if known.contains(where: { $0.digest == found }) { return }
    let former = Delivery(
      period: delivery.period, document: delivery.document, bytes: bytes, token: Version.found)
    _ = try keep(former, found, at: time)
    try settlePending(for: delivery.period)
  }

  /// Puts the bytes onto the disk under a name of their own, and then the row into the database.
  private func keep(_ delivery: Delivery, _ digest: String, at time: Moment) throws -> Version {
    let folder = "\(data)/versions/\(delivery.period.name)/\(delivery.document.name)"
    try makeLastingFolder(folder, mode: 0o700)
    let number = try lastNumber(of: delivery, inFolder: folder) + 1
    try writeLasting(delivery.bytes, to: draft(Version.fileName(number), in: folder), mode: 0o600)
    let row = try store.writing { db in
      try db.execute(
        sql: """
          INSERT INTO version (
            period, document, number, digest, size, time, actor, form, status, developments, warnings, note, settled)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
          """,
        arguments: [
          delivery.period.name, delivery.document.name, number, digest, delivery.bytes.count, time.seconds,
          delivery.token, delivery.form, delivery.status?.rawValue, delivery.developments, delivery.warnings,
          AuditEntry.text(of: delivery.remarks),
        ])
      return try Row.fetchOne(
        db, sql: "SELECT * FROM version WHERE period = ? AND document = ? AND number = ?",
        arguments: [delivery.period.name, delivery.document.name, number])
    }
    guard let version = row.flatMap(Version.init) else { throw StoreError("The version could not be kept.") }
    return version
  }

  private func draft(_ name: String, in folder: String) -> String { "\(folder)/.\(name).new" }

  /// Numbers are never used twice, even if the database should be lost.
  private func lastNumber(of delivery: Delivery, inFolder folder: String) throws -> Int {
    let named = try names(inFolder: folder).compactMap { $0.hasSuffix(".xml") ? Int($0.dropLast(4)) : nil }.max() ?? 0
    let kept = try store.versions(of: delivery.document, for: delivery.period).last?.number ?? 0
    return max(named, kept)
  }

  private func pending() throws -> [(version: Version, note: String?)] {
    try store.reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM version WHERE settled = 0 ORDER BY period, document, number")
        .compactMap { row in Version(row).map { ($0, row["note"]) } }
    }
  }

  /// Gives what was accepted its name, its place in the inputs and its line in the log.
  private func settlePending(for period: Period) throws {
    for (version, note) in try pending() where version.period == period {
      let path = "\(data)/\(version.path)"
      let folder = "\(data)/versions/\(period.name)/\(version.document.name)"
      let draft = draft(Version.fileName(version.number), in: folder)
      if kind(ofPath: path) == .nothing { try nameLasting(draft, path) }
      try removeFile(draft)
      let bytes = try readFile(path)
      guard digest(of: bytes) == version.digest else {
        throw StoreError("\(path) is not what was accepted: its digest differs.")
      }
      if version.token != nil { try replaceLasting(bytes, at: "\(place(period))/\(version.document.name).xml") }
      let entry = version.auditEntry(note: note)
      if try !store.audit.hasLately(entry) { try store.audit.add(entry, at: version.time) }
      try store.writing { db in
        try db.execute(
          sql: "UPDATE version SET settled = 1 WHERE period = ? AND document = ? AND number = ?",
          arguments: [period.name, version.document.name, version.number])
      }
    }
  }
}
