import Model
import Text

extension Version {
  /// What the log says of it.
  ///
  /// - Parameter note: What it is to say beside the rest, as the database keeps it.
  func auditEntry(note: String?) -> AuditEntry {
    var fields: [(String, AuditEntry.Value)] = [
      ("period", .text(period.name)), ("file", .text(document.name)), ("version", .number(number)),
      ("sha256", .text(digest)),
    ]
    if let status { fields.append(("status", .text(status.rawValue))) }
    return AuditEntry(action, by: token ?? Version.found, fields + AuditEntry.fields(in: note))
  }

  private var action: String {
    switch document {
    case .submission: token == nil ? "submission-found" : "submission-accepted"
    case .issue: token == nil ? "issue-found" : "issue-changed"
    }
  }
}

extension AuditEntry {
  /// Fields as the database keeps them until they are in the log; `nil` for none.
  static func text(of fields: [(String, Value)]) -> String? {
    if fields.isEmpty { return nil }
    var writer = JSONWriter(form: .line)
    writer.array { json in
      for (name, value) in fields {
        json.value(name)
        switch value {
        case .text(let text): json.value(text)
        case .number(let number): json.value(number)
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  static func fields(in text: String?) -> [(String, Value)] {
    let items = text.flatMap { JSONReading(Array($0.utf8)) }?.elements ?? []
    return stride(from: 0, to: items.count - 1, by: 2).compactMap { place in
      guard let name = items[place].text else { return nil }
      if let number = items[place + 1].integer { return (name, .number(number)) }
      return items[place + 1].text.map { (name, .text($0)) }
    }
  }
}
