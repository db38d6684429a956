import Model
import Pipeline

/// Shows a development with all of its fields: the only place where that is done, whoever asks for it.
struct DevelopmentView {
  let form: DevelopmentForm
  /// Its place, from 0, among so many.
  let place: Int
  let count: Int
  let choices: FormChoices
  /// The country's earlier developments.
  let earlier: [EarlierEntry]

  private var name: String { FieldName.development(place) }

  /// Writes it.
  func write(to html: inout FieldPrinter) {
    let title = html.texts.text("write-development", ["number": "\(place + 1)"])
    html.markup("<section class=\"development\" id=\"\(name)\" aria-labelledby=\"\(name)-heading\">\n")
    html.markup("<h2 id=\"\(name)-heading\"><span class=\"ordinal\">")
    html.words(title)
    html.markup("</span> ")
    html.place("\(name)-title", tag: "span", kind: "headline")
    html.markup("</h2>\n<p class=\"buttons moving\">\n")
    if place > 0 { html.button("up \(name)", "write-up", of: title, id: "\(name)-up", kind: "lesser small") }
    if place < count - 1 {
      html.button("down \(name)", "write-down", of: title, id: "\(name)-down", kind: "lesser small")
    }
    html.button("copy \(name)", "write-copy", of: title, kind: "lesser small")
    html.button("remove \(name)", "write-remove", of: title, kind: "lesser small")
    html.markup("</p>\n")
    html.found(name)
    html.kept(form.kept, of: name)
    main(&html)
    theme(&html)
    lists(&html)
    more(&html)
    KeptView(form).write(to: &html)
    html.markup("</section>\n")
  }

  private func main(_ html: inout FieldPrinter) {
    html.kept(form.headline.kept, of: "\(name)-headline")
    html.line("\(name)-headline", form.headline.words, label: "write-headline", hint: "write-headline-hint")
    html.place("\(name)-headline-count", tag: "p", kind: "count quiet")
    let kinds = choices.kinds.map {
      (code: $0.code, words: $0.meaning.isEmpty ? $0.label : "\($0.label): \($0.meaning)")
    }
    html.choice("\(name)-kind", form.kind, label: "write-kind", blank: "write-blank", kinds)
    ItemsView(owner: name, choices: choices).stages(form.stages, &html)
    html.kept(form.late.kept, of: "\(name)-late")
    if !form.late.language.isEmpty { html.hidden("\(name)-late-language", form.late.language) }
    html.area("\(name)-late", form.late.words, label: "write-late", hint: "write-late-hint", rows: 2)
    html.kept(form.bodyKept, of: "\(name)-body")
    html.area("\(name)-body", form.body, label: "write-body", hint: "write-body-hint", rows: 9, " class=\"prose\"") {
      $0.tools(for: "\(name)-body")
    }
    html.place("\(name)-body-count", tag: "p", kind: "count quiet")
  }

  private func theme(_ html: inout FieldPrinter) {
    let themes = choices.themes.map { (code: $0.code, words: $0.label) }
    html.choice(
      "\(name)-theme", form.theme, label: "write-theme", hint: "write-theme-hint", blank: "write-theme-blank", themes)
    html.place("\(name)-theme-proposed", kind: "proposal")
    let further = form.furtherThemes.split(separator: " ").map(String.init)
    html.markup("<details class=\"further\" id=\"\(name)-others\"\(further.isEmpty ? "" : " open")>\n")
    html.text("summary", "write-further")
    html.markup("<fieldset id=\"\(name)-further\" aria-describedby=\"\(name)-further-found\">\n")
    html.text("legend class=\"unseen-words\"", "write-further")
    html.found("\(name)-further")
    html.hidden("\(name)-further-order", form.furtherThemes)
    let unknown = further.filter { code in !choices.themes.contains { $0.code == code } }
    for choice in choices.themes {
      html.box(
        "checkbox", "\(name)-further", choice.code, id: "\(name)-further-\(choice.code)",
        isOn: further.contains(choice.code), choice.label)
    }
    for (number, code) in unknown.enumerated() {
      let words = html.texts.text("write-unknown", ["value": code])
      html.box("checkbox", "\(name)-further", code, id: "\(name)-further-other\(number)", isOn: true, words)
    }
    html.markup("</fieldset>\n</details>\n")
  }

  private func lists(_ html: inout FieldPrinter) {
    let items = ItemsView(owner: name, choices: choices)
    items.sources(form.sources, &html)
    items.acts(form.acts, &html)
    items.euActs(form.euActs, &html)
    items.figures(form.figures, &html)
    items.follows(form.follows, earlier: earlier, &html)
  }

  private func more(_ html: inout FieldPrinter) {
    let isUsed = !form.id.isEmpty || !form.headline.language.isEmpty || !form.note.isBlank
    let isWrong = ["id", "headline-language", "note"].contains { html.live["\(name)-\($0)-found"] != nil }
    html.markup("<details class=\"more\" id=\"\(name)-more\"\(isUsed || isWrong ? " open" : "")>\n")
    html.text("summary", "write-more")
    html.line("\(name)-id", form.id, label: "write-id", hint: "write-id-hint", kind: "")
    html.place("\(name)-id-made", tag: "p", kind: "count quiet")
    html.line(
      "\(name)-headline-language", form.headline.language, label: "write-headline-language",
      hint: "write-language-hint", kind: "short")
    html.kept(form.note.kept, of: "\(name)-note")
    if !form.note.language.isEmpty { html.hidden("\(name)-note-language", form.note.language) }
    html.area("\(name)-note", form.note.words, label: "write-note", hint: "write-note-hint", rows: 2)
    html.markup("</details>\n")
  }
}

extension FieldPrinter {
  /// Buttons that put marks around selected words; a script shows them, as only a script can do that.
  fileprivate mutating func tools(for field: String) {
    markup("<div class=\"tools\" role=\"group\" data-for=\"\(field)\" hidden aria-label=\"")
    words(texts.text("write-marks-tools"))
    markup("\">\n")
    for (mark, label) in [
      ("term", texts.text("write-tool-term")), ("act", texts.text("write-tool-act")),
      ("in ", texts.text("write-tool-foreign")), ("https://", texts.text("write-tool-link")),
      ("stressed", texts.text("write-tool-stressed")),
    ] {
      markup("<button type=\"button\" class=\"lesser small\" data-mark=\"\(mark)\">")
      words(label)
      markup("</button>\n")
    }
    markup("</div>\n")
    marks(for: field)
  }

  /// How marks are written.
  private mutating func marks(for field: String) {
    markup("<details class=\"marks\" id=\"\(field)-marks\">\n")
    text("summary", "write-marks")
    text("p", "write-marks-lead")
    markup("<ul>\n")
    for (example, meaning) in [
      ("[family reunification](term)", texts.text("write-mark-term")),
      ("[Directive 2013/33/EU](act 32013L0033)", texts.text("write-mark-act")),
      ("[parcours d’intégration](in fr)", texts.text("write-mark-foreign")),
      ("[their report](https://example.org/report)", texts.text("write-mark-link")),
      ("[only](stressed)", texts.text("write-mark-stressed")),
    ] {
      markup("<li><code>")
      words(example)
      markup("</code>: ")
      words(meaning)
      markup("</li>\n")
    }
    markup("</ul>\n</details>\n")
  }
}
