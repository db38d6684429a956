import Emit
import Foundation
import Model
import Testing

/// The search over the archive: its words, its files, its page.
@Suite struct SearchTests {
  @Test(arguments: [
    ("Asylum SEEKERS' rights", ["asylum", "seeker", "right"]),
    ("Türkiye, España, Łódź, Ångström", ["turkiye", "espana", "lodz", "angstrom"]),
    ("Tu\u{308}rkiye", ["turkiye"]),
    ("Straße encyclopædia ﬁve œuvre Þór", ["strasse", "encyclopaedia", "five", "oeuvre", "thor"]),
    ("32013L0033 COM(2016) 467 2013/33/EU", ["32013l0033", "com", "2016", "467", "2013", "33", "eu"]),
    (
      "countries country policies processes visas status crisis",
      [
        "countri", "countri", "polici", "process", "visa", "status", "crisis",
      ]
    ),
    ("Ελλάδας ПОЛИТИКА Ёлка ქართული", ["ελλαδασ", "политика", "елка", "ქართული"]),
    ("İstanbul ıslak", ["istanbul", "islak"]),
    ("", []), ("–…¿", []),
  ])
  func foldsWords(_ text: String, _ words: [String]) {
    let index = SearchSample.index([SearchSample.issue("2016-Q1", entries: 1, text: text)])
    let others = SearchSample.index([SearchSample.issue("2016-Q1", entries: 1)])
    #expect(Set(words).isSubset(of: index.keys))
    #expect(Set(index.keys).subtracting(others.keys).isSubset(of: words))
  }

  @Test func cutsLongWords() {
    let text = String(repeating: "ж", count: 300) + " " + String(repeating: "q", count: 300)
    let index = SearchSample.index([SearchSample.issue("2016-Q1", entries: 1, text: text)])
    #expect(index[String(repeating: "ж", count: 40)] == [0])
    #expect(index[String(repeating: "q", count: 40)] == [0])
  }

  @Test func makesTheSameFilesInAnyOrder() {
    let issues = ["2016-Q1", "2014-08_2014-11", "2022-Q4", "2016-Q2"].map { SearchSample.issue($0, entries: 90) }
    let files = SearchSample.files(issues)
    #expect(files == SearchSample.files(issues))
    #expect(files == SearchSample.files(issues.reversed()))
    #expect(files == SearchSample.files([issues[2], issues[0], issues[3], issues[1]]))
    #expect(files.keys.contains("search/words-3.js"))
    #expect(!files.keys.contains("search/words-4.js"))
  }

