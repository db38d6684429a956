/// A part of the desk, to which every page leads.
enum DeskPart: String, CaseIterable {
  case check, write, send, issue

  /// Where its first page is.
  var path: String { self == .check ? "/" : "/\(rawValue)" }
}

/// What all pages of the desk have around their content.
struct PageFrame: Sendable {
  private let template: PageTemplate
  private let name: String
  private let navigation: [DeskPart?: [UInt8]]

  init(texts: Texts, files: DeskFiles, version: String) throws(DeskError) {
    let source = Embedded.frameHTML
      .replacing("{{>language}}", with: texts.language).replacing("{{>style}}", with: files.style.path)
      .replacing("{{>script}}", with: files.script.path)
    template = try PageTemplate(source, texts: texts, values: ["version": version])
    name = texts.text("desk-name")
    let words: [DeskPart: String] = [
      .check: texts.text("desk-check"), .write: texts.text("desk-write"), .send: texts.text("desk-send"),
      .issue: texts.text("desk-issue"),
    ]
    navigation = Dictionary(
      uniqueKeysWithValues: (DeskPart.allCases + [nil]).map { current in
        let items = DeskPart.allCases.map { part in
          Array("<li><a href=\"\(part.path)\"\(part == current ? " aria-current=\"page\"" : "")>".utf8)
            + escaped(words[part] ?? "") + Array("</a></li>\n".utf8)
        }
        return (current, Array(items.joined()))
      })
  }

  /// A page.
  ///
  /// - Parameters:
  ///   - title: What it is about, by which people find it among others.
  ///   - content: What stands in its main part, as HTML.
  ///   - part: The part of the desk to which it belongs.
  func page(title: String, content: [UInt8], at part: DeskPart? = nil) -> [UInt8] {
    template.filled([
      "title": escaped("\(title) · \(name)"), "content": content, "navigation": navigation[part] ?? [],
    ])
  }
}
