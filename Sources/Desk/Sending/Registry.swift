import DeskStore
import Threads

/// What a desk keeps, opened once there is something: a desk at which people only check keeps nothing.
public final class Registry: Sendable {
  /// The store of a desk, and what keeps it.
  public struct Opened: Sendable {
    /// The store.
    public let store: Store
    /// Who is signed in.
    public let sessions: Sessions
    /// What accepts files.
    public let keeper: VersionKeeper
  }

  let data: String
  private let idle: Int
  private let opened = Guarded<Opened?>(nil)

  /// The registry of a desk.
  ///
  /// - Parameters:
  ///   - data: The desk's folder.
  ///   - idle: After so many seconds without a request a session has ended.
  public init(data: String, idle: Int = 8 * 3_600) {
    self.data = data
    self.idle = idle
  }

  /// What the desk keeps; `nil` when no token was ever issued.
  ///
  /// - Throws: `StoreError` when it is there and cannot be used.
  public func open() throws(StoreError) -> Opened? {
    try opened.withLock { opened throws(StoreError) in
      if let opened { return opened }
      guard Store.isThere(in: data) else { return nil }
      let store = try Store(data: data)
      let new = Opened(store: store, sessions: Sessions(store: store, idle: idle), keeper: VersionKeeper(store: store))
      opened = new
      return new
    }
  }

  /// Does what an earlier run, ended by force, had accepted but not done.
  ///
  /// - Throws: `StoreError` when it cannot be done.
  public func settle() async throws(StoreError) {
    guard let keeper = try open()?.keeper else { return }
    try await keeper.settleAll()
  }

  /// Who is signed in with a key; `nil` for nobody.
  ///
  /// - Throws: `StoreError` when that cannot be found out.
  public func session(_ key: String?, at time: Moment = .now) throws(StoreError) -> Session? {
    guard let key, let sessions = try open()?.sessions else { return nil }
    return try sessions.session(key, at: time)
  }
}

extension Form {
  /// Whether it is a form that the desk made for a session: another site cannot know what stands in it.
  public func belongs(to session: Session) -> Bool {
    guard let key = field("key")?.value, key.count == session.formKey.utf8.count else { return false }
    // All of it is compared, however much of it is right.
    return zip(key, session.formKey.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
