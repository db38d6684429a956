import GRDB
import Model
import Text

/// Puts a request to an index. Whatever somebody wrote reaches the database as a value, never as a part of its language.
struct Searching {
  private let db: Database
  /// What stands around a match in what the database gives back; neither can be in a text from XML.
  private static let opening: Unicode.Scalar = "\u{1}"
  private static let closing: Unicode.Scalar = "\u{2}"

  init(_ db: Database) { self.db = db }

  func run(_ request: SearchRequest) throws -> SearchResults {
    let condition = try condition(of: request)
    let isRanked = !request.query.isEmpty
    let from = "FROM words JOIN development ON development.place = words.rowid WHERE \(condition.sql)"
    let count = try Int.fetchOne(db, sql: "SELECT count(*) \(from)", arguments: condition.arguments) ?? 0
    // The headline outweighs the text, the text what stands around it.
    let order = isRanked ? "bm25(words, 8.0, 1.0, 0.5), " : ""
    let excerpts =
      isRanked
      ? """
      highlight(words, 0, char(1), char(2)) AS headline, snippet(words, 1, char(1), char(2), '…', 32) AS inBody,
      snippet(words, 2, char(1), char(2), '…', 32) AS inOthers
      """ : "headline, body AS inBody, '' AS inOthers"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT development.*, \(excerpts) \(from)
        ORDER BY \(order)last DESC, first DESC, country, id LIMIT ?
        """, arguments: condition.arguments + [request.limit == 0 ? -1 : request.limit])
    var shown: [FoundDevelopment] = []
    while let row = try rows.next() { shown.append(found(row)) }
    let unfiltered = count == 0 && isRanked ? try countWithoutFilters(request.query) : count
    return SearchResults(count: count, unfilteredCount: unfiltered, shown: shown, isRanked: isRanked)
  }

  private func countWithoutFilters(_ query: SearchQuery) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM words WHERE words MATCH ?", arguments: [query.pattern]) ?? 0
  }

  private func condition(of request: SearchRequest) throws -> (sql: String, arguments: StatementArguments) {
    var parts = ["TRUE"]
    var arguments = StatementArguments()
    if !request.query.isEmpty {
      parts.append("words MATCH ?")
      arguments += [request.query.pattern]
    }
    for filter in SearchFilter.allCases {
      guard let values = request.filters[filter], !values.isEmpty else { continue }
      let codes = try Choices(db, filter).codes(of: values)
      let marks = Array(repeating: "?", count: codes.count).joined(separator: ", ")
      parts.append("place IN (SELECT place FROM facet WHERE filter = ? AND code IN (\(marks)))")
      arguments += [filter.rawValue]
      arguments += StatementArguments(codes)
    }
    if let since = request.since {
      parts.append("first >= ?")
      arguments += [PartialDate.day(since.first).iso]
    }
    if let until = request.until {
      parts.append("last <= ?")
      arguments += [PartialDate.day(until.last).iso]
    }
    return (parts.joined(separator: " AND "), arguments)
  }

  private func found(_ row: Row) -> FoundDevelopment {
    let (inBody, inOthers): (String, String) = (row["inBody"], row["inOthers"])
    // Where the text has none of the words, what stands around it may.
    let isInOthers = !inBody.unicodeScalars.contains(Self.opening) && inOthers.unicodeScalars.contains(Self.opening)
    let stages: String = row["stages"]
    let themes: String = row["furtherThemes"]
    return FoundDevelopment(
      period: row["period"], edition: row["edition"], published: row["published"], id: row["id"], anchor: row["anchor"],
      country: row["country"], countryName: row["countryName"], theme: row["theme"], themeLabel: row["themeLabel"],
      furtherThemes: themes.split(separator: "\n").map(String.init), kind: row["kind"],
      stages: stages.split(separator: "\n").map(Self.step), language: row["language"],
      headline: Self.pieces(row["headline"]), excerpt: Self.pieces(isInOthers ? inOthers : inBody))
  }

  private static func step(_ line: Substring) -> FoundDevelopment.Step {
    let parts = line.split(separator: " ", maxSplits: 1)
    return FoundDevelopment.Step(stage: String(parts.first ?? ""), date: String(parts.dropFirst().first ?? ""))
  }

  private static func pieces(_ text: String) -> [MarkedText] {
    var pieces: [MarkedText] = []
    var piece = String.UnicodeScalarView()
    func end(_ isMatch: Bool) {
      if !piece.isEmpty { pieces.append(MarkedText(String(piece), isMatch: isMatch)) }
      piece.removeAll()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case opening: end(false)
      case closing: end(true)
      case SearchTokenizer.gap: piece.append(" ")
      default: piece.append(scalar)
      }
    }
    end(false)
    return pieces
  }
}

/// The values of a filter that occur in an archive.
struct Choices {
  private let filter: SearchFilter
  private let all: [(code: String, label: String)]

  init(_ db: Database, _ filter: SearchFilter) throws {
    self.filter = filter
    all = try Row.fetchAll(
      db, sql: "SELECT code, label FROM choice WHERE filter = ? ORDER BY code", arguments: [filter.rawValue]
    ).map { ($0["code"], $0["label"]) }
  }

  /// The codes of values that somebody wrote, as codes or names; capitals do not count.
  ///
  /// The years, kinds and stages that there can be are known to all, so one that does not occur is just not found.
  /// - Throws: `SearchProblem.unknown` when any other value does not occur.
  func codes(of values: [String]) throws(SearchProblem) -> [String] {
    var codes: [String] = []
    for value in values { codes.append(try code(of: value)) }
    return codes
  }

  private func code(of value: String) throws(SearchProblem) -> String {
    let small = value.lowercased()
    if let found = all.first(where: { $0.code.lowercased() == small })
      ?? all.first(where: { $0.label.lowercased() == small })
    {
      return found.code
    }
    switch filter {
    case .year, .kind, .stage: return value
    case .country, .theme, .act:
      let near = nearestNames(to: value, in: all.flatMap { [$0.code, $0.label] }, limit: 3)
      let meant = all.filter { near.contains($0.code) || near.contains($0.label) }
      throw .unknown(value: value, filter: filter, near: meant.map(named), all: all.map(\.code))
    }
  }

  private func named(_ choice: (code: String, label: String)) -> String {
    choice.label == choice.code ? "“\(choice.code)”" : "“\(choice.code)” (\(choice.label))"
  }
}
