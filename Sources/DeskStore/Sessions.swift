import GRDB

/// Somebody who is signed in.
public struct Session: Hashable, Sendable {
  /// Who it is.
  public let holder: Holder
  /// The id of the token by which it signed in.
  public let token: String
  /// What stands in each of its forms, so that a form of another page is known for one.
  public let formKey: String

  /// A session of the given parts.
  public init(holder: Holder, token: String, formKey: String) {
    self.holder = holder
    self.token = token
    self.formKey = formKey
  }
}

/// The sessions of a desk. Browsers have their keys in a cookie; the desk keeps nothing but the keys' digests.
public struct Sessions: Sendable {
  private let store: Store
  /// After so many seconds without a request somebody has to sign in anew.
  private let idle: Int
  /// After so many seconds in all, too: a week.
  private static let longest = 7 * 24 * 3_600

  /// The sessions in a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - idle: After so many seconds without a request a session has ended.
  public init(store: Store, idle: Int) {
    self.store = store
    self.idle = idle
  }

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - token: The token, as somebody types or pastes it.
  ///   - time: The time.
  /// - Returns: The session and its key; `nil` when there is no such token, or it was revoked.
  /// - Throws: `StoreError` when the session cannot be kept.
  public func begin(_ token: String, at time: Moment) throws(StoreError) -> (key: String, session: Session)? {
    let words = String(token.lowercased().filter { !$0.isWhitespace })
    let key = secret(bytes: 32)
    let found = try store.writing { db in
      try db.execute(
        sql: "DELETE FROM session WHERE used < ? OR begun < ?",
        arguments: [time.seconds - idle, time.seconds - Self.longest])
      let sql = "SELECT * FROM token WHERE digest = ? AND revoked IS NULL"
      guard let token = try Row.fetchOne(db, sql: sql, arguments: [digest(of: words)]).map(Token.init) else {
        return nil as Token?
      }
      try db.execute(
        sql: "INSERT INTO session (digest, token, begun, used) VALUES (?, ?, ?, ?)",
        arguments: [digest(of: key), token.id, time.seconds, time.seconds])
      return token
    }
    guard let found else { return nil }
    try store.audit.add(AuditEntry("signed-in", by: found.id), at: time)
    return (key, Session(holder: found.holder, token: found.id, formKey: Self.formKey(of: key)))
  }

  /// The session of a key; `nil` when there is none, or it has ended.
  ///
  /// - Throws: `StoreError` when that cannot be found out.
  public func session(_ key: String, at time: Moment) throws(StoreError) -> Session? {
    let row = try store.reading { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT token.id, holder, used FROM session JOIN token ON token.id = session.token
          WHERE session.digest = ? AND revoked IS NULL AND used >= ? AND begun >= ?
          """, arguments: [digest(of: key), time.seconds - idle, time.seconds - Self.longest])
    }
    guard let row else { return nil }
    // To the minute is enough: not every look at a page need be written down.
    if time.seconds - (row["used"] as Int) >= min(60, idle / 4) {
      try store.writing { db in
        try db.execute(
          sql: "UPDATE session SET used = ? WHERE digest = ?", arguments: [time.seconds, digest(of: key)])
      }
    }
    return Session(holder: Holder(text: row["holder"]), token: row["id"], formKey: Self.formKey(of: key))
  }

  /// Ends a session, if there is one.
  ///
  /// - Throws: `StoreError` when that cannot be kept.
  public func end(_ key: String, at time: Moment) throws(StoreError) {
    guard let session = try session(key, at: time) else { return }
    try store.writing { db in
      try db.execute(sql: "DELETE FROM session WHERE digest = ?", arguments: [digest(of: key)])
    }
    try store.audit.add(AuditEntry("signed-out", by: session.token), at: time)
  }

  /// It follows from the session's key, which no page shows, and from it the key cannot be found.
  private static func formKey(of key: String) -> String { digest(of: "form \(key)") }
}
