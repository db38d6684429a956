import Model
import XML

/// The words that the rules on prose look for, and those that they let pass.
public struct Style: Sendable {
  /// One word or several, as texts may have them.
  public struct Term: Hashable, Sendable {
    /// The words.
    public let text: String
    /// Whether capitals must stand as they do here.
    public let isExact: Bool
  }

  /// Words that say that a stage was reached.
  public struct Step: Hashable, Sendable {
    /// The words.
    public let text: String
    /// The stages that they may mean.
    public let stages: [StageType]
  }

  /// Hidden characters that have one name.
  public struct Characters: Hashable, Sendable {
    /// The numbers of the characters.
    public let codes: ClosedRange<UInt32>
    /// What they are, in plain words with an article.
    public let name: String
  }

  /// A list of terms in the file.
  public enum List: String, CaseIterable, Sendable {
    case acronyms, introductions, placeholders
    case bracketedPlaceholders = "bracketed-placeholders"
    case exampleHosts = "example-hosts"
    case localHosts = "local-hosts"
    case firstPerson = "first-person"
    case numbered
    case personTitles = "person-titles"
    case phoneMarkers = "phone-markers"
    case abbreviations, doubles, elsewhere
  }

  /// The version of the file.
  public let version: String
  /// The words that say that a stage was reached.
  public let steps: [Step]
  /// Stages that can only lie behind whoever reports them.
  public let completed: Set<StageType>
  /// Hidden characters in plain words.
  public let characters: [Characters]
  private let lists: [List: [Term]]

  /// The words as a document of `style.xml` has them.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.style
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    var lists: [List: [Term]] = [:]
    for element in root.children {
      guard let list = List(rawValue: element.name) else { continue }
      lists[list] = element.children.map { Term(text: $0.text, isExact: $0["letters"] == "exact") }
    }
    self.lists = lists
    var steps: [Step] = []
    if let element = root.child("steps") {
      for step in element.children { steps.append(Step(text: step.text, stages: try Style.stages(of: step))) }
    }
    self.steps = steps
    completed =
      try root.child("completed").map { element throws(ReferenceError) in
        Set(try Style.stages(of: element))
      } ?? []
    var characters: [Characters] = []
    if let element = root.child("characters") {
      for character in element.children { characters.append(try Style.characters(character)) }
    }
    self.characters = characters
  }

  /// The terms of a list, in the file's order.
  public func terms(_ list: List) -> [Term] { lists[list] ?? [] }

  /// What a hidden character is, in plain words with an article.
  public func name(of character: Unicode.Scalar) -> String {
    characters.first { $0.codes.contains(character.value) }?.name ?? "a character that cannot be seen"
  }

  /// Loads the words that the executable carries.
  public static func load() throws(ReferenceError) -> Style {
    try Style(ReferenceFile.style.document(overriding: nil))
  }
}

extension Style {
  private static func stages(of element: XMLElement) throws(ReferenceError) -> [StageType] {
    let value = try ReferenceFile.style.attribute("stages", of: element)
    var stages: [StageType] = []
    for name in value.split(separator: " ") {
      guard let stage = StageType(rawValue: String(name)) else {
        throw ReferenceFile.style.wrong(value, "stages", of: element)
      }
      stages.append(stage)
    }
    return stages
  }

  private static func characters(_ element: XMLElement) throws(ReferenceError) -> Characters {
    let first = try ReferenceFile.style.attribute("from", of: element)
    let last = element["to"] ?? first
    guard let from = UInt32(first, radix: 16), let to = UInt32(last, radix: 16), from <= to else {
      throw ReferenceFile.style.wrong("\(first) to \(last)", "from", of: element)
    }
    return Characters(codes: from...to, name: element.text)
  }
}
