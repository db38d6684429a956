import Model
import Pipeline

/// Shows the parts of which a development may have several, each sort with a button for one more.
struct ItemsView {
  /// The development, as its fields name it.
  let owner: String
  let choices: FormChoices

  func stages(_ stages: [StageItem], _ html: inout FieldPrinter) {
    group("stages", sort: "stage", title: "write-stages", hint: "write-stages-hint", add: "write-add-stage", &html) {
      html in
      let types = choices.stages.map {
        (code: $0.code, words: $0.meaning.isEmpty ? $0.label : "\($0.label): \($0.meaning)")
      }
      for (place, stage) in stages.enumerated() {
        item("stage", place, title: "write-stage", stage.kept, isOnly: stages.count == 1, &html) { name, html in
          html.choice("\(name)-type", stage.type, label: "write-stage-type", blank: "write-blank", types, kind: "wide")
          html.line("\(name)-date", stage.date, label: "write-stage-date", hint: "write-stage-date-hint", kind: "short")
          html.place("\(name)-date-read", tag: "p", kind: "count quiet")
        }
      }
    }
  }

  func figures(_ figures: [FigureItem], _ html: inout FieldPrinter) {
    group("figures", sort: "figure", title: "write-figures", add: "write-add-figure", &html) { html in
      for (place, figure) in figures.enumerated() {
        item("figure", place, title: "write-figure", figure.kept, &html) { name, html in
          html.line(
            "\(name)-value", figure.value, label: "write-figure-value", hint: "write-figure-value-hint", kind: "short")
          html.line(
            "\(name)-unit", figure.unit, label: "write-figure-unit", hint: "write-figure-unit-hint", kind: "short")
          html.line("\(name)-label", figure.label, label: "write-figure-label")
        }
      }
    }
  }

  func acts(_ acts: [ActItem], _ html: inout FieldPrinter) {
    group("acts", sort: "act", title: "write-acts", add: "write-add-act", &html) { html in
      for (place, act) in acts.enumerated() {
        item("act", place, title: "write-act", act.kept, &html) { name, html in
          titles(act.titles, of: name, &html)
          html.line(
            "\(name)-number", act.number, label: "write-act-number", hint: "write-act-number-hint", kind: "short")
          html.line("\(name)-gazette", act.gazette, label: "write-act-gazette", kind: "short")
          celex(name, act.celex, &html)
          html.line("\(name)-eli", act.eli, label: "write-act-eli", "autocomplete=\"off\" inputmode=\"url\"")
        }
      }
    }
  }

  private func titles(_ titles: [WordsItem], of act: String, _ html: inout FieldPrinter) {
    for (place, title) in titles.enumerated() {
      let name = FieldName.item(act, "title", place)
      html.kept(title.kept, of: name)
      html.markup("<div class=\"pair\">\n")
      html.line(name, title.words, label: place == 0 ? "write-act-title" : "write-act-other-title", kind: "wide")
      html.line(
        "\(name)-language", title.language, label: "write-language", hint: "write-language-hint", kind: "short")
      if place > 0 {
        html.button("remove \(name)", "write-remove", of: words("write-act-other-title", html), kind: "lesser small")
      }
      html.markup("</div>\n")
    }
    html.markup("<p class=\"buttons\">")
    html.button("add \(act)-title", "write-add-title", kind: "lesser small")
    html.markup("</p>\n")
  }

  private func celex(_ name: String, _ value: String, _ html: inout FieldPrinter) {
    html.line(
      "\(name)-celex", value, label: "write-act-celex", hint: "write-act-celex-hint",
      "autocomplete=\"off\" spellcheck=\"false\"", kind: "short")
    html.place("\(name)-celex-read", tag: "p", kind: "count quiet")
  }

  func euActs(_ acts: [EUActItem], _ html: inout FieldPrinter) {
    group("euacts", sort: "euact", title: "write-euacts", add: "write-add-euact", &html) { html in
      let relations = choices.relations.map { (code: $0.code, words: $0.label) }
      for (place, act) in acts.enumerated() {
        item("euact", place, title: "write-euact", act.kept, &html) { name, html in
          html.line("\(name)-name", act.name, label: "write-euact-name", hint: "write-euact-name-hint")
          html.choice("\(name)-relation", act.relation, label: "write-euact-relation", blank: "write-blank", relations)
          celex(name, act.celex, &html)
        }
      }
    }
  }

