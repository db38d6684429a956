import GRDB
import Model

/// What tells whether an index is the one to be searched: of which archive it is, and in which form.
struct IndexStamp: Equatable {
  /// The form of the index that this program makes and reads; whoever changes its tables, or how words are folded,
  /// raises it.
  static let currentForm = 1

  var form = currentForm
  /// The digest of the archive's `developments.jsonl`.
  var digest: String
}

/// Makes an index, in memory.
enum IndexBuilding {
  private static let tables = """
    CREATE TABLE stamp (form INTEGER NOT NULL, digest TEXT NOT NULL);
    CREATE TABLE development (
      place INTEGER PRIMARY KEY, period TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, edition INTEGER NOT NULL,
      published TEXT, id TEXT NOT NULL, anchor TEXT NOT NULL, country TEXT NOT NULL, countryName TEXT NOT NULL,
      theme TEXT NOT NULL, themeLabel TEXT NOT NULL, furtherThemes TEXT NOT NULL, kind TEXT NOT NULL,
      stages TEXT NOT NULL, language TEXT NOT NULL);
    CREATE TABLE facet (
      filter TEXT NOT NULL, code TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (filter, code, place)) WITHOUT ROWID;
    CREATE TABLE choice (
      filter TEXT NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (filter, code)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(headline, body, others, tokenize = 'bulletin');
    """

  /// Makes the index of an archive.
  ///
  /// - Parameter path: The path of its `developments.jsonl`.
  /// - Throws: `FileError` when it cannot be read, `SearchProblem` when a line is not as it should be.
  static func build(from path: String) throws -> DatabaseQueue {
    let database = try DatabaseQueue(configuration: .search)
    try database.write { db in
      try db.execute(sql: tables)
      var writer = try IndexWriter(db)
      var number = 0
      let digest = try ArchiveLines.each(of: path) { line in
        number += 1
        guard let development = ArchivedDevelopment(Array(line)) else {
          throw SearchProblem.unreadableArchive(path: path, line: number)
        }
        try writer.add(development)
      }
      try writer.finish()
      try db.execute(sql: "INSERT INTO stamp VALUES (?, ?)", arguments: [IndexStamp.currentForm, digest])
    }
    return database
  }
}

extension Configuration {
  /// How indexes are opened.
  static var search: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      db.add(tokenizer: SearchTokenizer.self)
      // What stands in a file is not to be trusted more than need be (https://sqlite.org/security.html).
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    return configuration
  }
}

/// Writes developments into the tables of an index.
private struct IndexWriter {
  private let db: Database
  private let development: Statement
  private let words: Statement
  private let facet: Statement
  private var place = 0
  /// What filters are told by, with the period in which it was named so.
  private var labels: [String: [String: (label: String, period: Period)]] = [:]

  init(_ db: Database) throws {
    self.db = db
    development = try db.makeStatement(
      sql: "INSERT INTO development VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    words = try db.makeStatement(sql: "INSERT INTO words (rowid, headline, body, others) VALUES (?, ?, ?, ?)")
    facet = try db.makeStatement(sql: "INSERT OR IGNORE INTO facet VALUES (?, ?, ?)")
  }

  mutating func add(_ item: ArchivedDevelopment) throws {
    place += 1
    let stages = item.stages.map { "\($0.stage) \($0.date)" }.joined(separator: "\n")
    try development.execute(arguments: [
      place, item.period.name, PartialDate.day(item.period.first).iso, PartialDate.day(item.period.last).iso,
      item.edition, item.published, item.id,
      item.anchor, item.country, item.countryName, item.theme, item.themeLabel,
      item.furtherThemes.joined(separator: "\n"), item.kind, stages, item.language,
    ])
    let gap = String(SearchTokenizer.gap)
    try words.execute(arguments: [
      place, item.headline, item.body.joined(separator: gap), item.otherTexts.joined(separator: gap),
    ])
    try put(.country, item.country, item.countryName, item.period)
    try put(.theme, item.theme, item.themeLabel, item.period)
    for theme in item.furtherThemes { try put(.theme, theme, nil, item.period) }
    try put(.kind, item.kind, nil, item.period)
    for stage in item.stages { try put(.stage, stage.stage, nil, item.period) }
    for act in item.acts { try put(.act, act, nil, item.period) }
    // An issue over the turn of a year belongs to both, as on the site.
    for year in [item.period.first.year, item.period.last.year] { try put(.year, String(year), nil, item.period) }
  }

  private mutating func put(_ filter: SearchFilter, _ code: String, _ label: String?, _ period: Period) throws {
    try facet.execute(arguments: [filter.rawValue, code, place])
    let known = labels[filter.rawValue]?[code]
    // Of several names the newest counts.
    if let label, known == nil || known?.label == code || period >= known?.period ?? period {
      labels[filter.rawValue, default: [:]][code] = (label, period)
    } else if known == nil {
      labels[filter.rawValue, default: [:]][code] = (code, period)
    }
  }

  func finish() throws {
    for (filter, codes) in labels.sorted(by: { $0.key < $1.key }) {
      for (code, name) in codes.sorted(by: { $0.key < $1.key }) {
        try db.execute(sql: "INSERT INTO choice VALUES (?, ?, ?)", arguments: [filter, code, name.label])
      }
    }
    try db.execute(sql: "INSERT INTO words (words) VALUES ('optimize')")
  }
}
