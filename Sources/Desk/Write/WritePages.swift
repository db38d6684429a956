import Model
import Pipeline
import Text

/// The pages of the part of the desk at which a submission is written.
struct WritePages: Sendable {
  let texts: Texts
  let choices: FormChoices
  private let frame: PageFrame
  private let start: PageTemplate
  private let page: PageTemplate
  private let blocked: PageTemplate
  private let files: (style: [UInt8], script: [UInt8])

  init(texts: Texts, frame: PageFrame, files: DeskFiles, choices: FormChoices) throws(DeskError) {
    self.texts = texts
    self.frame = frame
    self.choices = choices
    self.files = (Array(files.writeStyle.path.utf8), Array(files.writeScript.path.utf8))
    start = try PageTemplate(Embedded.writeStartHTML, texts: texts)
    page = try PageTemplate(Embedded.writeHTML, texts: texts)
    blocked = try PageTemplate(Embedded.writeBlockedHTML, texts: texts)
  }

  /// The page on which somebody begins.
  func first(periods: [Period], session: WriteDesk.Session?) -> [UInt8] {
    var html = FieldPrinter(texts: texts)
    contributors("", &html)
    html.line(
      "period", periods.first?.name ?? "", label: "write-period", hint: "write-period-hint",
      "autocomplete=\"off\" list=\"periods\"", kind: "short")
    html.markup("<datalist id=\"periods\">")
    for period in periods { html.option(period.name, period.words, isChosen: false) }
    html.markup("</datalist>\n")
    return framed(texts.text("write-title"), start, ["fields": html.out.bytes], session)
  }

  /// The page that says why a file cannot fill the form, and leads to the check.
  func obstacle(
    _ obstacle: FilledForm.Obstacle, text: String, name: String, session: WriteDesk.Session?
  ) -> [UInt8] {
    let words =
      switch obstacle {
      case .unreadable: texts.text("write-cannot-unreadable")
      case .otherKind: texts.text("write-cannot-otherkind")
      case .tooLong: texts.text("write-cannot-toolong", ["number": "\(SubmissionForm.mostDevelopments)"])
      }
    return framed(
      texts.text("write-cannot-open"), blocked,
      ["words": escaped(words), "text": escaped(text), "name": escaped(name)], session)
  }

  /// The page with the form.
  ///
  /// - Parameters:
  ///   - change: The form, and what was done with it.
  ///   - state: What is known of it.
  ///   - isChecked: Whether what is still to be done is told already.
  ///   - session: Who has signed in.
  ///   - sends: Whether it is to be sent.
  func form(
    _ change: FormChange, _ state: FormState, isChecked: Bool, session: WriteDesk.Session?, sends: Bool
  ) -> [UInt8] {
    let form = change.form
    let view = FormView(
      form: form, state: state, isChecked: isChecked, change: change, session: session, choices: choices, texts: texts)
    var sending = FieldPrinter(texts: texts)
    if sends, let session { view.sending(session, &sending) }
    return framed(
      title(of: form), page,
      [
        "heading": escaped(title(of: form)), "said": view.said, "losses": view.losses, "sending": sending.out.bytes,
        "said-focus": focus(change, "write-said"), "outcome-focus": focus(change, "write-outcome"),
        "outcome": view.outcome, "form": view.fields, "preview": state.preview,
        "unkept": change.isUnkept ? escaped(texts.text("write-unkept")) : [],
      ], session)
  }

  /// What changes while somebody types, as JSON.
  ///
  /// - Parameters:
  ///   - state: What is known of the form.
  ///   - preview: Whether how it will read is wanted.
  ///   - isKept: Whether the desk keeps the draft, where it should.
  func live(_ state: FormState, preview: Bool, isKept: Bool) -> [UInt8] {
    var json = JSONWriter(form: .line, capacity: 1 << 14)
    let view = FormOutcome(state.findings, texts: texts)
    json.object { json in
      json.key("outcome")
      json.value(String(decoding: view.html, as: UTF8.self))
      json.key("words")
      json.value(view.words)
      json.key("unkept")
      json.value(isKept ? "" : texts.text("write-unkept"))
      json.key("parts")
      json.object { json in
        for (id, html) in state.live.sorted(by: { $0.key < $1.key }) {
          json.key(id)
          json.value(String(decoding: html, as: UTF8.self))
        }
      }
      if preview {
        json.key("preview")
        json.value(String(decoding: state.preview, as: UTF8.self))
      }
    }
    return json.bytes
  }

  private func focus(_ change: FormChange, _ id: String) -> [UInt8] {
    change.focus == id ? Array(" autofocus".utf8) : []
  }

  private func title(of form: SubmissionForm) -> String {
    let name = choices.contributors.first { $0.code == form.country }?.label ?? form.country
    let period = Period(form.period)?.words ?? form.period
    if name.isEmpty || period.isEmpty { return texts.text("write-title") }
    return texts.text("write-named", ["name": name, "period": period])
  }

  private func contributors(_ value: String, _ html: inout FieldPrinter) {
    html.choice(
      "country", value, label: "write-country", blank: "write-country-blank",
      choices.contributors.map { (code: $0.code, words: "\($0.label) (\($0.code))") })
  }

  private func framed(
    _ title: String, _ template: PageTemplate, _ parts: [String: [UInt8]], _ session: WriteDesk.Session?
  ) -> [UInt8] {
    var parts = parts
    parts["strip"] = session?.strip ?? []
    parts["style"] = files.style
    parts["script"] = files.script
    return frame.page(title: title, content: template.filled(parts), at: .write)
  }
}
