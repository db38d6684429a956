import Model

/// The annex in the canonical form.
func value(_ annex: CompiledAnnex) -> JSONValue {
  .object([
    ("statistics", .list(annex.statistics) { value($0) }),
    ("transposition", .list(annex.transposition) { value($0) }),
    ("outputs", .list(annex.outputs) { value($0) }),
    ("upcoming", .list(annex.upcoming) { value($0) }),
    ("past", .list(annex.past) { value($0) }),
  ])
}

private func value(_ series: Series) -> JSONValue {
  .object([
    ("title", .string(series.title)),
    ("unit", .string(series.unit)),
    ("period", .string(series.period)),
    ("values", .list(series.values) { value($0) }),
    ("sources", .list(series.sources) { value($0) }),
    ("note", .string(series.note)),
  ])
}

private func value(_ figure: Series.Value) -> JSONValue {
  .object([
    ("label", .string(figure.label)), ("number", .string(figure.number)), ("period", .string(figure.period)),
    ("total", figure.isTotal ? .bool(true) : nil),
  ])
}

private func value(_ transposition: CompiledAnnex.Transposition) -> JSONValue {
  let measure = transposition.measure
  return .object([
    ("title", .string(measure.title)),
    ("celex", .string(measure.celex)),
    ("deadline", .string(measure.deadline?.iso)),
    ("states", .list(Array(zip(measure.states, transposition.countries))) { value($0.0, name: $0.1) }),
    ("sources", .list(measure.sources) { value($0) }),
  ])
}

private func value(_ state: TranspositionMeasure.State, name: String) -> JSONValue {
  .object([
    ("country", .string(state.country.rawValue)), ("name", .string(name)), ("words", .string(state.words)),
  ])
}

private func value(_ output: Output) -> JSONValue {
  .object([
    ("kind", .string(output.kind.rawValue)),
    ("title", value(output.title)),
    ("date", .string(output.date?.iso)),
    ("href", .string(output.href)),
  ])
}

private func value(_ event: Event) -> JSONValue {
  .object([
    ("title", value(event.title)),
    ("date", .string(event.date.iso)),
    ("end", .string(event.end?.iso)),
    ("place", .string(event.place)),
    ("organiser", .string(event.organiser)),
    ("href", .string(event.href)),
  ])
}
