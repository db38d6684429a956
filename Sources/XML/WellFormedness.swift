extension XMLReader {
  /// Whether a text is a well-formed document, looked at once: nothing is mended, and nothing told of it.
  ///
  /// - Parameter text: The text, as it would stand in a file in UTF-8.
  public static func isWellFormed(_ text: String) -> Bool {
    LibXML2.prepare()
    let source = Array(text.utf8)
    return crowdedTag(in: source) == nil && parse(source, schema: nil).isClean
  }
}
