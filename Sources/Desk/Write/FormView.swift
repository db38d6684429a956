import Model
import Pipeline

/// Shows the form of a submission and what is said of it.
struct FormView {
  let form: SubmissionForm
  let state: FormState
  let isChecked: Bool
  let change: FormChange
  let session: WriteDesk.Session?
  let choices: FormChoices
  let texts: Texts

  /// What was done, with a button that takes it back.
  var said: [UInt8] {
    change.said.map { escaped(texts.text($0.text, $0.values)) } ?? []
  }

  /// What the form could not take over from a file.
  var losses: [UInt8] {
    var html = FieldPrinter(texts: texts)
    if state.losses.isEmpty { return [] }
    html.markup("<div class=\"unseen\">\n")
    for loss in FormLoss.allCases where state.losses.contains(loss) {
      switch loss {
      case .markup: html.text("p", "write-loss-markup")
      case .moved: html.text("p", "write-loss-moved")
      case .content: html.text("p", "write-loss-content")
      }
    }
    html.markup("</div>\n")
    return html.out.bytes
  }

  /// What the check comes to; nothing while nobody has asked.
  var outcome: [UInt8] { isChecked ? FormOutcome(state.findings, texts: texts).html : [] }

  /// All fields.
  var fields: [UInt8] {
    let wrong = isChecked ? Set(state.findings.all.filter { $0.severity == .error }.map(\.field)) : []
    // Before anybody asks for a check, fields that are still to be filled in are no mistakes.
    let live = isChecked ? state.live : untold
    var html = FieldPrinter(texts: texts, live: live, wrong: wrong, focus: change.focus)
    buttons(&html, isFirst: true)
    if isChecked { html.hidden("checked", "yes") }
    if let removed = change.removed {
      html.hidden("undo", removed.text)
      html.hidden("undone", removed.path)
    }
    html.markup("<div class=\"sheets\">\n")
    contents(&html)
    html.markup("<div class=\"sheet\">\n")
    about(&html)
    for (place, development) in form.developments.enumerated() {
      html.markup("<input type=\"hidden\" name=\"\(FieldName.development(place))\" value=\"\(place + 1)\">\n")
      DevelopmentView(
        form: development, place: place, count: form.developments.count, choices: choices, earlier: state.earlier
      ).write(to: &html)
    }
    html.markup("<p class=\"buttons\">")
    html.button("add d", "write-add-development")
    html.markup("</p>\n")
    buttons(&html, isFirst: false)
    html.markup("</div>\n</div>\n")
    return html.out.bytes
  }

  /// What changes in the page, without what is found.
  private var untold: [String: [UInt8]] {
    var live = state.live.filter { !$0.key.hasSuffix("-found") }
    for place in form.developments.indices {
      let name = FieldName.development(place)
      live["\(name)-link"] = live["\(name)-title"]
    }
    return live
  }

  /// The buttons for the whole. The first of them is what the key Enter asks for in a field: it changes nothing.
  private func buttons(_ html: inout FieldPrinter, isFirst: Bool) {
    html.markup("<p class=\"buttons\">\n")
    html.button("check", "write-check", kind: "")
    html.markup("<button class=\"lesser\" formaction=\"/write/download\">")
    html.words(texts.text("write-download"))
    html.markup("</button>\n")
    if session != nil { html.button("send", "write-send") }
    if isFirst, change.removed != nil { html.button("undo", "write-undo", id: "undo") }
    html.markup("</p>\n")
  }

  private func contents(_ html: inout FieldPrinter) {
    html.markup("<nav class=\"contents\" aria-label=\"")
    html.words(texts.text("write-developments"))
    html.markup("\">\n<ol>\n")
    for place in form.developments.indices {
      let name = FieldName.development(place)
      html.markup("<li><a href=\"#\(name)\">")
      html.place("\(name)-link", tag: "span", kind: "headline")
      html.markup("</a></li>\n")
    }
    html.markup("</ol>\n<p class=\"buttons\">")
    html.button("add d", "write-add-development", kind: "lesser small")
    html.markup("</p>\n</nav>\n")
  }

