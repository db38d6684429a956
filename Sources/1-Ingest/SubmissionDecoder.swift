import Model
import XML

/// Turns the tree of a submission into values, and keeps the places of what findings may point to.
///
/// It reads what is there and puts placeholders where the schema has already objected, so that the house rules can
/// look at the rest; a submission with such a problem never gets beyond validation.
struct SubmissionDecoder {
  static let namespace = "urn:emn:bulletin:submission:1"

  private(set) var places: SubmissionPlaces?
  private var ownCountry = CountryCode("")

  mutating func submission(_ root: XMLElement) -> Submission? {
    guard root.name == "submission", root.namespace == SubmissionDecoder.namespace else { return nil }
    places = SubmissionPlaces(root: root.place)
    guard let period = root["period"].flatMap({ Period($0) }) else { return nil }
    ownCountry = root.country("country") ?? ownCountry
    var developments: [Development] = []
    for child in root.children("development") {
      developments.append(development(child))
    }
    return Submission(
      country: ownCountry, period: period,
      status: root["status"].flatMap { Status(rawValue: $0) } ?? .draft, date: root["date"].flatMap { Day($0) },
      developments: developments)
  }

  private mutating func development(_ element: XMLElement) -> Development {
    var at = DevelopmentPlaces(element: element.place)
    var value = Development(
      id: element["id"] ?? "", kind: element["kind"].flatMap { Kind(rawValue: $0) } ?? .policy,
      theme: element["theme"].map { ThemeCode($0) }, furtherThemes: themes(element["further-themes"]),
      headline: Phrase(""), stages: [], body: [])
    for child in element.children {
      switch child.name {
      case "headline":
        value.headline = child.phrase
        at.headline = child.place
      case "body":
        (value.body, at.pieces) = child.paragraphs()
        at.body = child.place
        at.paragraphs = child.children("p").map(\.place)
      case "late":
        value.late = child.words
        at.late = child.place
      default: read(child, into: &value, &at)
      }
    }
    places?.developments.append(at)
    return value
  }

  private func read(_ child: XMLElement, into value: inout Development, _ at: inout DevelopmentPlaces) {
    switch child.name {
    case "stage":
      guard let type = child["type"].flatMap({ StageType(rawValue: $0) }), let date = child.date("date") else {
        at.unreadableStages.append(child.place)
        return
      }
      value.stages.append(Stage(type, date))
      at.stages.append(child.place)
    case "figure":
      value.figures.append(
        Figure(label: child.words, value: child["value"] ?? "", unit: child.words("unit") ?? ""))
      at.figures.append(child.place)
    case "act":
      value.acts.append(act(child))
      at.acts.append(child.place)
      at.actTitles.append(child.children("title").map(\.place))
    case "eu-act":
      let relation = child["relation"].flatMap { EUAct.Relation(rawValue: $0) } ?? .applies
      value.euActs.append(EUAct(name: child.words, relation: relation, celex: child.words("celex")))
      at.euActs.append(child.place)
    case "source":
      value.sources.append(child.source)
      at.sources.append(child.place)
    case "follows":
      guard let reference = reference(child) else {
        if child["period"] != nil, child["id"] != nil { at.unreadableFollows.append(child.place) }
        return
      }
      value.follows.append(reference)
      at.follows.append(child.place)
    default: break
    }
  }

  private func act(_ element: XMLElement) -> Act {
    Act(
      titles: element.children("title").map(\.phrase), number: element.words("number"),
      gazette: element.words("gazette"), celex: element.words("celex"), eli: element.words("eli"))
  }

  /// A reference without a country is to one of the submission's own.
  private func reference(_ element: XMLElement) -> DevelopmentReference? {
    guard let period = element["period"].flatMap({ Period($0) }), let id = element["id"] else { return nil }
    return DevelopmentReference(country: element.country("country") ?? ownCountry, period: period, id: id)
  }

  private func themes(_ list: String?) -> [ThemeCode] {
    list?.split(separator: " ").map { ThemeCode(String($0)) } ?? []
  }
}
