import Model

extension CanonicalWriter {
  /// Writes the annex.
  mutating func value(_ annex: CompiledAnnex) {
    object { json in
      json.member("statistics", annex.statistics) { $0.value($1) }
      json.member("transposition", annex.transposition) { $0.value($1) }
      json.member("outputs", annex.outputs) { $0.value($1) }
      json.member("upcoming", annex.upcoming) { $0.value($1) }
      json.member("past", annex.past) { $0.value($1) }
    }
  }

  private mutating func value(_ series: Series) {
    object { json in
      json.member("title", series.title)
      json.member("unit", series.unit)
      json.member("period", series.period)
      json.member("values", series.values) { $0.value($1) }
      json.member("sources", series.sources)
      json.member("note", series.note)
    }
  }

  private mutating func value(_ figure: Series.Value) {
    object { json in
      json.member("label", figure.label)
      json.member("number", figure.number)
      json.member("period", figure.period)
      if figure.isTotal { json.member("total", true) }
    }
  }

  private mutating func value(_ transposition: CompiledAnnex.Transposition) {
    let measure = transposition.measure
    object { json in
      json.member("title", measure.title)
      json.member("celex", measure.celex)
      json.member("deadline", measure.deadline?.iso)
      json.member("states", Array(zip(measure.states, transposition.countries))) { $0.value($1.0, name: $1.1) }
      json.member("sources", measure.sources)
    }
  }

  private mutating func value(_ state: TranspositionMeasure.State, name: String) {
    object { json in
      json.member("country", state.country.rawValue)
      json.member("name", name)
      json.member("words", state.words)
    }
  }

  private mutating func value(_ output: Output) {
    object { json in
      json.member("kind", output.kind.rawValue)
      json.member("title", output.title)
      json.member("date", output.date?.iso)
      json.member("href", output.href)
    }
  }

  private mutating func value(_ event: Event) {
    object { json in
      json.member("title", event.title)
      json.member("date", event.date.iso)
      json.member("end", event.end?.iso)
      json.member("place", event.place)
      json.member("organiser", event.organiser)
      json.member("href", event.href)
    }
  }
}
