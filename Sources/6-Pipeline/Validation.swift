import Files
import Ingest
import Model
import Threads
import Validate

extension Workshop {
  /// Checks files and folders: a submission, an issue's file, the folder of a period, or a whole folder of inputs.
  ///
  /// - Parameter paths: The paths; `-` is standard input.
  /// - Returns: Each file with its findings, in the order of the paths and then of the names.
  /// - Throws: `JobError` when a path cannot be read.
  public func validate(_ paths: [String]) throws(JobError) -> [CheckedFile] {
    do {
      return try checkedInParallel(paths) { path throws(FileError) in
        switch kind(ofPath: path) {
        case _ where path == "-": [check(try readStandardInput(atMost: largestFile), path: path, setting: .init())]
        case .folder: try validate(folder: trimmed(path))
        case .nothing: throw FileError(path, "does not exist")
        default: [try validate(file: path)]
        }
      }
    } catch {
      throw JobError("\(error)")
    }
  }

  /// Checks paths beside one another; the first that cannot be read ends the job.
  private func checkedInParallel(
    _ paths: [String], _ check: @escaping @Sendable (String) throws(FileError) -> [CheckedFile]
  ) throws(FileError) -> [CheckedFile] {
    var files: [CheckedFile] = []
    for result in inParallel(paths.count, { number in Result { () throws(FileError) in try check(paths[number]) } }) {
      files += try result.get()
    }
    return files
  }

  private func validate(file path: String) throws(FileError) -> CheckedFile {
    let name = lastPart(path)
    let setting = Validator.Setting(fileName: name, folderPeriod: place(of: parent(of: path)).period)
    return check(try readFile(path, atMost: largestFile), path: path, setting: setting)
  }

  private func validate(folder: String) throws(FileError) -> [CheckedFile] {
    let place = place(of: folder)
    if let period = place.period {
      return try validate(issue: IssueFolder(path: folder, period: period), inputs: place.inputs)
    }
    let periods = try IssueFolder.periods(inInputs: folder)
    if !periods.isEmpty { return try validate(inputs: folder, periods: periods) }
    let names = try names(inFolder: folder).filter { $0.hasSuffix(".xml") }
    if names.isEmpty { return [emptyFolder(folder)] }
    return try checkedInParallel(names) { name throws(FileError) in [try validate(file: "\(folder)/\(name)")] }
  }

  private func validate(inputs: String, periods: [Period]) throws(FileError) -> [CheckedFile] {
    var files: [CheckedFile] = []
    var ids = IDRegister()
    let earlier = EarlierDevelopments(inputs: InputsFolder(inputs, largestFile: largestFile))
    for period in periods {
      let folder = try IssueFolder(path: "\(inputs)/\(period.name)", period: period)
      files += try validate(issue: folder, earlier: earlier, ids: &ids)
    }
    return files
  }

  private func validate(issue folder: IssueFolder, inputs: String) throws(FileError) -> [CheckedFile] {
    var ids = IDRegister()
    let earlier = EarlierDevelopments(inputs: InputsFolder(inputs, largestFile: largestFile))
    return try validate(issue: folder, earlier: earlier, ids: &ids)
  }

  private func validate(
    issue folder: IssueFolder, earlier: EarlierDevelopments, ids: inout IDRegister
  ) throws(FileError) -> [CheckedFile] {
    let contents = try read(folder)
    let checked = try check(contents, folder: folder, earlier: earlier)
    earlier.keep(contents.submissions, of: folder.period)
    var files = checked.folder.map { [$0] } ?? []
    for (file, ingested) in zip(checked.submissions, contents.submissions) {
      var file = file
      // The period before has been looked at with the file itself.
      let known = Set(file.diagnostics.filter { $0.rule == "id-reused" }.map(\.line))
      file.diagnostics += ids.reuses(in: ingested, validator: validator).filter { !known.contains($0.line) }
      files.append(file)
    }
    if let issue = checked.issue { files.append(issue) }
    return files
  }

  /// Checks one file on its own; which sort it is shows in its outermost element.
  private func check(_ bytes: [UInt8], path: String, setting: Validator.Setting) -> CheckedFile {
    if lastPart(path) != IssueFolder.issueName {
      let submission = ingestSubmission(bytes, name: path, schema: submissionSchema)
      if submission.rootName != "issue" { return check(submission, path, setting) }
    }
    return check(ingestIssue(bytes, name: path, schema: issueSchema), path, setting, beside: nil)
  }

  private func emptyFolder(_ path: String) -> CheckedFile {
    let finding = Finding("submissions-missing", at: .file, ["folder": path])
    return CheckedFile(path: path, country: nil, period: nil, diagnostics: [validator.diagnose(finding)])
  }
}

/// The ids that a country has used, over all periods: an id names one development for good.
private struct IDRegister {
  private var periods: [CountryCode: [String: Period]] = [:]

  mutating func reuses(in file: IngestedSubmission, validator: Validator) -> [Diagnostic] {
    guard let submission = file.content, let places = file.places else { return [] }
    var findings: [Finding] = []
    for (development, at) in zip(submission.developments, places.developments) {
      let id = development.id
      if let period = periods[submission.country]?[id], period != submission.period {
        findings.append(
          Finding(
            "id-reused", at: .attribute("id", at.element),
            ["id": id, "country": submission.country.rawValue, "period": period.name]))
      } else {
        periods[submission.country, default: [:]][id] = submission.period
      }
    }
    return validator.diagnose(findings, in: file.source)
  }
}

/// The last part of a path.
func lastPart(_ path: String) -> String {
  String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
}

private func trimmed(_ path: String) -> String {
  path.count > 1 && path.hasSuffix("/") ? trimmed(String(path.dropLast())) : path
}

/// The period of a folder, where its name is one, and the folder above it. Where the path does not tell, as `.` does not,
/// its whole path does.
private func place(of folder: String) -> (period: Period?, inputs: String) {
  if let period = Period(lastPart(folder)) { return (period, parent(of: folder)) }
  let whole = wholePath(folder) ?? folder
  return (Period(lastPart(whole)), parent(of: whole))
}

private func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
