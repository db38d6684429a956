import Model

/// An entry in the canonical form. The theme that was declared, and references that were not resolved, are no content
/// of the issue and stay out.
func value(_ entry: Entry) -> JSONValue {
  let development = entry.development
  return .object([
    ("number", .string(entry.number)),
    ("anchor", .string(entry.anchor)),
    ("id", .string(development.id)),
    ("theme", .string(entry.theme.rawValue)),
    ("furtherThemes", .strings(development.furtherThemes.map(\.rawValue))),
    ("kind", .string(development.kind.rawValue)),
    ("kindLabel", .string(entry.kindLabel)),
    ("headline", value(development.headline)),
    ("stages", .list(Array(zip(development.stages, entry.stageLabels))) { value($0.0, label: $0.1) }),
    ("late", .string(development.late)),
    ("body", .list(development.body) { value($0) }),
    ("figures", .list(development.figures) { value($0) }),
    ("acts", .list(development.acts) { value($0) }),
    ("euActs", .list(development.euActs) { value($0) }),
    ("sources", .list(development.sources) { value($0) }),
    ("follows", .list(entry.follows) { value($0) }),
  ])
}

private func value(_ stage: Stage, label: String) -> JSONValue {
  .object([
    ("type", .string(stage.type.rawValue)), ("label", .string(label)), ("date", .string(stage.date.iso)),
  ])
}

private func value(_ figure: Figure) -> JSONValue {
  .object([("label", .string(figure.label)), ("value", .string(figure.value)), ("unit", .string(figure.unit))])
}

private func value(_ act: Act) -> JSONValue {
  .object([
    ("titles", .list(act.titles) { value($0) }),
    ("number", .string(act.number)),
    ("gazette", .string(act.gazette)),
    ("celex", .string(act.celex)),
    ("eli", .string(act.eli)),
  ])
}

private func value(_ act: EUAct) -> JSONValue {
  .object([
    ("name", .string(act.name)), ("relation", .string(act.relation.rawValue)), ("celex", .string(act.celex)),
  ])
}

private func value(_ predecessor: Predecessor) -> JSONValue {
  .object([
    ("country", .string(predecessor.reference.country.rawValue)),
    ("period", .string(predecessor.reference.period.name)),
    ("id", .string(predecessor.reference.id)),
    ("headline", value(predecessor.headline)),
    ("countryName", .string(predecessor.country)),
  ])
}
