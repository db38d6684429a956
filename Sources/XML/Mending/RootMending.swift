import Text

/// Finds out what is wrong with the outermost element of a document, and how the schema can look at it all the same.
struct RootMending {
  let root: XMLElement
  let model: ContentModel
  let text: MarkupText

  func mend() -> (fault: SchemaFault, range: Range<Int>, edits: [Edit]) {
    let names = model.roots.keys.sorted()
    let nameEnd = text.nameEnd(root.place + 1)
    guard !names.contains(root.name) else { return namespace(nameEnd) }
    let fault = SchemaFault.root(found: root.name, expected: names)
    let range = root.place..<nameEnd
    if let inner = root.children.first(where: { _ in true }), names.contains(inner.name) {
      return (fault, range, unwrapped(inner))
    }
    guard let meant = nearestName(to: root.name, in: names) else { return (fault, range, []) }
    return (fault, range, renamed(meant))
  }

  /// The right root, with another namespace or none, or with one whose own name is mistyped.
  private func namespace(_ nameEnd: Int) -> (fault: SchemaFault, range: Range<Int>, edits: [Edit]) {
    let fault = SchemaFault.namespace(root: root.name, found: root.namespace, expected: model.namespace)
    if let value = StartTag.value(of: "xmlns", in: text.bytes, at: root.place) {
      return (fault, value, [Edit(value, model.namespace)])
    }
    var scanner = StartTag.Scanner(source: text.bytes, at: root.place)
    while let attribute = scanner.nextAttribute() {
      if nearestName(to: text[attribute.name], in: ["xmlns"]) != nil {
        return (fault, attribute.name, [Edit(attribute.name, "xmlns"), Edit(attribute.value, model.namespace)])
      }
    }
    let edit = Edit(nameEnd..<nameEnd, " xmlns=\"" + model.namespace + "\"")
    return (fault, root.place..<nameEnd, [edit])
  }

  private func renamed(_ name: String) -> [Edit] {
    let start = root.place + 1..<text.nameEnd(root.place + 1)
    var edits = [Edit(start, name)]
    if let close = text.last("</", before: root.end), close > root.place {
      edits.append(Edit(close + 2..<text.nameEnd(close + 2), name))
    }
    if let value = StartTag.value(of: "xmlns", in: text.bytes, at: root.place) {
      edits.append(Edit(value, model.namespace))
    } else {
      edits[0] = Edit(start, name + " xmlns=\"" + model.namespace + "\"")
    }
    return edits
  }

  /// A root of the vocabulary inside an element that was put around it: that one's tags go.
  private func unwrapped(_ inner: XMLElement) -> [Edit] {
    var edits = [Edit(root.place..<StartTag.end(in: text.bytes, at: root.place)), Edit(inner.end..<root.end)]
    if StartTag.value(of: "xmlns", in: text.bytes, at: inner.place) == nil {
      let end = text.nameEnd(inner.place + 1)
      edits.append(Edit(end..<end, " xmlns=\"" + model.namespace + "\""))
    }
    return edits
  }
}
