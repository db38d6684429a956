/// What all pages of the desk have around their content.
struct PageFrame: Sendable {
  private let template: PageTemplate
  private let name: String

  init(texts: Texts, files: DeskFiles, version: String) throws(DeskError) {
    let source = Embedded.frameHTML
      .replacing("{{>language}}", with: texts.language).replacing("{{>style}}", with: files.style.path)
      .replacing("{{>script}}", with: files.script.path)
    template = try PageTemplate(source, texts: texts, values: ["version": version])
    name = texts.text("desk-name")
  }

  /// A page.
  ///
  /// - Parameters:
  ///   - title: What it is about, by which people find it among others.
  ///   - content: What stands in its main part, as HTML.
  func page(title: String, content: [UInt8]) -> [UInt8] {
    template.filled(["title": escaped("\(title) · \(name)"), "content": content])
  }
}
