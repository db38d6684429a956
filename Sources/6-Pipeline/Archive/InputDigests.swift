import Files
import Model

/// The digests of all input files, by period and name.
struct InputDigests: Sendable {
  private var files: [String: [(name: String, digest: String)]] = [:]

  /// The digests of the files of some periods.
  ///
  /// - Throws: `FileError` when a file cannot be read.
  init(inputs: String, periods: [Period]) throws(FileError) {
    var paths: [(period: String, name: String)] = []
    for period in periods {
      for name in try names(inFolder: "\(inputs)/\(period.name)") { paths.append((period.name, name)) }
    }
    let all = paths
    let digests = inParallel(all.count) { number in
      Result { () throws(FileError) in
        let path = "\(inputs)/\(all[number].period)/\(all[number].name)"
        return kind(ofPath: path) == .file ? digest(try readFile(path)) : ""
      }
    }
    for (path, result) in zip(all, digests) { files[path.period, default: []].append((path.name, try result.get())) }
  }

  /// The digest of all that an issue is made of.
  ///
  /// - Parameter others: The submissions of other periods to which it refers, such as `2015-Q4/NO.xml`.
  func key(of period: Period, others: [String], program: String) -> String {
    var parts = [program]
    for file in files[period.name] ?? [] { parts += [file.name, file.digest] }
    for other in others {
      let place = other.split(separator: "/")
      let file = files[String(place.first ?? "")]?.first { $0.name == place.last ?? "" }
      parts += [other, file?.digest ?? ""]
    }
    return digest(Array(parts.joined(separator: "\n").utf8))
  }

  /// The digest of all that the site is made of.
  func siteKey(program: String, baseURL: String?) -> String {
    var parts = [program, baseURL ?? ""]
    for (period, files) in files.sorted(by: { $0.key < $1.key }) {
      parts.append(period)
      for file in files { parts += [file.name, file.digest] }
    }
    return digest(Array(parts.joined(separator: "\n").utf8))
  }
}
