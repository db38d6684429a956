import Emit
import Files
import Model
import Threads

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
    let pages = try pages(of: headers, common: common) + editions(headers)
    let renewal = SiteRenewal(place: place, workplace: workplace)
    let states = inParallel(pages.count) { number in
      Result { () throws(FileError) in try renewal.put(pages[number], before: before?.pages[pages[number].path]) }
    }
    var state = SiteState(site: site)
    var count = 0
    for (page, result) in zip(pages, states) {
      let (now, isNew) = try result.get()
      state.pages[page.path] = now
      if isNew { count += 1 }
    }
    try writeUnseen(state.bytes, to: "\(workplace)/\(SiteState.fileName)")
    try exchangeFolder(workplace, withThatAt: place)
    try removeFolder(workplace)
    return count
  }

  /// The editions, which are those of the outputs.
  private func editions(_ headers: [(period: Period, header: IssuePart.Header)]) -> [SiteFile] {
    headers.flatMap { period, header in
      header.files.filter { ["bulletin.html", "bulletin.txt"].contains($0.name) }.map { file in
        let path = "\(period.name)/\(file.name)"
        // The program wrote it itself, however large it is.
        return SiteFile(path: path, key: file.digest) { () throws(FileError) in
          try readFile("\(output)/\(path)", atMost: .max)
        }
      }
    }
  }

  /// All other files.
  private func pages(of headers: [(period: Period, header: IssuePart.Header)], common: String) throws -> [SiteFile] {
    let loaded = inParallel(headers.count) { number in
      Result { () throws(FileError) -> (CompiledIssue, SearchPart)? in
        guard let part = parts.part(of: headers[number].period) else { return nil }
        return (part.issue, try parts.searchPart(of: part))
      }
    }
    var issues: [CompiledIssue] = []
    var search: [Period: SearchPart] = [:]
    for ((period, _), result) in zip(headers, loaded) {
      guard let (issue, part) = try result.get() else {
        throw JobError("\(parts.path)/\(IssuePart.name(of: period)) changed during the run.")
      }
      issues.append(issue)
      search[period] = part
    }
    let keys = SiteKeys(headers.map { ($0.period, $0.header.digests) }, common: common)
    // The first page of the search makes its index, for which the others would wait: meanwhile the site is made.
    let searchPages = archiveSearch(of: issues, parts: search)
    let pages = searchPages.prefix(1) + archiveSite(of: issues, baseURL: baseURL) + searchPages.dropFirst()
    return pages.map { SiteFile($0, keys) }
  }
}
