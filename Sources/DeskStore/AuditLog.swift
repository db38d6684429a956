import Files
import GRDB
import Text

/// Something that was done at the desk. It holds no secret, no contact details, and no text of a submission.
public struct AuditEntry: Sendable {
  /// A value in it.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
  }

  let action: String
  let actor: String
  let fields: [(String, Value)]

  /// An entry.
  ///
  /// - Parameters:
  ///   - action: What was done, such as `submission-accepted`.
  ///   - actor: The id of the token by which it was done, or `console` for the command line.
  ///   - fields: What it was done with.
  public init(_ action: String, by actor: String, _ fields: [(String, Value)] = []) {
    self.action = action
    self.actor = actor
    self.fields = fields
  }
}

/// What was done at a desk, by whom and when: a file with a line of JSON for each deed, which is only ever added to.
///
/// Each line holds the digest of the one before it, so that a line that was changed, put in or taken out breaks the
/// chain; the database knows the last one, so that a missing end shows too.
public struct AuditLog: Sendable {
  let path: String
  let database: DatabasePool
  /// What stands for the digest of a line before the first.
  static let beginning = String(repeating: "0", count: 64)
  /// The most bytes that are read of the end: more than a line ever has.
  private static let longestEnd = 1 << 16

  /// Adds a line, which is on the disk when this returns.
  ///
  /// - Throws: `StoreError` when it cannot be written.
  public func add(_ entry: AuditEntry, at time: Moment) throws(StoreError) {
    do {
      let file = try LineFile(path)
      let end = try file.end(Self.longestEnd)
      // A run that was ended by force, or a full disk, may have left a part of a line. It is closed, and stays.
      let isBrokenOff = end.last.map { $0 != 0x0A } ?? false
      let (number, previous) = Self.last(in: end)
      let line = Self.line(entry, number: number + 1, time: time, previous: previous)
      try file.add((isBrokenOff ? [0x0A] : []) + line + [0x0A])
      try database.write { db in
        try db.execute(sql: "DELETE FROM audit")
        try db.execute(
          sql: "INSERT INTO audit (number, digest) VALUES (?, ?)", arguments: [number + 1, digest(of: line)])
      }
    } catch {
      throw StoreError(error)
    }
  }

  /// Whether an entry of an action is among the last ones with all of its fields.
  func hasLately(_ entry: AuditEntry) throws(StoreError) -> Bool {
    if kind(ofPath: path) == .nothing { return false }
    do {
      let lines = try LineFile(path).end(Self.longestEnd).split(separator: 0x0A)
      return lines.contains { line in
        guard let read = JSONReading(Array(line)), read["action"]?.text == entry.action else { return false }
        return entry.fields.allSatisfy { name, value in
          switch value {
          case .text(let text): read[name]?.text == text
          case .number(let number): read[name]?.integer == number
          }
        }
      }
    } catch {
      throw StoreError(error)
    }
  }

  /// The number and the digest of the last line of a log's end.
  private static func last(in end: [UInt8]) -> (number: Int, digest: String) {
    let lines = end.split(separator: 0x0A)
    guard let last = lines.last else { return (0, beginning) }
    // A part of a line has no number of its own: it is counted from the last one that has.
    for (distance, line) in lines.reversed().enumerated() {
      if let number = JSONReading(Array(line))?["number"]?.integer { return (number + distance, digest(of: last)) }
    }
    return (lines.count, digest(of: last))
  }

  private static func line(_ entry: AuditEntry, number: Int, time: Moment, previous: String) -> [UInt8] {
    var writer = JSONWriter(form: .line)
    writer.object { json in
      json.key("number")
      json.value(number)
      json.key("time")
      json.value(time.iso)
      json.key("by")
      json.value(entry.actor)
      json.key("action")
      json.value(entry.action)
      for (name, value) in entry.fields {
        json.key(name)
        switch value {
        case .text(let text): json.value(text)
        case .number(let number): json.value(number)
        }
      }
      json.key("previous")
      json.value(previous)
    }
    return writer.bytes
  }
}
