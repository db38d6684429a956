import Files
import Ingest
import Model
import Text
import Threads
import Validate

/// The input files of one issue, read.
struct IssueContents: Sendable {
  var submissions: [IngestedSubmission]
  var issue: IngestedIssue?

  /// The ids of the developments by country, for checking what decisions name. A file that cannot be read has none,
  /// but still says by its name whose it is: the editors may leave it out.
  var developments: [CountryCode: [String]] {
    submissions.reduce(into: [:]) { known, file in
      known[file.country] = file.content?.developments.map(\.id) ?? []
    }
  }
}

extension IngestedSubmission {
  /// Whose file it is: as it says itself, else by its name.
  var country: CountryCode { content?.country ?? CountryCode(String(name.prefix(2))) }
}

/// The input files of one issue with their findings, beside the files themselves.
struct CheckedIssue: Sendable {
  /// Findings on the folder as such.
  var folder: CheckedFile?
  var submissions: [CheckedFile]
  var issue: CheckedFile?

  var files: [CheckedFile] { (folder.map { [$0] } ?? []) + submissions + (issue.map { [$0] } ?? []) }
}

extension Workshop {
  /// The ingest stage: finds and reads all files of an issue, while nobody puts others in their places.
  ///
  /// - Parameters:
  ///   - path: The folder of the issue.
  ///   - period: Its period.
  func readWhole(_ path: String, _ period: Period) throws(FileError) -> (folder: IssueFolder, contents: IssueContents) {
    let lock = try FolderLock(path, isShared: true, patience: 10)
    let folder = try IssueFolder(path: path, period: period)
    let contents = try read(folder)
    _ = consume lock
    return (folder, contents)
  }

  /// The ingest stage: reads all files of an issue.
  func read(_ folder: IssueFolder) throws(FileError) -> IssueContents {
    var contents = IssueContents(submissions: [])
    let read = inParallel(folder.submissions.count, isAlone: isAlone) { number in
      Result { () throws(FileError) in
        let name = folder.submissions[number]
        return ingestSubmission(
          try readFile("\(folder.path)/\(name)", atMost: largestFile), name: name, schema: submissionSchema)
      }
    }
    for file in read { contents.submissions.append(try file.get()) }
    if folder.hasIssue {
      let bytes = try readFile("\(folder.path)/\(IssueFolder.issueName)", atMost: largestFile)
      contents.issue = ingestIssue(bytes, name: IssueFolder.issueName, schema: issueSchema)
    }
    return contents
  }

  /// The validate stage: checks all files of an issue.
  ///
  /// - Throws: `FileError` when an earlier submission that they refer to is there and cannot be read.
  func check(
    _ contents: IssueContents, folder: IssueFolder, earlier: EarlierDevelopments
  ) throws(FileError) -> CheckedIssue {
    let exists: @Sendable (DevelopmentReference) -> Bool = { earlier.has($0) }
    let previous: @Sendable (CountryCode) -> EarlierSubmission? = {
      earlier.submission(of: $0, before: folder.period)
    }
    let submissions = inParallel(contents.submissions.count, isAlone: isAlone) { number in
      let file = contents.submissions[number]
      let setting = Validator.Setting(
        fileName: file.name, folderPeriod: folder.period, exists: exists, previous: previous)
      return check(file, "\(folder.path)/\(file.name)", setting)
    }
    let issue = contents.issue.map { file in
      let setting = Validator.Setting(fileName: file.name, folderPeriod: folder.period)
      return check(file, "\(folder.path)/\(file.name)", setting, beside: contents.developments)
    }
    try earlier.confirm()
    return CheckedIssue(folder: check(folder), submissions: submissions, issue: issue)
  }

  func check(_ file: IngestedSubmission, _ path: String, _ setting: Validator.Setting) -> CheckedFile {
    CheckedFile(
      path: path, country: file.content?.country, period: file.content?.period,
      diagnostics: validator.validate(
        submission: file.content, places: file.places, reading: Validator.Reading(file), setting: setting),
      bytes: file.bytes)
  }

  func check(
    _ file: IngestedIssue, _ path: String, _ setting: Validator.Setting, beside developments: [CountryCode: [String]]?
  ) -> CheckedFile {
    CheckedFile(
      path: path, country: nil, period: file.content?.period,
      diagnostics: validator.validate(
        issue: file.content, places: file.places, reading: Validator.Reading(file), setting: setting,
        developments: developments),
      bytes: file.bytes)
  }

  private func check(_ folder: IssueFolder) -> CheckedFile? {
    var findings: [Finding] = []
    if folder.submissions.isEmpty {
      findings.append(Finding("submissions-missing", at: .file, ["folder": folder.path]))
    }
    if !folder.hasIssue { findings.append(Finding("issue-missing", at: .file, ["folder": folder.path])) }
    findings += folder.others.map { Finding("file-unknown", at: .file, ["file": visible(name: $0)]) }
    if findings.isEmpty { return nil }
    return CheckedFile(
      path: folder.path, country: nil, period: folder.period, diagnostics: findings.map { validator.diagnose($0) })
  }
}

extension Validator.Reading {
  /// An input file as the reader saw it.
  init(_ file: Ingested<some Sendable, some Sendable>) {
    self.init(
      problems: file.problems, source: file.source, brokenFrom: file.brokenFrom, isCurtailed: file.isCurtailed)
  }
}
