/// An input file and what was found in it.
public struct CheckedFile: Sendable {
  /// The path as the user gave or would give it.
  public var path: String
  /// Whose file it is, where that could be read.
  public var country: CountryCode?
  /// The period, where that could be read.
  public var period: Period?
  /// The findings, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// The file as it was when it was checked; empty for a folder.
  public var bytes: [UInt8]

  /// A file with its findings.
  public init(
    path: String, country: CountryCode?, period: Period?, diagnostics: [Diagnostic], bytes: [UInt8] = []
  ) {
    self.path = path
    self.country = country
    self.period = period
    self.diagnostics = diagnostics
    self.bytes = bytes
  }

  /// Whether it has no error.
  public var isValid: Bool { count(.error) == 0 }

  /// How many findings of a severity it has.
  public func count(_ severity: Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }
}

extension Sequence<CheckedFile> {
  /// How many findings of a severity the files have together.
  public func count(_ severity: Severity) -> Int { reduce(0) { $0 + $1.count(severity) } }
}
