extension ContentModel {
  /// Reads the model from a schema; `nil` for one with constructs that it does not know.
  init?(schema text: String) {
    guard let root = XMLReader.read(Array(text.utf8)).document.root, root.name == "schema" else { return nil }
    var reading = Reading()
    guard reading.read(root) else { return nil }
    self.init(
      namespace: root["targetNamespace"] ?? "", roots: reading.roots, types: reading.types, values: reading.values)
  }

  private struct Reading {
    var roots: [String: String] = [:]
    var types: [String: ComplexType] = [:]
    var values: [String: [String]] = [:]
    /// Extensions of types, by type and base, to be resolved when all types are known.
    private var bases: [String: String] = [:]

    mutating func read(_ root: XMLElement) -> Bool {
      for child in root.children {
        switch child.name {
        case "element": roots[child["name"] ?? ""] = type(of: child, path: "")
        case "complexType": complexType(child, named: child["name"] ?? "")
        case "simpleType": values[child["name"] ?? ""] = enumeration(child)
        case "annotation": break
        default: return false
        }
      }
      for name in bases.keys.sorted() { resolve(name) }
      return types.values.allSatisfy { $0.minimum >= 0 }
    }

    /// The type of an element or an attribute; one that is written in its place gets a name of its own.
    private mutating func type(of element: XMLElement, path: String) -> String {
      if let type = element["type"] { return type }
      let name = path + "/" + (element["name"] ?? "")
      if let inner = element.child("complexType") { complexType(inner, named: name) }
      if let inner = element.child("simpleType") { values[name] = enumeration(inner) }
      return name
    }

    private mutating func complexType(_ element: XMLElement, named name: String) {
      var type = ComplexType()
      type.allowsText = element["mixed"] == "true"
      for child in element.children {
        switch child.name {
        case "sequence", "choice": read(child, into: &type, path: name)
        case "attribute": type.attributes.append(attribute(child, path: name))
        case "simpleContent":
          guard let inner = child.child("extension") else { break }
          type.allowsText = true
          bases[name] = inner["base"] ?? ""
          for item in inner.children("attribute") { type.attributes.append(attribute(item, path: name)) }
        case "annotation", "anyAttribute": break
        default: type.minimum = -1
        }
      }
      types[name] = type
    }

    private mutating func read(_ group: XMLElement, into type: inout ComplexType, path: String) {
      type.isChoice = group.name == "choice"
      type.minimum = group["minOccurs"].flatMap { Int($0) } ?? 1
      for child in group.children where child.name != "annotation" {
        guard child.name == "element", let name = child["name"] else {
          type.minimum = -1
          return
        }
        let maximum = child["maxOccurs"] ?? group["maxOccurs"] ?? "1"
        type.particles.append(
          Particle(
            name: name, type: self.type(of: child, path: path),
            minimum: type.isChoice ? 0 : child["minOccurs"].flatMap { Int($0) } ?? 1,
            maximum: Int(maximum) ?? .max))
      }
    }

    private mutating func attribute(_ element: XMLElement, path: String) -> Attribute {
      Attribute(
        name: element["name"] ?? "", type: type(of: element, path: path + "@"),
        isRequired: element["use"] == "required")
    }

    /// An element with text takes over the attributes and the text's type of the type that its own one extends.
    private mutating func resolve(_ name: String) {
      guard let base = bases[name] else { return }
      bases[name] = nil
      resolve(base)
      let inherited = types[base]
      types[name]?.attributes += inherited?.attributes ?? []
      types[name]?.textType = inherited?.textType ?? base
    }

    /// The values that a simple type lists; those of its items for a list.
    private func enumeration(_ element: XMLElement) -> [String] {
      if let item = element.child("list")?["itemType"] { return values[item] ?? [] }
      return element.child("restriction")?.children("enumeration").compactMap { $0["value"] } ?? []
    }
  }
}
