import Model
import XML

/// The terms of migration and asylum that bulletins use, with their definitions and sources by date.
public struct Glossary: Sendable {
  /// A term.
  public struct Term: Sendable {
    /// The id, for good.
    public let id: String
    /// How texts write it; the first is the name that the glossary shows.
    public let forms: [GlossaryForm]
    /// Words that hold a form and mean something else.
    public let exceptions: [GlossaryForm]
    let days: DaySpan
    let definitions: [Dated<String>]
    let sources: [Dated<Source>]

    /// What an issue says of the term.
    ///
    /// - Parameter day: The last day of the period.
    /// - Returns: The entry as it holds on that day; `nil` when there was no such thing then.
    public func entry(on day: Day) -> GlossaryTerm? {
      guard days.holds(on: day), let definition = definitions.last(on: day), let source = sources.last(on: day) else {
        return nil
      }
      return GlossaryTerm(id: id, term: forms[0].words, definition: definition, source: source)
    }
  }

  /// The version of the file.
  public let version: String
  /// The terms, in the file's order.
  public let terms: [Term]

  /// The terms as a document of `glossary.xml` has them.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.glossary
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    let sources = try CitedSources(root.child("sources"))
    var terms: [Term] = []
    for element in root.children("term") { terms.append(try Term(element, sources)) }
    self.terms = terms
  }

  /// Loads the terms that the executable carries.
  public static func load() throws(ReferenceError) -> Glossary {
    try Glossary(ReferenceFile.glossary.document(overriding: nil))
  }
}

extension Glossary.Term {
  fileprivate init(_ element: XMLElement, _ cited: CitedSources) throws(ReferenceError) {
    let file = ReferenceFile.glossary
    id = try file.attribute("id", of: element)
    days = try DaySpan(element, in: file)
    var forms: [GlossaryForm] = []
    var exceptions: [GlossaryForm] = []
    var definitions: [Dated<String>] = []
    var sources: [Dated<Source>] = []
    for child in element.children {
      switch child.name {
      case "name", "form": forms.append(try GlossaryForm(child))
      case "except": exceptions.append(try GlossaryForm(child))
      case "definition": definitions.append(Dated(value: child.text, days: try DaySpan(child, in: file)))
      default: sources.append(try cited.source(child))
      }
    }
    guard !forms.isEmpty else { throw ReferenceError(file, "The term \(id) has no name.") }
    self.forms = forms
    self.exceptions = exceptions
    self.definitions = definitions
    self.sources = sources
  }
}

/// The acts, conventions and glossaries that the terms cite, by their ids in the file.
private struct CitedSources {
  private var sources: [String: Dated<Source>] = [:]

  init(_ list: XMLElement?) throws(ReferenceError) {
    let file = ReferenceFile.glossary
    guard let list else { return }
    for element in list.children {
      let id = try file.attribute("id", of: element)
      guard let href = element["celex"].map(eurLexLink) ?? element["href"] else {
        throw ReferenceError(file, "The source \(id) has neither a CELEX number nor a link.")
      }
      let source = Source(title: Phrase(element.text), href: href)
      let isNew = sources.updateValue(Dated(value: source, days: try DaySpan(element, in: file)), forKey: id) == nil
      guard isNew else { throw ReferenceError(file, "The source \(id) stands in it twice.") }
    }
  }

  /// The source that a term cites, with the place in it.
  func source(_ element: XMLElement) throws(ReferenceError) -> Dated<Source> {
    let id = try ReferenceFile.glossary.attribute("of", of: element)
    guard let cited = sources[id] else { throw ReferenceError(.glossary, "There is no source \(id).") }
    guard let place = element["place"] else { return cited }
    let title = "\(cited.value.title.words), \(place)"
    return Dated(value: Source(title: Phrase(title), href: cited.value.href), days: cited.days)
  }
}
