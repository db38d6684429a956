import Model

extension CanonicalWriter {
  /// Writes an entry. The theme that was declared, and references that were not resolved, are no content of the issue
  /// and stay out.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - number: Its number in the issue, or nothing where its place does not matter.
  mutating func value(_ entry: Entry, number: String) {
    let development = entry.development
    object { json in
      json.member("number", number)
      json.member("anchor", entry.anchor)
      json.member("id", development.id)
      json.member("theme", entry.theme.rawValue)
      json.member("furtherThemes", development.furtherThemes) { $0.value($1.rawValue) }
      json.member("kind", development.kind.rawValue)
      json.member("kindLabel", entry.kindLabel)
      json.member("headline", development.headline)
      json.stages(of: entry)
      json.member("late", development.late)
      json.member("body", development.body)
      json.member("figures", development.figures) { $0.value($1) }
      json.member("acts", development.acts) { $0.value($1) }
      json.member("euActs", development.euActs) { $0.value($1) }
      json.member("sources", development.sources)
      json.member("follows", entry.follows) { $0.value($1) }
    }
  }

  private mutating func stages(of entry: Entry) {
    member("stages", Array(zip(entry.development.stages, entry.stageLabels))) { json, stage in
      json.object { json in
        json.member("type", stage.0.type.rawValue)
        json.member("label", stage.1)
        json.member("date", stage.0.date.iso)
      }
    }
  }

  private mutating func value(_ figure: Figure) {
    object { json in
      json.member("label", figure.label)
      json.member("value", figure.value)
      json.member("unit", figure.unit)
    }
  }

  private mutating func value(_ act: Act) {
    object { json in
      json.member("titles", act.titles)
      json.member("number", act.number)
      json.member("gazette", act.gazette)
      json.member("celex", act.celex)
      json.member("eli", act.eli)
    }
  }

  private mutating func value(_ act: EUAct) {
    object { json in
      json.member("name", act.name)
      json.member("relation", act.relation.rawValue)
      json.member("celex", act.celex)
    }
  }

  private mutating func value(_ predecessor: Predecessor) {
    object { json in
      json.member("country", predecessor.reference.country.rawValue)
      json.member("period", predecessor.reference.period.name)
      json.member("id", predecessor.reference.id)
      json.member("headline", predecessor.headline)
      json.member("countryName", predecessor.country)
    }
  }
}
