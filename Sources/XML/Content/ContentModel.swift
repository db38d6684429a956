/// What a vocabulary allows, read from its schema: which elements stand in which, in which order, with which attributes.
///
/// libxml2 checks documents; this says in the schema's own terms what would have been right. It knows the part of
/// XSD 1.0 that these vocabularies are written in: types of one sequence or one choice of elements.
public struct ContentModel: Sendable {
  /// An element that may stand in another.
  struct Particle: Sendable {
    var name: String
    var type: String
    var minimum: Int
    var maximum: Int
  }

  /// An attribute of an element.
  struct Attribute: Sendable {
    var name: String
    var type: String
    var isRequired: Bool
  }

  /// What an element of a type holds.
  struct ComplexType: Sendable {
    var particles: [Particle] = []
    var isChoice = false
    var minimum = 1
    /// Whether text may stand in it, between the elements or alone.
    var allowsText = false
    var attributes: [Attribute] = []
    /// The type of its text, where it holds nothing else.
    var textType = ""
  }

  /// The namespace of the vocabulary.
  let namespace: String
  /// The types of the outermost elements, by name.
  let roots: [String: String]
  let types: [String: ComplexType]
  /// The values that simple types list.
  let values: [String: [String]]
  private let parents: [String: Set<String>]
  private let children: [String: Set<String>]

  init(namespace: String, roots: [String: String], types: [String: ComplexType], values: [String: [String]]) {
    self.namespace = namespace
    self.roots = roots
    self.types = types
    self.values = values
    var children: [String: Set<String>] = [:]
    var parents: [String: Set<String>] = [:]
    for (name, type) in roots.map({ ($0.key, $0.value) })
      + types.values.flatMap({ $0.particles.map { ($0.name, $0.type) } })
    {
      for particle in types[type]?.particles ?? [] {
        children[name, default: []].insert(particle.name)
        parents[particle.name, default: []].insert(name)
      }
    }
    self.children = children
    self.parents = parents
  }

  /// Whether an element of a name can stand anywhere.
  func knows(_ name: String) -> Bool { roots[name] != nil || parents[name] != nil }

  /// The elements in which one of a name can stand.
  func parents(of name: String) -> [String] { parents[name]?.sorted() ?? [] }

  /// The longest name of an element with which a word begins that is longer.
  func knownStart(of word: String) -> String? {
    (Array(roots.keys) + Array(parents.keys)).filter { word.hasPrefix($0) && $0 != word }
      .max { ($0.utf8.count, $1) < ($1.utf8.count, $0) }
  }

  /// Whether an element can have an attribute, wherever the element stands.
  func allows(attribute: String, on element: String) -> Bool {
    attribute == "xml:lang" || typesOf(element).contains { $0.attributes.contains { $0.name == attribute } }
  }

  /// Whether an element holds nothing, neither text nor others.
  func isEmpty(_ element: String) -> Bool {
    let types = typesOf(element)
    return !types.isEmpty && types.allSatisfy { $0.particles.isEmpty && !$0.allowsText }
  }

  private func typesOf(_ element: String) -> [ComplexType] {
    let names = types.values.flatMap { $0.particles.filter { $0.name == element }.map(\.type) }
    return (names + [roots[element]].compactMap { $0 }).compactMap { types[$0] }
  }

  /// The names of all elements.
  var names: [String] { Set(roots.keys).union(parents.keys).sorted() }

  /// Whether an element of one name can stand in one of another.
  func allows(_ child: String, in parent: String) -> Bool { children[parent]?.contains(child) ?? false }
}
