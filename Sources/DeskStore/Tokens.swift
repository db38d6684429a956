import GRDB
import Model
import Text

/// Who may do what at a desk.
public enum Holder: Hashable, Sendable {
  /// A contact point, which sends the submissions of its country; the Commission is `EU`.
  case contributor(CountryCode)
  /// The editor of the bulletin.
  case editor

  var text: String {
    switch self {
    case .contributor(let code): code.rawValue
    case .editor: "editor"
    }
  }

  init(text: String) { self = text == "editor" ? .editor : .contributor(CountryCode(text)) }
}

/// A token that was issued. The token itself is known to its holder alone.
public struct Token: Hashable, Sendable {
  /// Its id, such as `NO-1`, by which lists and logs name it.
  public let id: String
  /// Who may sign in with it.
  public let holder: Holder
  /// When it was issued.
  public let issued: Moment
  /// When it was revoked; `nil` while it is good.
  public let revoked: Moment?

  init(_ row: Row) {
    id = row["id"]
    holder = Holder(text: row["holder"])
    issued = Moment(seconds: row["issued"])
    revoked = (row["revoked"] as Int?).map { Moment(seconds: $0) }
  }
}

extension Store {
  /// Issues a token.
  ///
  /// - Parameters:
  ///   - holder: Who is to sign in with it.
  ///   - time: The time.
  /// - Returns: What is on record of it, and the token itself, which is to be had this once.
  /// - Throws: `StoreError` when it cannot be kept.
  public func issueToken(to holder: Holder, at time: Moment) throws(StoreError) -> (token: Token, words: String) {
    // A token is 256 bits of chance, so one pass of SHA-256 hides it; slow digests are for what people choose.
    let words = "emn-\(holder.text.lowercased())-\(secret(bytes: 32))"
    let token = try writing { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM token WHERE holder = ?", arguments: [holder.text])
      let id = "\(holder.text)-\((count ?? 0) + 1)"
      try db.execute(
        sql: "INSERT INTO token (id, holder, digest, issued) VALUES (?, ?, ?, ?)",
        arguments: [id, holder.text, digest(of: words), time.seconds])
      return try Row.fetchOne(db, sql: "SELECT * FROM token WHERE id = ?", arguments: [id]).map(Token.init)
    }
    guard let token else { throw StoreError("The token could not be kept.") }
    try audit.add(AuditEntry("token-issued", by: "console", [("token", .text(token.id))]), at: time)
    return (token, words)
  }

  /// Revokes a token, and ends the sessions that were begun with it.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - time: The time.
  /// - Returns: `false` when there is no such token, or it was revoked before.
  /// - Throws: `StoreError` when that cannot be kept.
  public func revokeToken(_ id: String, at time: Moment) throws(StoreError) -> Bool {
    let isRevoked = try writing { db in
      try db.execute(
        sql: "UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL", arguments: [time.seconds, id])
      let isRevoked = db.changesCount > 0
      try db.execute(sql: "DELETE FROM session WHERE token = ?", arguments: [id])
      return isRevoked
    }
    if isRevoked { try audit.add(AuditEntry("token-revoked", by: "console", [("token", .text(id))]), at: time) }
    return isRevoked
  }

  /// All tokens that were ever issued, in the order in which they were.
  ///
  /// - Throws: `StoreError` when they cannot be read.
  public func tokens() throws(StoreError) -> [Token] {
    try reading { try Row.fetchAll($0, sql: "SELECT * FROM token ORDER BY rowid").map(Token.init) }
  }

  /// Reads from the database.
  func reading<Value>(_ read: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(read) } catch { throw StoreError(error) }
  }

  /// Writes to the database, all of it or nothing.
  @discardableResult
  func writing<Value>(_ write: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.write(write) } catch { throw StoreError(error) }
  }
}
