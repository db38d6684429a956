import Files
import Model

/// The input files of one issue, found in its folder.
public struct IssueFolder: Sendable {
  /// The folder's path.
  public let path: String
  /// The period that the folder's name gives.
  public let period: Period
  /// The names of the submissions' files (`NO.xml`), sorted.
  public let submissions: [String]
  /// Whether the editors' file is there.
  public let hasIssue: Bool
  /// Names of files that are neither, sorted.
  public let others: [String]

  /// The editors' file.
  public static let issueName = "issue.xml"
  /// The record of what was published.
  public static let publishedName = "published.json"

  /// Looks into a folder.
  ///
  /// - Throws: `FileError` when it is missing or unreadable.
  public init(path: String, period: Period) throws(FileError) {
    self.path = path
    self.period = period
    let names = try names(inFolder: path)
    submissions = names.filter { IssueFolder.isSubmission($0) }
    hasIssue = names.contains(IssueFolder.issueName)
    others = names.filter {
      $0 != IssueFolder.issueName && $0 != IssueFolder.publishedName && !IssueFolder.isSubmission($0)
    }
  }

  /// Whether a file's name is that of a submission: a contributor's code, then `.xml`, as it should be written or in
  /// small letters, which validation finds.
  static func isSubmission(_ name: String) -> Bool {
    name.utf8.count == 6 && name.hasSuffix(".xml") && name.prefix(2).allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// The periods that have a folder in the inputs, the earliest first.
  ///
  /// - Throws: `FileError` when the inputs' folder is missing or unreadable.
  public static func periods(inInputs path: String) throws(FileError) -> [Period] {
    try names(inFolder: path).compactMap { Period($0) }.sorted()
  }
}