  private func about(_ html: inout FieldPrinter) {
    html.markup("<section class=\"about\" id=\"about\" aria-labelledby=\"about-heading\">\n")
    html.text("h2 id=\"about-heading\"", "write-about")
    html.found("submission")
    html.kept(form.kept, of: "submission")
    if !form.keptAfter.isEmpty { html.hidden("kept-after", form.keptAfter) }
    html.markup("<div class=\"halves\">\n")
    html.choice(
      "country", form.country, label: "write-country", blank: "write-country-blank",
      choices.contributors.map { (code: $0.code, words: "\($0.label) (\($0.code))") })
    html.line("period", form.period, label: "write-period", hint: "write-period-hint", kind: "short")
    html.choice(
      "status", form.status, label: "write-status", blank: "write-blank",
      [("draft", texts.text("write-status-draft")), ("final", texts.text("write-status-final"))])
    html.line("date", form.date, label: "write-date", hint: "write-date-hint", kind: "short")
    html.markup("</div>\n")
    html.place("date-read", tag: "p", kind: "count quiet")
    contact(&html)
    html.kept(form.note.kept, of: "note")
    if !form.note.language.isEmpty { html.hidden("note-language", form.note.language) }
    html.area("note", form.note.words, label: "write-note", hint: "write-note-hint", rows: 2)
    if form != form.withoutKept {
      html.markup("<div class=\"kept-above\">\n")
      html.text("p", "write-keeps-above")
      html.button("forget", "write-forget", kind: "lesser small")
      html.markup("</div>\n")
    }
    KeptView(form).write(to: &html)
    html.markup("</section>\n")
  }

  private func contact(_ html: inout FieldPrinter) {
    html.markup("<fieldset class=\"items\" id=\"contact\" aria-describedby=\"contact-hint contact-found\">\n")
    html.text("legend", "write-contact")
    html.text("p class=\"quiet\" id=\"contact-hint\"", "write-contact-hint")
    html.found("contact")
    html.kept(form.contact.kept, of: "contact")
    html.markup("<div class=\"halves\">\n")
    let fields = [
      ("organisation", "write-contact-organisation", "organization"), ("name", "write-contact-name", "name"),
      ("email", "write-contact-email", "email"), ("phone", "write-contact-phone", "tel"),
    ]
    for ((_, path), (name, label, purpose)) in zip(ContactForm.parts, fields) {
      let item = form.contact[keyPath: path]
      html.kept(item.kept, of: "contact-\(name)")
      if !item.language.isEmpty { html.hidden("contact-\(name)-language", item.language) }
      html.line("contact-\(name)", item.words, label: label, "autocomplete=\"\(purpose)\"")
    }
    html.markup("</div>\n</fieldset>\n")
  }

  /// The form that sends the file as it is, once it has no errors.
  func sending(_ session: WriteDesk.Session, _ html: inout FieldPrinter) {
    html.markup("<section class=\"unsent\">\n")
    html.text("h2", "write-send-title")
    guard state.findings.count(.error) == 0 else {
      html.text("p", "write-send-errors")
      return html.markup("</section>\n")
    }
    let outcome = FormOutcome(state.findings, texts: texts)
    html.text("p", "write-send-lead", ["name": form.fileName, "count": outcome.words])
    if form.status != "final" { html.text("p", "write-final-hint") }
    html.markup("<form action=\"/send\" method=\"post\" enctype=\"multipart/form-data\">\n")
    for field in session.fields { html.hidden(field.name, field.value) }
    html.hidden("name", form.fileName)
    html.hidden("text", String(decoding: state.file.bytes, as: UTF8.self))
    html.markup("<button>")
    html.words(texts.text("write-send-button"))
    html.markup("</button>\n</form>\n</section>\n")
  }
}
