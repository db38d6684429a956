/// Puts libxml2's complaints about values and attributes into the vocabulary's own terms.
struct SchemaFaults {
  let model: ContentModel
  let document: XMLDocument
  let text: MarkupText
  private let types: [UInt32: String]

  init(model: ContentModel, document: XMLDocument, text: MarkupText) {
    self.model = model
    self.document = document
    self.text = text
    var types: [UInt32: String] = [:]
    if let root = document.root, let type = model.roots[root.name] {
      SchemaFaults.gather(root, type: type, model, &types)
    }
    self.types = types
  }

  private static func gather(
    _ element: XMLElement, type: String, _ model: ContentModel, _ types: inout [UInt32: String]
  ) {
    types[element.index] = type
    guard let complex = model.types[type] else { return }
    for child in element.children {
      guard let particle = complex.particles.first(where: { $0.name == child.name }) else { continue }
      gather(child, type: particle.type, model, &types)
    }
  }

  /// What a complaint means; `nil` for one that only repeats another about the same value.
  ///
  /// The numbers are libxml2's (`XML_SCHEMAV_…` of `xmlParserErrors`).
  func fault(_ complaint: SchemaComplaint) -> (fault: SchemaFault, range: Range<Int>) {
    let element = XMLElement(document: document, index: complaint.node)
    let range = element.place..<text.nameEnd(element.place + 1)
    let type = types[complaint.node].flatMap { model.types[$0] }
    switch complaint.code {
    case 1824...1826, 1829...1840:
      return (.value(value(of: element, complaint.attribute, type)), range)
    case 1827, 1866, 1867:
      let found = complaint.attribute ?? ""
      return (.attributeUnknown(element: element.name, found: found, known: type?.attributes.map(\.name) ?? []), range)
    case 1868:
      let name = complaint.attribute ?? ""
      let typeName = type?.attributes.first { $0.name == name }?.type ?? ""
      return (
        .attributeMissing(element: element.name, attribute: name, allowed: model.values[typeName] ?? []), range
      )
    case 1846...1865:
      // Attributes of XML Schema itself, which schemas allow everywhere and these vocabularies have no use for.
      let found = ["xsi:nil", "xsi:type"].first { StartTag.value(of: $0, in: text.bytes, at: element.place) != nil }
      guard let found else { return (.unexplained(element: element.name), range) }
      return (.attributeUnknown(element: element.name, found: found, known: type?.attributes.map(\.name) ?? []), range)
    case 1877: return (.notUnique(value: complaint.key), range)
    default: return (.unexplained(element: element.name), range)
    }
  }

  /// Whether an attribute is missing only because its name is mistyped, which is a complaint of its own.
  func isMistyped(_ complaint: SchemaComplaint, among others: [SchemaComplaint]) -> Bool {
    guard complaint.code == 1868, let missing = complaint.attribute else { return false }
    return others.contains { other in
      guard [1827, 1866, 1867].contains(other.code), other.node == complaint.node else { return false }
      return other.attribute.map { isNear($0, missing) } ?? false
    }
  }

  private func value(of element: XMLElement, _ attribute: String?, _ type: ContentModel.ComplexType?) -> ValueFault {
    let typeName: String
    if let attribute {
      typeName = type?.attributes.first { $0.name == attribute }?.type ?? ""
    } else {
      typeName = type.map(\.textType) ?? types[element.index] ?? ""
    }
    return ValueFault(
      element: element.name, attribute: attribute,
      value: attribute.flatMap { element[$0] } ?? (attribute == nil ? element.text : ""),
      type: typeName, allowed: model.values[typeName] ?? [])
  }
}