  @Test func saysOnWhatEachFileDepends() {
    let pages = archiveSearch(of: [Sample.issue()])
    let byPath = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.dependencies) })
    #expect(byPath["search.html"] == [.everything])
    #expect(byPath["search/search.js"] == [])
    #expect(byPath["search/2016-Q1.js"] == [.issue(Sample.period("2016-Q1"))])
  }

  @Test(arguments: [10, 200, 1500]) func findsEachWordWhereItStands(_ count: Int) {
    // The newest issue comes first, whatever the order in which they come.
    let found = SearchSample.index(["2016-Q1", "2016-Q2"].map { SearchSample.issue($0, entries: count) })
    #expect(found["number7"] == [7, count + 7])
    #expect(found["q2"] == Array(0..<count))
    #expect(found["report"] == Array(0..<2 * count))
    #expect(found["32013l0033"]?.count == 2 * count)
    #expect(found["nowhere"] == nil)
  }

  @Test func sortsWordsAsTheScriptsStrings() {
    let issue = SearchSample.issue("2016-Q1", entries: 1, text: "zebra éa 𞤀𞤣 ﷺ 日本 ａ")
    let words = SearchSample.wordFiles([issue]).flatMap(SearchSample.words).map(\.word)
    #expect(words == words.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    #expect(words.contains("日本"))
  }

  @Test func offersWhatOccurs() {
    let page = SearchSample.text("search.html", of: [Sample.issue()])
    #expect(page.contains("<option value=\"CZ\">Czech Republic</option>"))
    #expect(page.contains("<option value=\"legislative\">Legislative</option></select>"))
    #expect(page.contains("<option value=\"in-force\">In force</option></select>"))
    #expect(page.contains("<option value=\"2016\">2016</option></select>"))
    #expect(page.contains("<option value=\"32016R1624\">Asylum Act (32016R1624)</option>"))
    #expect(page.contains("<option value=\"32013L0033\">Directive 2013/33/EU (32013L0033)</option></select>"))
    #expect(!page.contains("72013L0033FRA_1"))
  }

  @Test func hasTheNavigationOfTheSite() throws {
    func areas(_ page: String) throws -> String {
      let piece = try #require(page.components(separatedBy: "<nav class=\"areas\"").dropFirst().first)
      return piece.components(separatedBy: "</nav>")[0]
    }
    let mark = " aria-current=\"page\""
    let own = try areas(SearchSample.text("search.html", of: [Sample.issue()]))
    let others = try areas(ArchiveSample().text("index.html"))
    #expect(own.contains("<a href=\"search.html\"\(mark)>Search</a>"))
    #expect(own.replacing(mark, with: "") == others.replacing(mark, with: ""))
  }

  @Test func takesTheNewestName() {
    let old = SearchSample.issue("2016-Q1", entries: 1, country: "Czech Republic")
    let new = SearchSample.issue("2016-Q3", entries: 1, country: "Czechia")
    let page = SearchSample.text("search.html", of: [old, new])
    #expect(page.contains(">Czechia</option>"))
    #expect(!page.contains("Czech Republic"))
  }

  @Test func leavesNoWordFromOutsideUnescaped() {
    let hostile = "</script><script>alert(1)</script>\"'\\\u{2028}\n\u{0}\u{202E}<img src=x onerror=alert(1)>"
    let files = SearchSample.files([Sample.issue(hostile: hostile)])
    for (path, text) in files where path != "search/search.js" {
      #expect(!text.contains("<script>alert"), "\(path)")
      #expect(!text.contains("<img"), "\(path)")
    }
    for (path, text) in files where path.hasSuffix(".js") && path != "search/search.js" {
      #expect(!text.contains("<") && !text.contains("\u{0}"), "\(path)")
      #expect(text.split(separator: "\n").count == 1, "\(path)")
      // What is handed over is JSON, which any script can hold.
      let value = text.dropFirst(
        text.distance(from: text.startIndex, to: text.firstIndex(of: ",") ?? text.startIndex) + 1)
      let json = Data(value.dropLast(3).utf8)
      #expect(throws: Never.self, "\(path)") {
        try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
      }
    }
  }

  @Test func worksWithoutAnyIssue() {
    let files = SearchSample.files([])
    #expect(files.keys.sorted() == ["search.html", "search/search.js", "search/table.js", "search/words-1.js"])
  }
}

/// Issues made by rule, and what reads the files of the index.
enum SearchSample {
  static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func issue(_ period: String, entries count: Int, country: String = "Norway", text: String = "")
    -> CompiledIssue
  {
    var issue = Sample.issue()
    issue.period = Sample.period(period)
    let entries = (0..<count).map { number in
      var development = Sample.development("d\(number)", Phrase("Report number\(number) from \(period)"))
      development.body.append(Paragraph([.text(text)]))
      return Sample.entry("1.\(number + 1)", "NO", country, development)
    }
    let group = Section.Group(country: CountryCode("NO"), name: country, anchor: "general-no", entries: entries)
    issue.sections = [Section(number: 1, heading: "General", anchor: "general", groups: [group], seeAlso: [])]
    return issue
  }

  static func files(_ issues: [CompiledIssue]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: archiveSearch(of: issues).map { ($0.path, String(decoding: $0.bytes(), as: UTF8.self)) })
  }

  /// The files of words in order.
  static func wordFiles(_ issues: [CompiledIssue]) -> [String] {
    archiveSearch(of: issues).filter { $0.path.hasPrefix("search/words-") }.map { page in
      let text = String(decoding: page.bytes(), as: UTF8.self)
      return String(text.drop { $0 != "," }.dropFirst(2).dropLast(4))
    }
  }

  /// The places of all words of the archive.
  static func index(_ issues: [CompiledIssue]) -> [String: [Int]] { read(wordFiles(issues)) }

  static func text(_ path: String, of issues: [CompiledIssue]) -> String { files(issues)[path] ?? "" }

  /// The words of a file of words with what stands for their places.
  static func words(_ text: String) -> [(word: String, numbers: Substring)] {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    var words: [(String, Substring)] = []
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      let shared = alphabet.firstIndex(of: parts[place].utf8.first ?? 0) ?? 0
      words.append(((words.last?.0.prefix(shared) ?? "") + String(parts[place].dropFirst()), parts[place + 1]))
    }
    return words
  }

  /// The places of all words of files.
  static func read(_ texts: [String]) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for (word, numbers) in texts.flatMap(words) {
      var place = -1
      var number = 0
      var shift = 0
      for letter in numbers.utf8 {
        let value = alphabet.firstIndex(of: letter) ?? 0
        number |= (value & 31) << shift
        shift += 5
        guard value < 32 else { continue }
        place += number >> 3 + 1
        found[word, default: []].append(place)
        (number, shift) = (0, 0)
      }
    }
    return found
  }
}
