/// Where the parts of a submission stand in its file: for each, the offset at which its start tag begins.
///
/// The arrays run beside those of the submission itself, so the values stay free of places.
public struct SubmissionPlaces: Sendable {
  /// The root element.
  public var root: Int
  /// The developments.
  public var developments: [DevelopmentPlaces]

  /// Places of the given parts.
  public init(root: Int, developments: [DevelopmentPlaces] = []) {
    self.root = root
    self.developments = developments
  }
}

/// Where the parts of a development stand in its file.
public struct DevelopmentPlaces: Sendable {
  /// The element itself.
  public var element: Int
  /// The headline.
  public var headline: Int
  /// The body.
  public var body: Int
  /// The stages.
  public var stages: [Int] = []
  /// Stages whose type or date could not be read.
  public var unreadableStages: [Int] = []
  /// The reason for reporting late.
  public var late: Int?
  /// Marked words in the body, paragraph by paragraph, piece by piece.
  public var pieces: [[Int]] = []
  /// The paragraphs of the body.
  public var paragraphs: [Int] = []
  /// The figures.
  public var figures: [Int] = []
  /// The acts.
  public var acts: [Int] = []
  /// The titles of each act.
  public var actTitles: [[Int]] = []
  /// The acts of the EU.
  public var euActs: [Int] = []
  /// The sources.
  public var sources: [Int] = []
  /// The references to earlier developments.
  public var follows: [Int] = []
  /// References whose period could not be read.
  public var unreadableFollows: [Int] = []

  /// Places that start with the element's own.
  public init(element: Int) {
    self.element = element
    headline = element
    body = element
  }
}

/// Where the parts of an issue's file stand that findings may point to.
public struct IssuePlaces: Sendable {
  /// The root element.
  public var root: Int
  /// The decisions.
  public var decisions: [Int] = []
  /// Elements that carry a link, with the link.
  public var links: [(place: Int, attribute: String, value: String)] = []
  /// Elements that carry a CELEX number, with the number.
  public var celexNumbers: [(place: Int, value: String)] = []

  /// Elements that name a language, with its tag and their words.
  public var languages: [(place: Int, tag: String, words: String)] = []

  /// Events of several days, with their first and last.
  public var spans: [(place: Int, from: PartialDate, to: PartialDate)] = []

  /// The mailboxes of the mailing, with their addresses.
  public var mailboxes: [(place: Int, address: String)] = []

  /// Elements whose text is published, with the text.
  public var texts: [(place: Int, name: String, parent: String, text: Paragraph, language: String?)] = []

  /// Places that start with the root's.
  public init(root: Int) { self.root = root }
}
