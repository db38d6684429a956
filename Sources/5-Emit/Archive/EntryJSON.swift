import Model
import Text

extension JSONWriter {
  /// The members of an entry.
  mutating func entry(_ entry: Entry, themeLabel: String) {
    let development = entry.development
    field("number", entry.number)
    field("anchor", entry.anchor)
    field("id", development.id)
    field("country", entry.country.rawValue)
    field("countryName", entry.countryName)
    field("theme", entry.theme.rawValue)
    field("themeLabel", themeLabel)
    field("furtherThemes", texts: development.furtherThemes.map(\.rawValue))
    field("kind", development.kind.rawValue)
    field("headline", development.headline)
    field("stages", development.stages) { json, stage in
      json.field("stage", stage.type.rawValue)
      json.field("date", stage.date.iso)
    }
    field("late", development.late)
    field("body", texts: development.body.map(\.words))
    evidence(of: development)
    field("follows", entry.follows) { json, predecessor in
      json.field("country", predecessor.reference.country.rawValue)
      json.field("period", predecessor.reference.period.name)
      json.field("id", predecessor.reference.id)
      json.field("headline", predecessor.headline)
    }
    field("followedBy", entry.followedBy) { json, successor in
      json.field("number", successor.number)
      json.field("anchor", successor.anchor)
      json.field("countryName", successor.country)
      json.field("headline", successor.headline)
    }
  }

  private mutating func evidence(of development: Development) {
    field("figures", development.figures) { json, figure in
      json.field("label", figure.label)
      json.field("value", figure.value)
      json.field("unit", figure.unit)
    }
    field("acts", development.acts) { json, act in
      json.field("titles", act.titles) { $0.words($1) }
      json.field("number", act.number)
      json.field("gazette", act.gazette)
      json.field("celex", act.celex)
      json.field("eli", act.eli)
    }
    field("euActs", development.euActs) { json, act in
      json.field("name", act.name)
      json.field("relation", act.relation.rawValue)
      json.field("celex", act.celex)
    }
    field("citations", development.citations) { json, citation in
      json.field("words", citation.words)
      json.field("celex", citation.celex)
    }
    field("sources", development.sources)
  }
}

extension Development {
  /// The acts that its text names by their numbers, in the order of the text.
  fileprivate var citations: [(words: String, celex: String)] {
    body.flatMap(\.pieces).compactMap { piece in
      if case .citation(let words, let celex?, _) = piece { (words, celex) } else { nil }
    }
  }
}
