import Files
import GRDB
import Text

extension AuditLog {
  /// What a look at the whole log comes to.
  public struct Verification: Hashable, Sendable {
    /// How many lines it has.
    public var lines = 0
    /// The digest of its last line.
    public var last = AuditLog.beginning
    /// What is wrong with it, in sentences for people.
    public var faults: [String] = []
  }

  /// Follows the chain of the log from its first line to its last.
  ///
  /// - Throws: `StoreError` when it cannot be read.
  public func verify() throws(StoreError) -> Verification {
    do {
      // What was known before the file was read must be in it.
      let known = try database.read { try Row.fetchOne($0, sql: "SELECT number, digest FROM audit") }
      let text = try text()
      var verification = Verification()
      var isKnownFound = known == nil
      for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast(text.last == 0x0A ? 1 : 0) {
        verification.follow(Array(line))
        if verification.lines == known?["number"], verification.last == known?["digest"] { isKnownFound = true }
      }
      if !text.isEmpty, text.last != 0x0A { verification.faults.append("The last line is broken off.") }
      if !isKnownFound, let number: Int = known?["number"] {
        verification.faults.append(
          "Line \(number), the last that the desk wrote, is not there as it was written: the end is cut off or changed."
        )
      }
      return verification
    } catch {
      throw StoreError(error)
    }
  }

  /// The whole log, read while nobody adds a line to it.
  private func text() throws(FileError) -> [UInt8] {
    if kind(ofPath: path) == .nothing { return [] }
    let file = try LineFile(path)
    let text = try readFile(path, atMost: .max)
    // It is held until all is read.
    _ = consume file
    return text
  }
}

extension AuditLog.Verification {
  /// Looks at the next line.
  fileprivate mutating func follow(_ line: [UInt8]) {
    lines += 1
    if let reading = JSONReading(line) {
      if reading["previous"]?.text != last {
        faults.append(
          "Line \(lines) does not follow from the line before it: one of them was changed, put in or taken out.")
      } else if reading["number"]?.integer != lines {
        faults.append("Line \(lines) has another number.")
      }
    } else {
      faults.append("Line \(lines) is no entry: it is broken off, or was changed.")
    }
    last = digest(of: line)
  }
}
