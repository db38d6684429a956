/// What a template can show at a place, by the name that stands in double braces.
///
/// Each template has an enumeration of its own, whose raw values are the names.
protocol TemplateSlot: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What stands there, which decides where a template may put it.
  var sort: SlotSort { get }
  /// The part inside which alone the slot has a value; `nil` where it has one everywhere.
  var home: Self? { get }
  /// Whether a template must show it, since what people wrote would be lost without it.
  var isIndispensable: Bool { get }
}

extension TemplateSlot {
  var home: Self? { nil }
  var isIndispensable: Bool { false }
}

/// What a slot holds.
enum SlotSort: Sendable {
  /// Words, escaped: they may stand in text and in an attribute in quotes.
  case words
  /// A whole number: it may stand anywhere, even in the name of an element.
  case number
  /// Elements: they may stand in text only.
  case markup
  /// A style sheet or a script: it may stand only inside the element of that name.
  case code
  /// A part of the template, from `{{#name}}` to `{{/name}}`: it is written once for each thing that there is. Between
  /// `{{^name}}` and `{{/name}}` stands what is written when there is none.
  case part
}
