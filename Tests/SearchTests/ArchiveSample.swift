import Foundation
import Search
import Text

/// An archive made of a few lines, in a folder of its own.
final class ArchiveSample {
  /// A development to be put on a line.
  struct Line {
    var period = "2016-Q1"
    var country = "NO"
    var countryName = "Norway"
    var id: String
    var kind = "legislative"
    var theme = "general"
    var further: [String] = []
    var stage = "adopted"
    var headline = "Headline"
    var body: [String] = ["Text."]
    var act: String?
  }

  let folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")

  init(_ lines: [Line]) throws {
    try FileManager.default.createDirectory(at: folder.appending(path: "archive"), withIntermediateDirectories: true)
    try Data(lines.flatMap { Self.bytes(of: $0) + [0x0A] }).write(to: URL(fileURLWithPath: self.lines))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of the file of developments.
  var lines: String { folder.path + "/archive/developments.jsonl" }

  func append(_ text: String) throws {
    let old = try Data(contentsOf: URL(fileURLWithPath: lines))
    try (old + Data(text.utf8)).write(to: URL(fileURLWithPath: lines))
  }

  func index(_ notify: @escaping (SearchIndex.Notice) -> Void = { _ in }) throws -> SearchIndex {
    try SearchIndex(output: folder.path, notify: notify)
  }

  static func three() throws -> ArchiveSample {
    try ArchiveSample([
      Line(
        period: "2015-Q4", id: "camp", headline: "A camp in Türkiye",
        body: ["Reception of refugees. The start", "end."]),
      Line(
        id: "minors", theme: "general", further: ["return"], headline: "Unaccompanied minors",
        body: ["They are heard by an adult."], act: "32013L0033"),
      Line(
        period: "2015-11_2016-02", country: "SE", countryName: "Sweden", id: "office", kind: "policy",
        stage: "in-force",
        headline: "Campaign for minorities", body: ["In the Königstraße."]),
    ])
  }

  private static func bytes(of line: Line) -> [UInt8] {
    var json = JSONWriter(form: .line)
    json.object { json in
      let texts = [
        ("period", line.period), ("country", line.country), ("countryName", line.countryName), ("id", line.id),
        ("anchor", "\(line.country.lowercased())-\(line.id)"), ("kind", line.kind), ("theme", line.theme),
      ]
      for (name, text) in texts {
        json.key(name)
        json.value(text)
      }
      json.key("edition")
      json.value(14)
      json.key("furtherThemes")
      json.array { json in for theme in line.further { json.value(theme) } }
      json.key("body")
      json.array { json in for text in line.body { json.value(text) } }
      json.key("headline")
      json.object { json in
        json.key("words")
        json.value(line.headline)
      }
      json.key("stages")
      json.array { json in
        json.object { json in
          json.key("stage")
          json.value(line.stage)
          json.key("date")
          json.value("2016-01")
        }
      }
      guard let act = line.act else { return }
      json.key("euActs")
      json.array { json in
        json.object { json in
          json.key("celex")
          json.value(act)
        }
      }
    }
    return json.bytes
  }
}
