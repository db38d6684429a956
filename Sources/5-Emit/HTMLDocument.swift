extension HTMLWriter {
  /// Opens a page that stands alone: its style is in it, and the policy lets no request leave it.
  mutating func openDocument(title: String, style: String) {
    openDocument(title: title, style: style, policy: contentPolicy(style: "\n" + style)) { _ in }
  }

  /// Opens a page whose policy is known.
  ///
  /// - Parameters:
  ///   - title: The title by which browsers list the page.
  ///   - style: The page's style.
  ///   - policy: The policy that lets the style show.
  ///   - more: Writes what the head has beyond all this.
  mutating func openDocument(title: String, style: String, policy: String, more: (inout HTMLWriter) -> Void) {
    markup(
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">

      """)
    markup("<meta http-equiv=\"Content-Security-Policy\"")
    attribute("content", policy)
    element(">\n<title>", title, "</title>\n")
    more(&self)
    markup("<style>\n")
    markup(style)
    markup(
      """
      </style>
      </head>
      <body>
      <a class="skip" href="#page-main">Skip to the content</a>

      """)
  }

  /// Closes the page.
  mutating func closeDocument() { markup("</body>\n</html>\n") }

  /// Writes a heading of a level, with an id where it has one.
  mutating func heading(_ level: Int, _ words: String, id anchor: String? = nil) {
    markup("<h\(level)")
    if let anchor { id(anchor) }
    element(">", words, "</h")
    markup("\(level)>\n")
  }
}
