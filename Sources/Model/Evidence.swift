/// A figure that belongs to a development. Its number keeps the digits that were submitted.
public struct Figure: Hashable, Sendable {
  /// What the figure says.
  public var label: String
  /// The number as a decimal numeral, such as `30700` or `4.20`.
  public var value: String
  /// What is counted.
  public var unit: String

  /// A figure of the given parts.
  public init(label: String, value: String, unit: String) {
    self.label = label
    self.value = value
    self.unit = unit
  }
}

/// A legal act by its names and identifiers.
public struct Act: Hashable, Sendable {
  /// Its names, the English one first.
  public var titles: [Phrase]
  /// The number that its country, the Commission or a court gives it.
  public var number: String?
  /// The gazette and the place in it.
  public var gazette: String?
  /// The CELEX number.
  public var celex: String?
  /// The European Legislation Identifier, a link.
  public var eli: String?

  /// An act of the given parts.
  public init(
    titles: [Phrase], number: String? = nil, gazette: String? = nil, celex: String? = nil, eli: String? = nil
  ) {
    self.titles = titles
    self.number = number
    self.gazette = gazette
    self.celex = celex
    self.eli = eli
  }
}

/// An act of the EU to which a development gives effect.
public struct EUAct: Hashable, Sendable {
  /// How the development relates to the act.
  public enum Relation: String, CaseIterable, Sendable {
    case transposes, applies
  }

  /// The act's short name.
  public var name: String
  /// How the development relates to it.
  public var relation: Relation
  /// The CELEX number.
  public var celex: String?

  /// An act of the given parts.
  public init(name: String, relation: Relation, celex: String? = nil) {
    self.name = name
    self.relation = relation
    self.celex = celex
  }
}

/// Where facts can be read: a citation in words, with a link where there is one.
public struct Source: Hashable, Sendable {
  /// The title or citation.
  public var title: Phrase
  /// The link.
  public var href: String?

  /// A source of the given parts.
  public init(title: Phrase, href: String? = nil) {
    self.title = title
    self.href = href
  }
}
