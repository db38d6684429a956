import Text

/// Writes the fields of a form as HTML, each with its label, its hint and room for what is found in it.
struct FieldPrinter {
  var out = OutputBuffer(capacity: 1 << 16)
  let texts: Texts
  /// What changes while somebody types, by the ids of its places.
  let live: [String: [UInt8]]
  /// Fields with errors.
  let wrong: Set<String>
  /// What gets the focus when the page is shown.
  let focus: String?

  init(texts: Texts, live: [String: [UInt8]] = [:], wrong: Set<String> = [], focus: String? = nil) {
    self.texts = texts
    self.live = live
    self.wrong = wrong
    self.focus = focus
  }

  mutating func markup(_ html: String) { out.append(html) }

  mutating func words(_ words: String) { out.append(escaped: words) }

  /// A text of the desk in an element.
  mutating func text(_ tag: String, _ id: String, _ values: [String: String] = [:]) {
    element(tag, texts.text(id, values))
  }

  /// Words in an element.
  mutating func element(_ tag: String, _ words: String) {
    markup("<\(tag)>")
    self.words(words)
    markup("</\(tag.prefix { $0 != " " })>\n")
  }

  /// A place whose content changes while somebody types.
  mutating func place(_ id: String, tag: String = "div", kind: String) {
    markup("<\(tag) id=\"\(id)\" class=\"\(kind)\">")
    out.append(contentsOf: live[id] ?? [])
    markup("</\(tag)>\n")
  }

  /// Room for what is found in a field or a part.
  mutating func found(_ field: String) { place("\(field)-found", kind: "found") }

  mutating func hidden(_ name: String, _ value: String) {
    markup("<input type=\"hidden\" name=\"\(name)\" value=\"")
    words(value)
    markup("\">\n")
  }

  /// What is kept of a part, in fields that nobody sees and, for those who want to, as words.
  mutating func kept(_ kept: Kept, of field: String) {
    for (name, path) in Kept.parts where !kept[keyPath: path].isEmpty {
      hidden(FieldName.kept(field, name), kept[keyPath: path])
    }
  }

  /// A field of one line.
  mutating func line(
    _ name: String, _ value: String, label: String, hint: String? = nil, _ more: String = "", kind: String = ""
  ) {
    markup("<div class=\"input \(kind)\">\n")
    head(name, label: label, hint: hint)
    markup("<input id=\"\(name)\" name=\"\(name)\" value=\"")
    words(value)
    markup("\"\(described(name, hint))\(state(name))\(more.isEmpty ? " autocomplete=\"off\"" : " \(more)")>\n</div>\n")
  }

  /// A field of several lines.
  mutating func area(
    _ name: String, _ value: String, label: String, hint: String? = nil, rows: Int, _ more: String = "",
    tools: (inout FieldPrinter) -> Void = { _ in }
  ) {
    markup("<div class=\"input\">\n")
    head(name, label: label, hint: hint)
    tools(&self)
    markup("<textarea id=\"\(name)\" name=\"\(name)\" rows=\"\(rows)\"\(described(name, hint))\(state(name))\(more)>\n")
    words(value)
    markup("</textarea>\n</div>\n")
  }

  /// A field in which one of several values is chosen. A value that is none of them stays, and can be seen.
  mutating func choice(
    _ name: String, _ value: String, label: String, hint: String? = nil, blank: String,
    _ choices: [(code: String, words: String)], kind: String = ""
  ) {
    markup("<div class=\"input \(kind)\">\n")
    head(name, label: label, hint: hint)
    markup("<select id=\"\(name)\" name=\"\(name)\"\(described(name, hint))\(state(name))>\n")
    option("", texts.text(blank), isChosen: value.isEmpty)
    for choice in choices { option(choice.code, choice.words, isChosen: choice.code == value) }
    if !value.isEmpty, !choices.contains(where: { $0.code == value }) {
      option(value, texts.text("write-unknown", ["value": value]), isChosen: true)
    }
    markup("</select>\n</div>\n")
  }

  mutating func option(_ code: String, _ words: String, isChosen: Bool) {
    markup("<option value=\"")
    self.words(code)
    markup(isChosen ? "\" selected>" : "\">")
    self.words(words)
    markup("</option>\n")
  }

  /// A box to be ticked, or one of several of which one is chosen.
  mutating func box(_ sort: String, _ name: String, _ value: String, id: String, isOn: Bool, _ label: String) {
    markup("<div class=\"box\"><input type=\"\(sort)\" id=\"")
    words(id)
    markup("\" name=\"\(name)\" value=\"")
    words(value)
    markup("\"\(isOn ? " checked" : "")\(state(id))> <label for=\"")
    words(id)
    markup("\">")
    words(label)
    markup("</label></div>\n")
  }

  /// A button that asks for something.
  ///
  /// - Parameters:
  ///   - action: What it asks for.
  ///   - text: The id of its words.
  ///   - part: To what it belongs, which is said but not shown.
  ///   - id: Its id, where it can get the focus.
  mutating func button(
    _ action: String, _ text: String, of part: String? = nil, id: String? = nil, kind: String = "lesser"
  ) {
    let name = id.map { " id=\"\($0)\"\($0 == focus ? " autofocus" : "")" } ?? ""
    markup("<button class=\"\(kind)\" name=\"do\" value=\"\(action)\"\(name)>")
    words(texts.text(text))
    if let part {
      markup("<span class=\"unseen-words\"> ")
      words(texts.text("write-of", ["part": part]))
      markup("</span>")
    }
    markup("</button>\n")
  }

  private mutating func head(_ name: String, label: String, hint: String?) {
    element("label for=\"\(name)\"", texts.text(label))
    if let hint { element("p class=\"quiet\" id=\"\(name)-hint\"", texts.text(hint)) }
    found(name)
  }

  private func described(_ name: String, _ hint: String?) -> String {
    " aria-describedby=\"\(hint == nil ? "" : "\(name)-hint ")\(name)-found\""
  }

  /// Whether a field is wrong, and whether it gets the focus.
  private func state(_ name: String) -> String {
    (wrong.contains(name) ? " aria-invalid=\"true\"" : "") + (name == focus ? " autofocus" : "")
  }
}
