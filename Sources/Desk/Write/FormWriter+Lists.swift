extension FormWriter {
  func figures(_ figures: [FigureItem], named name: String, _ printer: inout XMLPrinter) {
    each(figures, "figure", named: name, &printer) { figure, field, printer in
      let attributes = [
        Attribute(name: "value", value: figure.value, field: "\(field)-value", isNeeded: true),
        Attribute(name: "unit", value: figure.unit, field: "\(field)-unit", isNeeded: true),
      ]
      let kept = self.attributes(figure.kept, beside: attributes)
      printer.element("figure", attributes, kept: kept, field: "\(field)-label", words: figure.label)
    }
  }

  func acts(_ acts: [ActItem], named name: String, _ printer: inout XMLPrinter) {
    for (place, act) in acts.enumerated() {
      let field = FieldName.item(name, "act", place)
      keep(act.kept.before, field, &printer)
      if act.isBlankWithTitles { continue }
      let attributes = ActItem.fields.map {
        Attribute(name: $0.name, value: act[keyPath: $0.path], field: "\(field)-\($0.name)")
      }
      printer.element("act", attributes, kept: self.attributes(act.kept, beside: attributes), field: field) { printer in
        titles(act, named: field, &printer)
        keep(act.kept.end, field, &printer)
      }
    }
  }

  private func titles(_ act: ActItem, named name: String, _ printer: inout XMLPrinter) {
    for (place, title) in (act.titles.isEmpty ? [WordsItem()] : act.titles).enumerated() {
      let field = FieldName.item(name, "title", place)
      keep(title.kept.before, field, &printer)
      if title.isBlank, place > 0 { continue }
      let language = Attribute(name: "xml:lang", value: title.language, field: "\(field)-language")
      printer.element(
        "title", [language], kept: attributes(title.kept, beside: [language]), field: field, words: title.words)
    }
  }

  func euActs(_ acts: [EUActItem], named name: String, _ printer: inout XMLPrinter) {
    each(acts, "euact", named: name, &printer) { act, field, printer in
      let attributes = [
        Attribute(name: "relation", value: act.relation, field: "\(field)-relation", isNeeded: true),
        Attribute(name: "celex", value: act.celex, field: "\(field)-celex"),
      ]
      let kept = self.attributes(act.kept, beside: attributes)
      printer.element("eu-act", attributes, kept: kept, field: "\(field)-name", words: act.name)
    }
  }

  func sources(_ sources: [SourceItem], named name: String, _ printer: inout XMLPrinter) {
    each(sources, "source", named: name, &printer) { source, field, printer in
      let attributes = [
        Attribute(name: "href", value: source.href, field: "\(field)-href"),
        Attribute(name: "xml:lang", value: source.language, field: "\(field)-language"),
      ]
      let kept = self.attributes(source.kept, beside: attributes)
      printer.element("source", attributes, kept: kept, field: "\(field)-title", words: source.title)
    }
  }

  func follows(_ follows: [FollowsItem], named name: String, _ printer: inout XMLPrinter) {
    each(follows, "follows", named: name, &printer) { reference, field, printer in
      let attributes = [
        Attribute(name: "country", value: reference.country, field: "\(field)-country"),
        Attribute(name: "period", value: reference.period, field: "\(field)-period", isNeeded: true),
        Attribute(name: "id", value: reference.id, field: "\(field)-id", isNeeded: true),
      ]
      printer.element(
        "follows", attributes, kept: self.attributes(reference.kept, beside: attributes), field: field, words: nil)
    }
  }

  /// Writes the parts of one sort; of those that are blank only what stands before them.
  private func each<Item: FormItem>(
    _ items: [Item], _ sort: String, named name: String, _ printer: inout XMLPrinter,
    _ write: (Item, String, inout XMLPrinter) -> Void
  ) {
    for (place, item) in items.enumerated() {
      let field = FieldName.item(name, sort, place)
      keep(item.kept.before, field, &printer)
      if !item.isBlank { write(item, field, &printer) }
    }
  }

  /// Writes what is kept, where it may stand there.
  func keep(_ text: String, _ field: String, _ printer: inout XMLPrinter) {
    if kept.isContent(text) { printer.kept(text, for: field) }
  }

  /// The attributes that are kept, where they may stand there.
  func attributes(_ kept: Kept, beside others: [Attribute] = []) -> String {
    self.kept.isAttributes(kept.attributes, beside: others.map(\.name)) ? kept.attributes : ""
  }
}
