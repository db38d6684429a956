/// Places in which people write freely, each with a text of its own between two words by which it is found again.
public struct Fields {
  /// A text in its place.
  public struct Text {
    /// The name of the field.
    public var name: String
    /// What was written, with the words around it.
    public var words: String
    /// Whether the text edition shows it in one piece: labels of figures stand in columns there.
    public var isWhole = true
  }

  /// The texts of a development, by its id.
  public private(set) var developments: [Text] = []
  /// The texts of the issue's file.
  public private(set) var issue: [Text] = []

  private static let body =
    "<body><p>Household words stood here, and nothing in them had happened to anybody at any time or in any place "
    + "that is known, which a reader of this text will not mind at all.</p></body>"
  private static let head = "<headline>Household words</headline><stage type=\"adopted\" date=\"2023-02-10\"/>"
  private static let source = "<source>Household source</source>"

  /// What a development has, by its id; `{}` takes the text.
  private static let developmentFields: [(String, String)] = [
    ("headline", "<headline>{}</headline><stage type=\"adopted\" date=\"2023-02-10\"/>\(body)\(source)"),
    (
      "late",
      "<headline>Household words</headline><stage type=\"adopted\" date=\"2022-02\"/><late>{}</late>\(body)\(source)"
    ),
    ("p", "\(head)<body><p>{}</p></body>\(source)"),
    ("em", "\(head)<body><p>Words <em>{}</em> words</p></body>\(source)"),
    ("foreign", "\(head)<body><p>Words <foreign xml:lang=\"ar\">{}</foreign> words</p></body>\(source)"),
    ("link", "\(head)<body><p>Words <link href=\"https://example.org/a\">{}</link> words</p></body>\(source)"),
    ("cite", "\(head)<body><p>Words <cite celex=\"32013L0033\">{}</cite> words</p></body>\(source)"),
    ("term", "\(head)<body><p>Words <term>{}</term> words</p></body>\(source)"),
    ("figure", "\(head)\(body)<figure value=\"5\" unit=\"persons\">{}</figure>\(source)"),
    ("unit", "\(head)\(body)<figure value=\"5\" unit=\"{}\">household</figure>\(source)"),
    ("act", "\(head)\(body)<act><title>{}</title></act>\(source)"),
    ("number", "\(head)\(body)<act number=\"{}\"><title>Household act</title></act>\(source)"),
    ("gazette", "\(head)\(body)<act gazette=\"{}\"><title>Household act</title></act>\(source)"),
    ("eu-act", "\(head)\(body)<eu-act relation=\"applies\">{}</eu-act>\(source)"),
    ("source", "\(head)\(body)<source>{}</source>"),
    ("linked-source", "\(head)\(body)<source href=\"https://example.org/b\">{}</source>"),
  ]

  private static let issueFields: [(String, String)] = [
    ("title", "<title>{}</title>"), ("about", "<about>{}</about>"),
    ("note-headline", "<special-note><headline>{}</headline>"), ("note", "<p>{}</p></special-note>"),
    (
      "series",
      "<statistics><series unit=\"persons\"><title>{}</title><value number=\"1\">one</value>\(source)</series>"
    ),
    (
      "value",
      "<series unit=\"b\"><title>Values</title><value number=\"1\">{}</value><value number=\"2\">two</value>\(source)"
        + "</series>"
    ),
    (
      "series-note",
      "<series unit=\"e\"><title>Notes</title><value number=\"1\">one</value>\(source)<note>{}</note></series></statistics>"
    ),
    (
      "measure",
      "<transposition><measure celex=\"32013L0033\"><title>{}</title><state country=\"NO\">done</state>\(source)</measure>"
    ),
    (
      "state",
      "<measure celex=\"32013L0032\"><title>Measure</title><state country=\"NO\">{}</state>\(source)</measure>"
        + "</transposition>"
    ),
    ("output", "<outputs><output type=\"study\">{}</output></outputs>"),
    ("event", "<events><event date=\"2023-02-10\">{}</event>"),
    ("place", "<event date=\"2023-02-10\" place=\"{}\">Household event</event>"),
    ("organiser", "<event date=\"2023-02-10\" organiser=\"{}\">Household meeting</event></events>"),
    ("colophon", "<colophon><p>{}</p></colophon>"),
    ("mailbox", "<mail><to name=\"{}\">readers@example.org</to></mail>"),
  ]

  /// Fields that hold the given texts in turn.
  public init(_ texts: [String]) {
    let next = { (place: Int, name: String) in
      Text(
        name: name, words: "Qz\(place)b \(texts[place % texts.count]) e\(place)zQ",
        isWhole: name != "value" && name != "state")
    }
    for (place, field) in Fields.developmentFields.enumerated() { developments.append(next(place, field.0)) }
    for (place, field) in Fields.issueFields.enumerated() {
      issue.append(next(place + Fields.developmentFields.count, field.0))
    }
  }

  /// The submission of a country.
  public func submission(of country: String = "NO") -> [UInt8] {
    let themes = ["general", "return", "trafficking", "citizenship"]
    var xml =
      "<submission xmlns=\"urn:emn:bulletin:submission:1\" country=\"\(country)\" period=\"2023-Q1\" status=\"final\">"
    for (place, text) in developments.enumerated() {
      xml += "<development id=\"\(text.name)\" kind=\"policy\" theme=\"\(themes[place % themes.count])\">"
      xml += Fields.developmentFields[place].1.replacing("{}", with: xmlEscaped(text.words)) + "</development>"
    }
    return Array((xml + "</submission>").utf8)
  }

  /// The issue's file.
  public var issueFile: [UInt8] {
    var xml = "<issue xmlns=\"urn:emn:bulletin:issue:1\" edition=\"42\" period=\"2023-Q1\">"
    for (text, field) in zip(issue, Fields.issueFields) {
      xml += field.1.replacing("{}", with: xmlEscaped(text.words))
    }
    return Array((xml + "</issue>").utf8)
  }
}
