import Model
import Text

/// The words that the program itself says of an issue, in both editions.
///
/// Many of them stand in the templates of the page too, where an editor can change them: who changes one here changes
/// it there as well.
enum Words {
  static let network = "European Migration Network"
  static let draft = "DRAFT – not for publication"
  static let contents = "Contents"
  static let overview = "At a glance"
  static let countries = "By country"
  static let euDevelopments = "EU developments"
  static let nationalDevelopments = "National developments"
  static let seeAlso = "See also"
  static let emptySection = "No development was reported under this heading for the period."
  static let glossary = "Glossary"
  static let corrections = "Corrections"
  static let withdrawn = "This entry was withdrawn on "
  static let annex = "Annex"
  static let statistics = "Statistics"
  static let transposition = "State of transposition"
  static let outputs = "Other EMN outputs"
  static let upcoming = "Upcoming events"
  static let past = "Past events"
  static let contactPoints = "Contact points"
  static let members = "Members"
  static let observers = "Observers"
  static let colophon = "Colophon"
  static let reported = "Reported in"
  static let transpositionDeadline = "To be transposed by "

  static let total = "Total"
  static let overviewColumns = "How many developments each country reports under each section, by the section's number."
  /// How to read the text edition beside a page.
  static func readingText(page: String) -> String {
    "A number in square brackets leads to the links at the section's end. A permalink is a development's address in "
      + "the HTML edition: \(page)#…"
  }

  /// The edition in words: `14th edition`.
  static func edition(of issue: CompiledIssue) -> String { ordinal(issue.edition) + " edition" }

  /// What leads to the date of publication.
  static func publishedBefore(_ date: PartialDate) -> String {
    if case .day = date { return "Published on " }
    return "Published in "
  }

  /// A period or day in the form of the schema, in words; any other text as it stands.
  static func time(_ text: String) -> String {
    PartialDate(text)?.words ?? Period(text)?.words ?? text
  }

  /// A label as it stands in a list of steps: the first with a capital, the others without.
  ///
  /// A label that opens with an abbreviation keeps its capitals.
  static func stage(_ label: String, isFirst: Bool) -> String {
    let bytes = label.utf8
    if bytes.count > 1, let first = bytes.first, first < 0x80 {
      let second = bytes[bytes.index(after: bytes.startIndex)]
      if isCapital(second) || second < 0x80 && isCapital(first) == isFirst && isASCIILetter(first) { return label }
    }
    let scalars = label.unicodeScalars
    guard let first = scalars.first, first.isASCII else { return label }
    if scalars.count > 1, scalars[scalars.index(after: scalars.startIndex)].properties.isUppercase { return label }
    let cased = isFirst ? first.properties.uppercaseMapping : first.properties.lowercaseMapping
    return cased + String(scalars.dropFirst())
  }

  /// How an entry relates to an act of the EU.
  static func relation(_ relation: EUAct.Relation) -> String {
    switch relation {
    case .transposes: "Transposes "
    case .applies: "Applies "
    }
  }

  /// What sort of output it is.
  static func kind(_ kind: Output.Kind) -> String {
    switch kind {
    case .study: "Study"
    case .inform: "Inform"
    case .adHocQuery: "Ad-hoc query"
    case .annualReport: "Annual report"
    case .other: "Other output"
    }
  }

  /// The singular or the plural.
  static func label(_ singular: String, count: Int) -> String { count == 1 ? singular : singular + "s" }

  /// Numbers in a row, those that follow one another as a span: `13 to 16 and 41`.
  static func list(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, number <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...max(last.upperBound, number)
      } else {
        runs.append(number...number)
      }
    }
    return list(runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" })
  }

  /// The names in a row, as a sentence has them: `Cyprus, Malta and Portugal`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The sentence that names those from whom the issue reports nothing; `nil` when all are in it.
  static func silence(of issue: CompiledIssue) -> String? {
    issue.silent.isEmpty ? nil : "This issue reports no development from " + list(issue.silent) + "."
  }
}

extension CompiledIssue {
  /// Those who are members.
  var members: [ContactPoint] { contactPoints.filter { !$0.isObserver } }
  /// Those who take part as observers.
  var observers: [ContactPoint] { contactPoints.filter(\.isObserver) }
}

extension Section {
  /// The EU part, when it has entries.
  var european: Group? { groups.first { $0.country == .europeanUnion && !$0.entries.isEmpty } }
  /// The countries that have entries.
  var national: [Group] { groups.filter { $0.country != .europeanUnion && !$0.entries.isEmpty } }
}

/// Where the entries of an issue stand, for references from one to another.
struct EntryRegister {
  private var entries: [DevelopmentReference: Entry] = [:]

  /// No entries: for a page without an issue.
  init() {}

  /// The entries of an issue.
  init(_ issue: CompiledIssue) { self.init(issue.sections, period: issue.period) }

  /// The entries of sections. Without an entry that continues another of the same periods, nobody will ask.
  ///
  /// - Parameters:
  ///   - sections: The sections.
  ///   - period: The period of all entries that name none themselves.
  init(_ sections: [Section], period: Period?) {
    let groups = sections.flatMap(\.groups)
    var periods: Set<Period> = []
    for group in groups { periods.formUnion(group.entries.lazy.compactMap { $0.period ?? period }) }
    guard
      groups.contains(where: { group in
        group.entries.contains { $0.follows.contains { periods.contains($0.reference.period) } }
      })
    else { return }
    for entry in groups.flatMap(\.entries) {
      guard let period = entry.period ?? period else { continue }
      entries[DevelopmentReference(country: entry.country, period: period, id: entry.development.id)] = entry
    }
  }

  /// The entry on the same page that a reference means.
  subscript(reference: DevelopmentReference) -> Entry? { entries[reference] }
}

extension Act {
  /// The number, unless the title holds it already, and the gazette.
  var details: [String] {
    let ownNumber = number.flatMap { number in titles.contains { has($0.words, number) } ? nil : number }
    return [ownNumber, gazette].compactMap { $0 }
  }
}

/// Whether a text has another in it.
private func has(_ text: String, _ part: String) -> Bool {
  var (text, part) = (text, part)
  let answer: Bool? = text.withUTF8 { text in
    part.withUTF8 { part in
      // In plain characters each byte is one; elsewhere a mark may join what stands before it.
      if part.isEmpty || text.hasAny({ bit($0 >= 0x80) }) || part.hasAny({ bit($0 >= 0x80) }) { return nil }
      return text.position(of: part) != nil
    }
  }
  return answer ?? text.contains(part)
}

private func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

private func isASCIILetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
