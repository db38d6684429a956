import Files
import Model
import Text

extension PublishedRecord {
  /// The record as its file holds it.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.number("format", 1)
      json.number("edition", edition)
      json.text("period", period.name)
      json.key("reference")
      json.sorted(reference)
      json.digests(digests)
      json.key("former")
      json.array { json in for state in former { json.former(state) } }
      json.key("withdrawn")
      json.array { json in
        for entry in withdrawn {
          json.object { json in
            json.text("anchor", entry.anchor)
            json.phrase("headline", entry.headline)
            json.text("date", PartialDate.day(entry.date).iso)
            if let theme = entry.theme { json.text("theme", theme.rawValue) }
          }
        }
      }
      json.key("themes")
      json.sorted(themes)
      json.key("outline")
      json.outline(outline)
    }
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func text(_ name: String, _ text: String) {
    key(name)
    value(text)
  }

  fileprivate mutating func number(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  fileprivate mutating func phrase(_ name: String, _ phrase: Phrase) {
    text(name, phrase.words)
    if let language = phrase.language { text(name + "Language", language) }
  }

  fileprivate mutating func sorted(_ members: [String: String]) {
    object { json in for (name, text) in members.sorted(by: { $0.key < $1.key }) { json.text(name, text) } }
  }

  fileprivate mutating func strings(_ name: String, _ strings: [String]) {
    key(name)
    array { json in for string in strings { json.value(string) } }
  }

  fileprivate mutating func digests(_ digests: PublishedRecord.Digests) {
    text("content", digests.content)
    key("editions")
    sorted(digests.editions)
    text("templates", digests.templates)
  }

  fileprivate mutating func former(_ state: PublishedRecord.Former) {
    object { json in
      switch state.cause {
      case .restyling: json.text("replacedBy", "restyling")
      case .correction(let correction):
        json.text("replacedBy", "correction")
        json.text("date", PartialDate.day(correction.date).iso)
        json.text("reason", correction.reason)
        json.strings("entries", correction.entries)
      }
      json.digests(state.digests)
    }
  }

  fileprivate mutating func outline(_ outline: IssueOutline) {
    object { json in
      json.key("parts")
      json.sorted(outline.parts)
      json.strings("contactPoints", outline.contactPoints)
      json.key("entries")
      json.array { json in
        for entry in outline.entries {
          json.object { json in
            json.text("anchor", entry.anchor)
            json.text("number", entry.number)
            json.phrase("headline", entry.headline)
            json.text("section", entry.section)
            json.text("theme", entry.theme)
            json.text("kind", entry.kind)
            json.strings("stages", entry.stages)
            json.text("digest", entry.digest)
          }
        }
      }
    }
  }
}
