import Text

/// Results for scripts: `count` is how many developments meet the request, `developments` are those that are shown, the
/// best first, with the keys of the archive's `developments.jsonl`.
///
/// `excerpt` is a part of the text; `matches` are what was found of the words in headline and excerpt, in order; `path`
/// leads to the development's place in its page.
///
/// - Parameters:
///   - results: The results.
///   - site: The path of the archive's folder, with which the paths begin.
public func resultsAsJSON(_ results: SearchResults, site: String) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { json in
    json.key("count")
    json.value(results.count)
    json.key("developments")
    json.array { json in
      for found in results.shown { json.object { $0.members(of: found, site: site) } }
    }
  }
  return writer.bytes
}

extension JSONWriter {
  fileprivate mutating func members(of found: FoundDevelopment, site: String) {
    text("period", found.period)
    key("edition")
    value(found.edition)
    text("published", found.published)
    text("country", found.country)
    text("countryName", found.countryName)
    text("id", found.id)
    text("anchor", found.anchor)
    text("path", "\(site)/\(found.period)/bulletin.html#\(found.anchor)")
    text("theme", found.theme)
    text("themeLabel", found.themeLabel)
    key("furtherThemes")
    array { json in for theme in found.furtherThemes { json.value(theme) } }
    text("kind", found.kind)
    key("stages")
    array { json in
      for step in found.stages {
        json.object { json in
          json.text("stage", step.stage)
          json.text("date", step.date)
        }
      }
    }
    key("headline")
    object { json in
      json.text("words", found.headline.map(\.text).joined())
      json.text("language", found.language)
    }
    text("excerpt", found.excerpt.map(\.text).joined())
    key("matches")
    array { json in for piece in found.headline + found.excerpt where piece.isMatch { json.value(piece.text) } }
  }

  private mutating func text(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }
}
