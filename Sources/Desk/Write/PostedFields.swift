/// The fields of a form that was sent, by their names.
struct PostedFields {
  private let values: [String: [String]]

  init(_ form: Form) { values = form.texts }

  /// Fields by their names, for those who have no form at hand.
  init(_ values: [String: [String]]) { self.values = values }

  /// Whether there is a field of this name, or one whose name goes on behind it.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// What a field holds, its line breaks as one character; nothing where there is no such field.
  ///
  /// Several fields of one name are the items of a list, which blanks separate.
  subscript(name: String) -> String {
    let all = values[name] ?? []
    return all.count == 1 ? plainBreaks(all[0]) : all.filter { !$0.isEmpty }.map(plainBreaks).joined(separator: " ")
  }

  /// Browsers send line breaks as two characters.
  private func plainBreaks(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" { result.append("\n") } else if scalar != "\n" || previous != "\r" { result.append(scalar) }
      previous = scalar
    }
    return String(result)
  }
}

extension SubmissionForm {
  /// A form from the fields that were sent.
  init(_ fields: PostedFields) {
    self.init()
    for (name, path) in Self.fields { self[keyPath: path] = fields[name] }
    kept = fields.kept("submission")
    note = fields.item("note")
    for (name, path) in ContactForm.parts { contact[keyPath: path] = fields.item("contact-\(name)") }
    contact.kept = fields.kept("contact")
    while fields.has(FieldName.development(developments.count)), developments.count < Self.mostDevelopments {
      developments.append(fields.development(FieldName.development(developments.count)))
    }
  }
}

extension PostedFields {
  fileprivate func kept(_ owner: String) -> Kept {
    var kept = Kept()
    for (name, path) in Kept.parts { kept[keyPath: path] = self[FieldName.kept(owner, name)] }
    return kept
  }

  fileprivate func item<Item: FormItem>(_ name: String) -> Item {
    var item = Item()
    for (end, path) in Item.fields { item[keyPath: path] = self[FieldName.field(name, end)] }
    item.kept = kept(name)
    return item
  }

  /// The parts of a sort, as long as there is one of the next number.
  private func items<Item: FormItem>(_ owner: String, _ sort: String) -> [Item] {
    var items: [Item] = []
    while true {
      let name = FieldName.item(owner, sort, items.count)
      guard Item.fields.contains(where: { has(FieldName.field(name, $0.name)) }) else { return items }
      items.append(item(name))
    }
  }

  /// Boxes come in the order of the page: those that stood in an order of their own keep it, before those that are new.
  private func inOrder(_ list: String, _ order: String) -> String {
    let items = list.split(separator: " ")
    let known = order.split(separator: " ").filter { items.contains($0) }
    return (known + items.filter { !known.contains($0) }).joined(separator: " ")
  }

  fileprivate func development(_ name: String) -> DevelopmentForm {
    var form = DevelopmentForm()
    for (end, path) in DevelopmentForm.fields { form[keyPath: path] = self[FieldName.field(name, end)] }
    form.furtherThemes = inOrder(form.furtherThemes, self["\(name)-further-order"])
    form.headline = item("\(name)-headline")
    form.late = item("\(name)-late")
    form.note = item("\(name)-note")
    form.stages = items(name, "stage")
    form.figures = items(name, "figure")
    form.acts = items(name, "act")
    for place in form.acts.indices { form.acts[place].titles = items(FieldName.item(name, "act", place), "title") }
    form.euActs = items(name, "euact")
    form.sources = items(name, "source")
    form.follows = items(name, "follows")
    form.kept = kept(name)
    form.bodyKept = kept("\(name)-body")
    return form
  }
}
