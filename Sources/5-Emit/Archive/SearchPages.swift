import Model
import Threads

/// The search over all developments of the archive: a page, its script and its index, which need no server.
///
/// The index has three sorts of files in the folder `search`: `table.js` with what the filters need, `words-1.js` and so
/// on with the words of a range of the alphabet each, and one named after each period with what the list of results
/// shows. The parts are read when one of the files is asked for, once for all of them. The editions are expected at
/// `PERIOD/bulletin.html` beside the page.
///
/// - Parameters:
///   - issues: The issues in any order, no two of the same period.
///   - parts: What was made before of issues; that of others is made when it is needed.
/// - Returns: The page `search.html` and the files below `search/`. Whichever of them is made first makes the index.
public func archiveSearch(of issues: [CompiledIssue], parts: [Period: SearchPart] = [:]) -> [SitePage] {
  let issues = issues.sorted { $0.period > $1.period }
  // How many files there are must be known before any word is read.
  let count = issues.reduce(0) { $0 + $1.entryCount } / developmentsPerShard + 1
  // The words of a note at a name are its issue's.
  let noted = Set(issues.filter { !$0.nameNotes.isEmpty }.map { SiteDependency.issue($0.period) })
  let files = Lazy {
    SearchFiles(issues.map { ($0.period, parts[$0.period] ?? SearchPart($0)) }, shards: count)
  }
  var pages = [
    SitePage(path: "search.html", dependencies: noted.union([.everything])) { files.value.page },
    SitePage(path: "search/search.js", dependencies: []) { Array(slimmed(Embedded.searchJS).utf8) },
    SitePage(path: "search/table.js", dependencies: [.everything]) { files.value.table },
  ]
  for number in 0..<count {
    let path = "search/\(SearchFiles.name(ofWords: number)).js"
    pages.append(SitePage(path: path, dependencies: [.everything]) { files.value.words[number] })
  }
  for issue in issues {
    let path = "search/\(issue.period.name).js"
    pages.append(SitePage(path: path, dependencies: [.issue(issue.period)]) { searchRecords(of: issue) })
  }
  return pages
}

/// With so many developments a file of words weighs about 30 KB, which is little to wait for.
private let developmentsPerShard = 150
