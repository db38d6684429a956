import Model

/// A submission as a form holds it: every field as somebody typed it, right or wrong, finished or not.
///
/// It can be read from the fields of a form and from a file, and written as a file. What a file holds beside its fields
/// is kept word for word.
public struct SubmissionForm: Hashable, Sendable {
  /// The contributor's code.
  public var country = ""
  /// The period.
  public var period = ""
  /// `draft` or `final`.
  public var status = "draft"
  /// The day on which it was finished.
  public var date = ""
  /// Whom the editors may ask.
  public var contact = ContactForm()
  /// A note to the editors about the whole.
  public var note = WordsItem()
  /// The developments.
  public var developments: [DevelopmentForm] = []
  /// What the file holds beside; `before` and `after` the submission itself, too.
  public var kept = Kept()
  /// What stands after the submission.
  public var keptAfter = ""

  /// An empty form.
  public init() {}

  /// The fields that are not in any part, by their names.
  public static let fields: [(name: String, path: WritableKeyPath<SubmissionForm, String> & Sendable)] = [
    ("country", \.country), ("period", \.period), ("status", \.status), ("date", \.date), ("kept-after", \.keptAfter),
  ]

  /// The most developments that a form shows: more would make a page that no browser handles well.
  public static let mostDevelopments = 100

  /// The name that its file has, such as `NO.xml`.
  public var fileName: String {
    let isCode = country.utf8.count == 2 && country.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return isCode ? "\(country).xml" : "submission.xml"
  }
}

/// Whom the editors may ask.
public struct ContactForm: Hashable, Sendable {
  /// The organisation.
  public var organisation = WordsItem()
  /// The person.
  public var name = WordsItem()
  /// The address for electronic mail.
  public var email = WordsItem()
  /// The telephone number.
  public var phone = WordsItem()
  /// What is kept of it.
  public var kept = Kept()

  /// Nobody.
  public init() {}

  /// Its parts by the names that their elements have, in the order of the schema.
  public static let parts: [(name: String, path: WritableKeyPath<ContactForm, WordsItem> & Sendable)] = [
    ("organisation", \.organisation), ("name", \.name), ("email", \.email), ("phone", \.phone),
  ]
}

/// A development as a form holds it.
public struct DevelopmentForm: Hashable, Sendable {
  /// Its id; while it is empty, one is made of the headline.
  public var id = ""
  /// What sort of development it is.
  public var kind = ""
  /// The theme; empty to leave it to the editors.
  public var theme = ""
  /// Other themes, separated by blanks.
  public var furtherThemes = ""
  /// What changed, in a few words.
  public var headline = WordsItem()
  /// The steps with their dates.
  public var stages = [StageItem()]
  /// Why it is reported now.
  public var late = WordsItem()
  /// The text: a paragraph a line, with marks as `MarkedText` has them.
  public var body = ""
  /// What is kept of the text's element.
  public var bodyKept = Kept()
  /// Its figures.
  public var figures: [FigureItem] = []
  /// The legal acts that make the change.
  public var acts: [ActItem] = []
  /// The acts of the EU that it transposes or applies.
  public var euActs: [EUActItem] = []
  /// Where the facts can be read.
  public var sources = [SourceItem()]
  /// Earlier developments that it continues.
  public var follows: [FollowsItem] = []
  /// A note to the editors.
  public var note = WordsItem()
  /// What is kept of it.
  public var kept = Kept()

  /// An empty development, with room for one step and one source.
  public init() {}

  /// The fields that are not in any part, by the ends of their names.
  public static let fields: [(name: String, path: WritableKeyPath<DevelopmentForm, String> & Sendable)] = [
    ("id", \.id), ("kind", \.kind), ("theme", \.theme), ("further", \.furtherThemes), ("body", \.body),
  ]
}
