/// A search that could not be done, or asked for what there is not, in words for people.
public enum SearchProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no archive in the folder of the outputs.
  case noArchive(path: String)
  /// A line of the archive's developments is not as `bulletin archive build` writes it.
  case unreadableArchive(path: String, line: Int)
  /// A filter's value occurs nowhere in the archive.
  case unknown(value: String, filter: SearchFilter, near: [String], all: [String])
  /// What the database says went wrong with an index that was just made.
  case database(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .noArchive(let path): "\(path) is not there: “bulletin archive build” makes the archive that is searched."
    case .unreadableArchive(let path, let line):
      "\(path), line \(line), is not as “bulletin archive build” writes it: make the archive again."
    case .unknown(let value, let filter, let near, let all): Self.unknown(value, filter, near, all)
    case .database(let reason): "The index could not be searched: \(reason)."
    }
  }

  private static func unknown(_ value: String, _ filter: SearchFilter, _ near: [String], _ all: [String]) -> String {
    let sentence = "No development of the archive has the \(filter.words) “\(value)”."
    let offer = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    if all.isEmpty { return sentence }
    let more = all.count > mostNamed ? " and \(all.count - mostNamed) more" : ""
    return "\(sentence)\(offer) There is \(all.prefix(mostNamed).joined(separator: ", "))\(more)."
  }

  private static let mostNamed = 40
}

/// What developments are filtered by, as on the archive's site.
public enum SearchFilter: String, CaseIterable, Sendable {
  case country, year, kind, theme, stage, act

  /// What sentences call it.
  var words: String { self == .act ? "EU act" : rawValue }
}
