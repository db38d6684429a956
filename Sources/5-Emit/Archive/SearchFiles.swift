import Crypto
import Model
import Text

/// The files of the index, each a script that hands its part to `search.js`: scripts are the one thing that a page can
/// load without a server.
struct SearchFiles: Sendable {
  /// The file that is loaded first: what the filters need, and which file has which words.
  let table: [UInt8]
  /// The files of words.
  let words: [[UInt8]]
  /// What tells this index from any other: files of two builds never meet in a browser's cache.
  let version: String
  /// The page.
  let page: [UInt8]

  /// The files for the issues of these periods, the newest of which comes first.
  init(_ issues: [(period: Period, part: SearchPart)], shards count: Int) {
    let kept = issues.map(\.part)
    var facts = SearchTable()
    for issue in issues { facts.append(issue.period, issue.part.table) }
    let shards = MergedWords(kept, counts: facts.periods.map(\.count)).shards(count)
    table = searchFile(name: "table") { writer in writer.table(facts, firsts: shards.map(\.first)) }
    words = shards.enumerated().map { number, shard in
      searchFile(name: Self.name(ofWords: number)) { $0.value(String(decoding: shard.text, as: UTF8.self)) }
    }
    var digest = SHA256()
    for file in [table] + words + kept.map({ Array($0.records) }) + [Array(Embedded.searchJS.utf8)] {
      digest.update(data: file)
    }
    version = digest.finalize().prefix(6).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    page = searchPage(facts, version: version)
  }

  /// The name of a file of words, without its ending.
  static func name(ofWords number: Int) -> String { "words-\(number + 1)" }
}

/// What the list of results shows of an issue's developments: place, headline, its language, standing.
func searchRecords(of issue: CompiledIssue) -> [UInt8] {
  searchFile(name: issue.period.name) { writer in
    writer.object { writer in
      writer.key("issue")
      writer.value("\(issue.period.words) (\(Words.edition(of: issue)))")
      writer.key("entries")
      writer.array { writer in
        for entry in issue.entries {
          writer.array { writer in
            writer.value(entry.anchor)
            writer.value(entry.development.headline.words)
            writer.value(entry.development.headline.language)
            writer.value(entry.standingInSearch)
          }
        }
      }
    }
  }
}

extension Entry {
  /// The line below an entry's headline among results: country, kind, each stage with its date.
  fileprivate var standingInSearch: String {
    let steps = stages.enumerated().map { place, stage in
      "\(Words.stage(stage.label, isFirst: place == 0)) \(stage.date.words)"
    }
    let parts = [countryName, kindLabel, steps.joined(separator: "; ")]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// A script that hands over a part of the index under a name.
private func searchFile(name: String, _ content: (inout JSONWriter) -> Void) -> [UInt8] {
  var writer = JSONWriter(form: .inPage)
  content(&writer)
  return Array("bulletinIndex(\"\(name)\",".utf8) + writer.bytes + Array(");\n".utf8)
}

extension JSONWriter {
  fileprivate mutating func table(_ table: SearchTable, firsts: [String]) {
    object { writer in
      writer.key("letters")
      writer.object { writer in
        for (letter, plain) in SearchWords.letters {
          writer.key(String(letter))
          writer.value(plain)
        }
      }
      writer.key("periods")
      writer.array { writer in
        for (period, count) in table.periods {
          writer.array { writer in
            writer.value(period.name)
            writer.value(count)
          }
        }
      }
      writer.key("columns")
      writer.object { writer in
        for filter in SearchTable.Filter.allCases { writer.column(filter, of: table) }
      }
      writer.key("words")
      writer.array { writer in for first in firsts { writer.value(first) } }
    }
  }

  private mutating func column(_ filter: SearchTable.Filter, of table: SearchTable) {
    guard let column = table.columns[filter] else { return }
    key(filter.rawValue)
    array { writer in
      writer.array { writer in for set in column.sets { writer.value(set) } }
      var numbers = SearchNumbers()
      for number in column.numbers { numbers.append(number) }
      writer.value(String(decoding: numbers.bytes, as: UTF8.self))
    }
  }
}
