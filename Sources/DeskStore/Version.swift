import GRDB
import Model

/// A file of a period that is kept in versions.
public enum Document: Hashable, Sendable {
  /// What a contributor submits.
  case submission(CountryCode)
  /// The editors' own file.
  case issue

  /// Its name in folders: `NO`, or `issue`.
  public var name: String {
    switch self {
    case .submission(let code): code.rawValue
    case .issue: "issue"
    }
  }

  /// A file by its name in folders; whether there is one of it is for the store to say.
  public init(named name: String) { self = name == "issue" ? .issue : .submission(CountryCode(name)) }
}

/// A version of a file that was accepted, with what its receipt tells.
public struct Version: Hashable, Sendable {
  /// The period.
  public let period: Period
  /// Which file of the period.
  public let document: Document
  /// Its number among those of the file, from 1.
  public let number: Int
  /// The SHA-256 of its bytes, in hexadecimal digits.
  public let digest: String
  /// How many bytes it has.
  public let size: Int
  /// When it was accepted.
  public let time: Moment
  /// The id of the token by which it came; `nil` where it was found in the inputs.
  public let token: String?
  /// Whether it is a draft, where that is known.
  public let status: Status?
  /// How many developments it has, where that is known.
  public let developments: Int?
  /// With how many warnings it was sent, where that is known.
  public let warnings: Int?

  static let found = "found"

  init?(_ row: Row) {
    guard let period = Period(row["period"] as String) else { return nil }
    self.period = period
    document = Document(named: row["document"])
    number = row["number"]
    digest = row["digest"]
    size = row["size"]
    time = Moment(seconds: row["time"])
    let actor: String = row["actor"]
    token = actor == Self.found ? nil : actor
    status = (row["status"] as String?).flatMap(Status.init)
    developments = row["developments"]
    warnings = row["warnings"]
  }

  /// Where it stands in the desk's folder.
  var path: String { "versions/\(period.name)/\(document.name)/\(Self.fileName(number))" }

  static func fileName(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(number).count)) + "\(number).xml"
  }
}

extension Store {
  /// The versions of a file, or of all files of a period, or of a document in all periods; the first version first.
  ///
  /// - Throws: `StoreError` when they cannot be read.
  public func versions(of document: Document? = nil, for period: Period? = nil) throws(StoreError) -> [Version] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM version WHERE (?1 IS NULL OR document = ?1) AND (?2 IS NULL OR period = ?2)
          ORDER BY period, document, number
          """, arguments: [document?.name, period?.name]
      ).compactMap(Version.init)
    }
  }

  /// A version by its number; `nil` when there is none.
  ///
  /// - Throws: `StoreError` when that cannot be found out.
  public func version(_ number: Int, of document: Document, for period: Period) throws(StoreError) -> Version? {
    try versions(of: document, for: period).first { $0.number == number }
  }
}
