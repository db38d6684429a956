import Reference

/// The reference files that shape what an issue says, and so are pinned when it is published.
let pinnedReferenceFiles: [ReferenceFile] = [.network, .names, .taxonomy, .sections, .glossary]

/// The reference files of a published issue: those of the versions on record, whatever has moved on since.
///
/// - Parameters:
///   - pinned: The versions on record.
///   - newer: The files that an editor put into the inputs. One of the version on record counts; another does not.
/// - Throws: `JobError` when a version is nowhere.
func pinning(_ pinned: [ReferenceFile: String], newer: [ReferenceFile: [UInt8]]) throws(JobError)
  -> [ReferenceFile: [UInt8]]
{
  var files = newer
  for (file, version) in pinned {
    if let own = newer[file], referenceVersion(of: own) == version { continue }
    files[file] = nil
    if referenceVersion(of: Array(file.text.utf8)) == version { continue }
    guard let earlier = file.earlierText(ofVersion: version) else {
      throw JobError(
        "the issue was published with version \(version) of \(file.fileName), which this program does not carry. "
          + "Put the file of that version into the inputs' folder \(Workshop.referenceFolder).")
    }
    files[file] = Array(earlier.utf8)
  }
  return files
}

extension PublishedRecord {
  /// The versions on record of the reference files.
  var pinned: [ReferenceFile: String] {
    reference.reduce(into: [:]) { pinned, item in
      if let file = ReferenceFile(rawValue: item.key) { pinned[file] = item.value }
    }
  }
}

/// The version that the root element of a reference file names; empty when there is none.
func referenceVersion(of bytes: [UInt8]) -> String {
  let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
  // The declaration at the beginning of the file has an attribute of the same name.
  guard let root = head.firstRange(of: " xmlns=")?.upperBound, let name = head[root...].firstRange(of: "version=\"")
  else {
    return ""
  }
  return String(head[name.upperBound...].prefix { $0 != "\"" })
}
