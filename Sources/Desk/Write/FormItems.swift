/// What a file holds beside the fields of a form, word for word: comments, instructions and whatever else the form has
/// no field for.
public struct Kept: Hashable, Sendable {
  /// What stands before the part.
  public var before = ""
  /// Attributes that the form has no field for, as they stand in the start tag.
  public var attributes = ""
  /// What stands within the part, after all of its own parts.
  public var end = ""

  /// Nothing kept.
  public init() {}

  /// Whether there is nothing.
  public var isEmpty: Bool { before.isEmpty && attributes.isEmpty && end.isEmpty }

  static let parts: [(name: String, path: WritableKeyPath<Kept, String> & Sendable)] = [
    ("before", \.before), ("attributes", \.attributes), ("end", \.end),
  ]
}

/// A part of the form with fields of its own, each as somebody typed it, right or wrong.
public protocol FormItem: Hashable, Sendable {
  /// An empty part.
  init()
  /// Its fields by the ends of their names; the first may have an empty one, and is then named as the part itself.
  static var fields: [(name: String, path: WritableKeyPath<Self, String> & Sendable)] { get }
  /// What is kept of it.
  var kept: Kept { get set }
}

extension FormItem {
  /// Whether nobody has typed anything into it. What stands before it is kept all the same.
  public var isBlank: Bool { Self.fields.allSatisfy { isBlankText(self[keyPath: $0.path]) } && kept.attributes.isEmpty }
}

/// Words that may be in another language than English.
public struct WordsItem: FormItem {
  /// The words.
  public var words = ""
  /// The tag of their language; empty for English.
  public var language = ""
  /// What is kept of it.
  public var kept = Kept()

  /// An empty one.
  public init() {}

  /// Its fields by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<WordsItem, String> & Sendable)] = [
    ("", \.words), ("language", \.language),
  ]
}

/// A step with its date.
public struct StageItem: FormItem {
  /// Which step.
  public var type = ""
  /// When.
  public var date = ""
  /// What is kept of it.
  public var kept = Kept()

  /// An empty one.
  public init() {}

  /// Its fields by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<StageItem, String> & Sendable)] = [
    ("type", \.type), ("date", \.date),
  ]
}

/// A figure that belongs to a development.
public struct FigureItem: FormItem {
  /// The number.
  public var value = ""
  /// What it counts.
  public var unit = ""
  /// What the figure says.
  public var label = ""
  /// What is kept of it.
  public var kept = Kept()

  /// An empty one.
  public init() {}

  /// Its fields by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<FigureItem, String> & Sendable)] = [
    ("value", \.value), ("unit", \.unit), ("label", \.label),
  ]
}

/// A legal act by its names and identifiers.
public struct ActItem: FormItem {
  /// Its names, the English one first.
  public var titles = [WordsItem()]
  /// The number that its country, the Commission or a court gives it.
  public var number = ""
  /// The gazette and the place in it.
  public var gazette = ""
  /// The CELEX number.
  public var celex = ""
  /// The European Legislation Identifier.
  public var eli = ""
  /// What is kept of it.
  public var kept = Kept()

  /// An empty one.
  public init() {}

  /// Its fields by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<ActItem, String> & Sendable)] = [
    ("number", \.number), ("gazette", \.gazette), ("celex", \.celex), ("eli", \.eli),
  ]

  /// Whether nobody has typed anything into it or its names.
  public var isBlankWithTitles: Bool {
    isBlank && kept.end.isEmpty && titles.allSatisfy { $0.isBlank && $0.kept.before.isEmpty }
  }
}

/// An act of the EU that a development transposes or applies.
public struct EUActItem: FormItem {
  /// Its short name.
  public var name = ""
  /// How the development relates to it.
  public var relation = ""
  /// The CELEX number.
  public var celex = ""
  /// What is kept of it.
  public var kept = Kept()

  /// An empty one.
  public init() {}

  /// Its fields by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<EUActItem, String> & Sendable)] = [
    ("name", \.name), ("relation", \.relation), ("celex", \.celex),
  ]
}

/// Where facts can be read.
public struct SourceItem: FormItem {
  /// The title or citation.
  public var title = ""
  /// The link.
  public var href = ""
  /// The tag of the title's language; empty for English.
  public var language = ""
  /// What is kept of it.
  public var kept = Kept()

  /// An empty one.
  public init() {}

  /// Its fields by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<SourceItem, String> & Sendable)] = [
    ("title", \.title), ("href", \.href), ("language", \.language),
  ]
}

/// A reference to an earlier development.
public struct FollowsItem: FormItem {
  /// The country; empty for the submission's own.
  public var country = ""
  /// The period.
  public var period = ""
  /// The id.
  public var id = ""
  /// What is kept of it.
  public var kept = Kept()

  /// An empty one.
  public init() {}

  /// Its fields by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<FollowsItem, String> & Sendable)] = [
    ("period", \.period), ("id", \.id), ("country", \.country),
  ]
}

/// Whether a text holds nothing but blanks, as XML has them.
func isBlankText(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
}
