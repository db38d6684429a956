import Model

/// Writes the parts of a form in the order that the schema has.
struct FormWriter {
  let form: SubmissionForm
  let ids: [String]
  let kept: KeptCheck

  typealias Attribute = XMLPrinter.Attribute

  func write(to printer: inout XMLPrinter) {
    let attributes = [
      Attribute(name: "xmlns", value: submissionNamespace),
      Attribute(name: "country", value: form.country, field: "country", isNeeded: true),
      Attribute(name: "period", value: form.period, field: "period", isNeeded: true),
      Attribute(name: "status", value: form.status, field: "status", isNeeded: true),
      Attribute(name: "date", value: isoDate(form.date), field: "date"),
    ]
    printer.element("submission", attributes, kept: kept.rootAttributes, field: "submission") { printer in
      contact(&printer)
      words("note", form.note, field: "note", &printer)
      for (place, development) in form.developments.enumerated() {
        write(development, id: ids[place], named: FieldName.development(place), &printer)
      }
      keep(form.kept.end, "submission", &printer)
    }
  }

  private func contact(_ printer: inout XMLPrinter) {
    let contact = form.contact
    let isBlank = ContactForm.parts.allSatisfy { contact[keyPath: $0.path].isBlank }
    let keepsInside = ContactForm.parts.contains { !contact[keyPath: $0.path].kept.before.isEmpty }
    keep(contact.kept.before, "contact", &printer)
    if isBlank, !keepsInside, contact.kept.end.isEmpty, contact.kept.attributes.isEmpty { return }
    printer.element("contact", kept: attributes(contact.kept), field: "contact") { printer in
      for (name, path) in ContactForm.parts {
        words(name, contact[keyPath: path], field: "contact-\(name)", &printer)
      }
      keep(contact.kept.end, "contact", &printer)
    }
  }

  private func write(
    _ development: DevelopmentForm, id: String, named name: String, _ printer: inout XMLPrinter
  ) {
    keep(development.kept.before, name, &printer)
    let attributes = [
      Attribute(name: "id", value: id, field: "\(name)-id", isNeeded: true),
      Attribute(name: "kind", value: development.kind, field: "\(name)-kind", isNeeded: true),
      Attribute(name: "theme", value: development.theme, field: "\(name)-theme"),
      Attribute(name: "further-themes", value: development.furtherThemes, field: "\(name)-further"),
    ]
    printer.element("development", attributes, kept: self.attributes(development.kept, beside: attributes), field: name)
    { printer in
      words("headline", development.headline, field: "\(name)-headline", isNeeded: true, &printer)
      stages(development.stages, named: name, &printer)
      words("late", development.late, field: "\(name)-late", &printer)
      body(development, named: name, &printer)
      figures(development.figures, named: name, &printer)
      acts(development.acts, named: name, &printer)
      euActs(development.euActs, named: name, &printer)
      sources(development.sources, named: name, &printer)
      follows(development.follows, named: name, &printer)
      words("note", development.note, field: "\(name)-note", &printer)
      keep(development.kept.end, name, &printer)
    }
  }

  /// An element of words; one that is blank is left out, unless it is needed.
  private func words(
    _ element: String, _ item: WordsItem, field: String, isNeeded: Bool = false, _ printer: inout XMLPrinter
  ) {
    keep(item.kept.before, field, &printer)
    guard isNeeded || !item.isBlank else { return }
    let language = Attribute(name: "xml:lang", value: item.language, field: FieldName.field(field, "language"))
    printer.element(
      element, [language], kept: attributes(item.kept, beside: [language]), field: field, words: item.words)
  }

  /// A step without words is still a step, so that what is missing shows where it is missing.
  private func stages(_ stages: [StageItem], named name: String, _ printer: inout XMLPrinter) {
    let isOnlyBlank = stages.allSatisfy(\.isBlank)
    for (place, stage) in (stages.isEmpty ? [StageItem()] : stages).enumerated() {
      let field = FieldName.item(name, "stage", place)
      keep(stage.kept.before, field, &printer)
      if stage.isBlank, !isOnlyBlank || place > 0 { continue }
      let attributes = [
        Attribute(name: "type", value: stage.type, field: "\(field)-type", isNeeded: true),
        Attribute(name: "date", value: isoDate(stage.date), field: "\(field)-date", isNeeded: true),
      ]
      printer.element(
        "stage", attributes, kept: self.attributes(stage.kept, beside: attributes), field: field, words: nil)
    }
  }

  private func body(_ development: DevelopmentForm, named name: String, _ printer: inout XMLPrinter) {
    let field = "\(name)-body"
    keep(development.bodyKept.before, field, &printer)
    printer.element("body", kept: attributes(development.bodyKept), field: field) { printer in
      let blocks = MarkedText(development.body).blocks
      if blocks.isEmpty { printer.element("p", field: field, words: "") }
      for block in blocks { write(block, &printer) }
      keep(development.bodyKept.end, field, &printer)
    }
  }

  private func write(_ block: MarkedText.Block, _ printer: inout XMLPrinter) {
    switch block {
    case .verbatim(let xml) where kept.isContent(xml): printer.line(xml)
    case .verbatim(let xml): printer.lineElement("p") { $0.text(xml) }
    case .paragraph(let paragraph):
      printer.lineElement("p") { printer in
        for piece in paragraph.pieces { write(piece, &printer) }
      }
    }
  }

  private func write(_ piece: Inline, _ printer: inout XMLPrinter) {
    switch piece {
    case .text(let words): printer.text(words)
    case .emphasis(let words): printer.inline("em", words: words)
    case .term(let words, _): printer.inline("term", words: words)
    case .foreign(let words, let language):
      printer.inline("foreign", [Attribute(name: "xml:lang", value: language)], words: words)
    case .link(let words, let href):
      printer.inline("link", [Attribute(name: "href", value: href, isNeeded: true)], words: words)
    case .citation(let words, let celex, let language):
      let attributes = [
        Attribute(name: "celex", value: celex ?? ""), Attribute(name: "xml:lang", value: language ?? ""),
      ]
      printer.inline("cite", attributes, words: words)
    }
  }
}
