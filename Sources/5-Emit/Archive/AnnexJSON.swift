import Model
import Text

extension JSONWriter {
  /// The members of an annex.
  mutating func annex(_ annex: CompiledAnnex) {
    field("statistics", annex.statistics) { json, series in
      json.field("title", series.title)
      json.field("unit", series.unit)
      json.field("period", series.period)
      json.field("values", series.values) { json, figure in
        json.field("label", figure.label)
        json.field("number", figure.number)
        json.field("period", figure.period)
        json.field("isTotal", figure.isTotal)
      }
      json.field("sources", series.sources)
      json.field("note", series.note)
    }
    field("transposition", annex.transposition) { $0.transposition($1) }
    field("outputs", annex.outputs) { json, output in
      json.field("kind", output.kind.rawValue)
      json.field("title", output.title)
      json.field("date", output.date?.iso)
      json.field("href", output.href)
    }
    field("events", annex.past + annex.upcoming) { json, event in
      json.field("title", event.title)
      json.field("date", event.date.iso)
      json.field("end", event.end?.iso)
      json.field("place", event.place)
      json.field("organiser", event.organiser)
      json.field("href", event.href)
    }
  }

  private mutating func transposition(_ transposition: CompiledAnnex.Transposition) {
    let measure = transposition.measure
    field("title", measure.title)
    field("celex", measure.celex)
    field("deadline", measure.deadline?.iso)
    field("states", Array(zip(measure.states, transposition.countries))) { json, state in
      json.field("country", state.0.country.rawValue)
      json.field("countryName", state.1)
      json.field("words", state.0.words)
    }
    field("sources", measure.sources)
  }
}
