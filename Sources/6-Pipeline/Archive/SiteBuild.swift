import Emit
import Files
import Model

/// Makes the archive's site from the parts of the issues and their editions.
///
/// The new site is put together beside the one that stands there, of whose files it takes those that are the same, and
/// then takes its place in one step: at no moment does a reader find half of it.
struct SiteBuild: Sendable {
  let output: String
  let parts: PartsFolder
  let baseURL: String?
  /// What tells the program with its settings from any other.
  let program: String

  /// Where the site stands.
  private var place: String { "\(output)/archive" }
  /// Where the next one is put together.
  private var workplace: String { "\(output)/.archive.new" }

  /// Makes the site, when it is not what it should be.
  ///
  /// - Parameter headers: The headers of all issues' parts, in the order of their periods.
  /// - Returns: How many files of the site are new or other than before.
  func make(of headers: [(period: Period, header: IssuePart.Header)]) throws -> Int {
    // A run that was broken off may have left something.
    try removeFolder(workplace)
    let common = digest(of: [program, baseURL ?? ""])
    let site = digest(of: [common] + headers.flatMap { [$0.period.name] + $0.header.files.map(\.digest) })
    let before = SiteState(inFolder: place)
    if let before, before.site == site, before.isComplete(inFolder: place) { return 0 }
    let pages = try editions(headers) + pages(of: headers, common: common)
    let states = inParallel(pages.count) { number in
      Result { () throws(FileError) in try put(pages[number], before: before?.pages[pages[number].path]) }
    }
    var state = SiteState(site: site)
    var count = 0
    for (page, result) in zip(pages, states) {
      let (size, isNew) = try result.get()
      state.pages[page.path] = SiteState.Page(key: page.key, size: size)
      if isNew { count += 1 }
    }
    try writeUnseen(state.bytes, to: "\(workplace)/\(SiteState.fileName)")
    try exchangeFolder(workplace, withThatAt: place)
    try removeFolder(workplace)
    return count
  }

  /// A file of the site to come.
  private struct Page: Sendable {
    let path: String
    let key: String
    let bytes: @Sendable () throws(FileError) -> [UInt8]
  }

  /// The editions, which are those of the outputs.
  private func editions(_ headers: [(period: Period, header: IssuePart.Header)]) -> [Page] {
    headers.flatMap { period, header in
      header.files.filter { ["bulletin.html", "bulletin.txt"].contains($0.name) }.map { file in
        let path = "\(period.name)/\(file.name)"
        return Page(path: path, key: file.digest) { () throws(FileError) in try readFile("\(output)/\(path)") }
      }
    }
  }

  /// All other files.
  private func pages(of headers: [(period: Period, header: IssuePart.Header)], common: String) throws -> [Page] {
    let loaded = inParallel(headers.count) { number in
      Result { () throws(FileError) -> (CompiledIssue, Vocabulary)? in
        guard let part = parts.part(of: headers[number].period) else { return nil }
        return (part.issue, try parts.vocabulary(of: part))
      }
    }
    var issues: [CompiledIssue] = []
    var words: [Period: Vocabulary] = [:]
    for ((period, _), result) in zip(headers, loaded) {
      guard let (issue, vocabulary) = try result.get() else {
        throw JobError("\(parts.path)/\(IssuePart.name(of: period)) changed during the run.")
      }
      issues.append(issue)
      words[period] = vocabulary
    }
    let keys = SiteKeys(headers.map { ($0.period, $0.header.digests) }, common: common)
    return (archiveSite(of: issues, baseURL: baseURL) + archiveSearch(of: issues, words: words)).map { page in
      Page(path: page.path, key: keys.key(of: page)) { () throws(FileError) in page.bytes() }
    }
  }

  /// Puts a file into the site to come: the one that stands there, when it is the same.
  private func put(_ page: Page, before: SiteState.Page?) throws(FileError) -> (size: Int, isNew: Bool) {
    let old = "\(place)/\(page.path)"
    let new = "\(workplace)/\(page.path)"
    if let before, before.key == page.key, size(ofFile: old) == before.size {
      if try take(old, as: new) { return (before.size, false) }
    }
    let bytes = try page.bytes()
    if size(ofFile: old) == bytes.count, (try? readFile(old, atMost: bytes.count)) == bytes, try take(old, as: new) {
      return (bytes.count, false)
    }
    try writeUnseen(bytes, to: new)
    return (bytes.count, true)
  }

  private func take(_ old: String, as new: String) throws(FileError) -> Bool {
    if let slash = new.lastIndex(of: "/") { try makeFolder(String(new[..<slash])) }
    return giveSecondName(new, toFile: old)
  }
}
