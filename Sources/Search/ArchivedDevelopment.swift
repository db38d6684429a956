import Model
import Text

/// A development as a line of the archive's `developments.jsonl` tells it: what the index keeps of it.
///
/// The form of a line is described by the archive's schema, `schema/issue.schema.json`.
struct ArchivedDevelopment: Sendable {
  var period: Period
  var edition: Int
  var published: String?
  var id: String
  var anchor: String
  var country: String
  var countryName: String
  var theme: String
  var themeLabel: String
  var furtherThemes: [String]
  var kind: String
  var stages: [Step]
  var headline: String
  var language: String
  var body: [String]
  /// The texts beside headline and body by which it is found, as on the site.
  var otherTexts: [String]
  /// The acts of the EU that it makes, transposes, applies or cites, by their CELEX numbers.
  var acts: [String]

  /// A stage with its date, both as codes.
  struct Step: Equatable, Sendable {
    var stage: String
    var date: String
  }

  /// The development of a line; `nil` when a part that must be there is not.
  init?(_ line: [UInt8]) {
    guard let json = JSONReading(line), let period = json["period"]?.text.flatMap({ Period($0) }),
      let edition = json["edition"]?.integer, let id = json["id"]?.text, let anchor = json["anchor"]?.text,
      let country = json["country"]?.text, let theme = json["theme"]?.text, let kind = json["kind"]?.text,
      let headline = json["headline"]?["words"]?.text
    else { return nil }
    self.period = period
    self.edition = edition
    published = json["published"]?.text
    self.id = id
    self.anchor = anchor
    self.country = country
    countryName = json["countryName"]?.text ?? country
    self.theme = theme
    themeLabel = json["themeLabel"]?.text ?? theme
    furtherThemes = json.texts("furtherThemes")
    self.kind = kind
    stages = json.list("stages").compactMap { stage in
      guard let type = stage["stage"]?.text, let date = stage["date"]?.text else { return nil }
      return Step(stage: type, date: date)
    }
    self.headline = headline
    language = json["headline"]?["language"]?.text ?? "en"
    body = json.texts("body")
    otherTexts = [countryName] + Self.otherTexts(of: json)
    acts = Self.acts(of: json)
  }

  private static func otherTexts(of json: JSONReading) -> [String] {
    var texts = json.list("citations").flatMap { $0.texts(named: "celex") }
    for act in json.list("acts") {
      texts += act.list("titles").flatMap { $0.texts(named: "words") } + act.texts(named: "number", "gazette", "celex")
    }
    texts += json.list("euActs").flatMap { $0.texts(named: "name", "celex") }
    texts += json.list("figures").flatMap { $0.texts(named: "label") }
    texts += json.list("sources").compactMap { $0["title"]?["words"]?.text }
    return texts + json.texts(named: "late")
  }

  private static func acts(of json: JSONReading) -> [String] {
    let all = ["citations", "acts", "euActs"].flatMap { json.list($0).flatMap { $0.texts(named: "celex") } }
    // Sector 3 is legislation of the EU; sector 7, where national acts stand, is none.
    return Set(all.filter { $0.hasPrefix("3") && !$0.contains(where: \.isWhitespace) }).sorted()
  }
}

extension JSONReading {
  fileprivate func list(_ name: String) -> [JSONReading] { self[name]?.elements ?? [] }
  fileprivate func texts(_ name: String) -> [String] { list(name).compactMap(\.text) }
  fileprivate func texts(named names: String...) -> [String] { names.compactMap { self[$0]?.text } }
}
