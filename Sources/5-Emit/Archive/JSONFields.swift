import Model
import Text

/// What the archive's data have in common: each member is always there; what is not known is null or an empty list.
extension JSONWriter {
  /// A member with a text, or null.
  mutating func field(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// A member with a whole number.
  mutating func field(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// A member with a truth value.
  mutating func field(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  /// A member with an object.
  mutating func field(_ name: String, members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// A member with a list of objects.
  mutating func field<Item>(_ name: String, _ items: [Item], _ members: (inout JSONWriter, Item) -> Void) {
    key(name)
    array { json in
      for item in items { json.object { members(&$0, item) } }
    }
  }

  /// A member with a list of texts.
  mutating func field(_ name: String, texts: [String]) {
    key(name)
    array { json in
      for text in texts { json.value(text) }
    }
  }

  /// A member with words and their language.
  mutating func field(_ name: String, _ phrase: Phrase) { field(name) { $0.words(phrase) } }

  /// A member with sources.
  mutating func field(_ name: String, _ sources: [Source]) {
    field(name, sources) { json, source in
      json.field("title", source.title)
      json.field("href", source.href)
    }
  }

  /// The members of words: the words, and the tag of their language.
  mutating func words(_ phrase: Phrase) {
    field("words", phrase.words)
    field("language", phrase.language ?? "en")
  }
}