  func sources(_ sources: [SourceItem], _ html: inout FieldPrinter) {
    group("sources", sort: "source", title: "write-sources", hint: "write-sources-hint", add: "write-add-source", &html)
    { html in
      for (place, source) in sources.enumerated() {
        item("source", place, title: "write-source", source.kept, isOnly: sources.count == 1, &html) { name, html in
          html.line("\(name)-title", source.title, label: "write-source-title")
          html.line(
            "\(name)-href", source.href, label: "write-source-href", hint: "write-source-href-hint",
            "autocomplete=\"off\" inputmode=\"url\"")
          html.line(
            "\(name)-language", source.language, label: "write-language", hint: "write-language-hint", kind: "short")
        }
      }
    }
  }

  func follows(_ follows: [FollowsItem], earlier: [EarlierEntry], _ html: inout FieldPrinter) {
    group("follows", sort: "follows", title: "write-follows", add: "write-add-follows", isOpen: !follows.isEmpty, &html)
    { html in
      for (place, reference) in follows.enumerated() {
        item("follows", place, title: "write-follow", reference.kept, &html) { name, html in
          let entry = earlier.first { $0.period.name == reference.period && $0.id == reference.id }
          if let entry, reference.country.isEmpty {
            html.element("p class=\"wide\"", "\(entry.period.words): \(entry.headline)")
          }
          html.line(
            "\(name)-period", reference.period, label: "write-follows-period", hint: "write-period-hint", kind: "short")
          html.line("\(name)-id", reference.id, label: "write-follows-id")
          html.line("\(name)-country", reference.country, label: "write-follows-country", kind: "short")
        }
      }
      offer(earlier, &html)
    }
  }

  /// The country's earlier developments, from which one can be chosen.
  private func offer(_ earlier: [EarlierEntry], _ html: inout FieldPrinter) {
    if earlier.isEmpty { return html.text("p class=\"quiet\"", "write-earlier-none") }
    let id = "\(owner)-earlier"
    html.markup("<div class=\"input\">\n")
    html.text("label for=\"\(id)\"", "write-earlier")
    html.markup("<select id=\"\(id)\" name=\"\(id)\"\(html.focus == id ? " autofocus" : "")>\n")
    html.option("", html.texts.text("write-earlier-blank"), isChosen: true)
    var period: Period?
    for entry in earlier {
      if entry.period != period {
        if period != nil { html.markup("</optgroup>\n") }
        html.markup("<optgroup label=\"")
        html.words(entry.period.words)
        html.markup("\">\n")
        period = entry.period
      }
      html.option("\(entry.period.name) \(entry.id)", entry.headline, isChosen: false)
    }
    html.markup("</optgroup>\n</select>\n</div>\n<p class=\"buttons\">")
    html.button("follow \(owner)", "write-earlier-button", kind: "lesser small")
    html.markup("</p>\n")
  }

  private func group(
    _ name: String, sort: String, title: String, hint: String? = nil, add: String, isOpen: Bool = true,
    _ html: inout FieldPrinter, _ content: (inout FieldPrinter) -> Void
  ) {
    let id = "\(owner)-\(name)"
    let described = hint == nil ? "\(id)-found" : "\(id)-hint \(id)-found"
    html.markup("<fieldset class=\"items\" id=\"\(id)\" aria-describedby=\"\(described)\">\n")
    html.text("legend", title)
    if let hint { html.text("p class=\"quiet\" id=\"\(id)-hint\"", hint) }
    html.found(id)
    content(&html)
    html.markup("<p class=\"buttons\">")
    html.button("add \(owner)-\(sort)", add, kind: "lesser small")
    html.markup("</p>\n</fieldset>\n")
  }

  /// A part with its fields and a button that takes it away.
  private func item(
    _ sort: String, _ place: Int, title: String, _ kept: Kept, isOnly: Bool = false, _ html: inout FieldPrinter,
    _ content: (String, inout FieldPrinter) -> Void
  ) {
    let name = FieldName.item(owner, sort, place)
    let title = html.texts.text(title, ["number": "\(place + 1)"])
    html.markup("<div class=\"item\" role=\"group\" id=\"\(name)\" aria-label=\"")
    html.words(title)
    html.markup("\">\n")
    html.found(name)
    html.kept(kept, of: name)
    content(name, &html)
    if !isOnly { html.button("remove \(name)", "write-remove", of: title, kind: "lesser small") }
    html.markup("</div>\n")
  }

  private func words(_ id: String, _ html: FieldPrinter) -> String { html.texts.text(id) }
}
