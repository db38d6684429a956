import Model

/// What was found in a form, by the fields that it is about.
struct FormFindings: Sendable {
  /// A finding as the form tells it.
  struct Found: Sendable {
    var field: String
    var severity: Severity
    var message: String
    var help: String
  }

  /// The findings in the order of the form.
  private(set) var all: [Found] = []

  /// Sorts findings to fields.
  ///
  /// - Parameters:
  ///   - diagnostics: The findings in the file.
  ///   - file: The file that was made of the form.
  ///   - form: The form.
  ///   - texts: The desk's words.
  init(_ diagnostics: [Diagnostic], in file: SubmissionFile, of form: SubmissionForm, texts: Texts) {
    for diagnostic in diagnostics {
      let place = diagnostic.line.flatMap { file.places.field(line: $0, column: diagnostic.column ?? 1) }
      let field = Self.field(of: diagnostic.rule, at: place ?? "submission")
      if Self.isConsequence(diagnostic.rule, field, in: form) { continue }
      all.append(
        Found(
          field: field, severity: diagnostic.severity, message: Self.message(of: diagnostic, texts),
          help: Self.help(of: diagnostic, texts)))
    }
    for (place, development) in form.developments.enumerated() {
      for mark in MarkedText(development.body).unknownMarks {
        all.append(
          Found(
            field: "\(FieldName.development(place))-body", severity: .warning,
            message: texts.text("write-mark-unknown", ["mark": mark]), help: ""))
      }
    }
  }

  /// The findings about a field.
  func about(_ field: String) -> [Found] { all.filter { $0.field == field } }

  /// The fields about which there are findings.
  var fields: Set<String> { Set(all.map(\.field)) }

  /// How many findings of a severity there are.
  func count(_ severity: Severity) -> Int { all.count { $0.severity == severity } }

  /// How many findings there are about a development, by its place from 0.
  func count(inDevelopment place: Int) -> (errors: Int, others: Int) {
    let name = FieldName.development(place)
    let own = all.filter { $0.field == name || $0.field.hasPrefix("\(name)-") }
    let errors = own.count { $0.severity == .error }
    return (errors, own.count - errors)
  }

  /// Some findings stand at the whole development where the form has a part for them.
  private static func field(of rule: String, at place: String) -> String {
    if place.hasSuffix("-language"),
      ["note", "late"].contains(where: { place.hasSuffix("\($0)-language") })
        || place.hasPrefix("contact-")
    {
      return String(place.dropLast("-language".count))
    }
    if rule == "development-repeated", place.hasSuffix("-id") { return place.dropLast("-id".count) + "-headline" }
    guard place.hasPrefix("d"), ItemPath(place)?.steps.isEmpty == true else { return place }
    switch rule {
    case "source-missing": return "\(place)-sources"
    case "stage-outside-period": return "\(place)-stages"
    default: return place
    }
  }

  /// Whether a finding only follows from another one that the form shows.
  private static func isConsequence(_ rule: String, _ field: String, in form: SubmissionForm) -> Bool {
    guard let place = ItemPath(field)?.development, form.developments.indices.contains(place) else { return false }
    let development = form.developments[place]
    switch rule {
    case "text-missing" where field.hasSuffix("-id"): return isBlankText(development.headline.words)
    case "stage-outside-period":
      return development.stages.contains { isBlankText($0.type) != isBlankText($0.date) }
        || development.stages.allSatisfy(\.isBlank)
    default: return false
    }
  }

  private static func message(of diagnostic: Diagnostic, _ texts: Texts) -> String {
    messages[diagnostic.rule].map { texts.text($0) } ?? diagnostic.message
  }

  private static func help(of diagnostic: Diagnostic, _ texts: Texts) -> String {
    helps[diagnostic.rule].map { texts.text($0) } ?? diagnostic.help
  }

  /// What is said of rules whose own sentences speak of XML.
  private static let messages = [
    "text-missing": "write-say-blank", "body-empty": "write-say-blank", "source-missing": "write-say-source",
    "late-needless": "write-say-late",
  ]

  /// How to mend what breaks them in a form.
  private static let helps = [
    "text-missing": "write-mend-blank", "body-empty": "write-mend-body", "kind-unknown": "write-mend-choice",
    "value-unknown": "write-mend-choice", "theme-unknown": "write-mend-theme", "source-missing": "write-mend-source",
    "stage-outside-period": "write-mend-stage", "late-needless": "write-mend-late",
    "date-malformed": "write-mend-date", "submission-early": "write-mend-finished",
    "development-repeated": "write-mend-repeated", "id-reused": "write-mend-id",
    "language-missing": "write-mend-language", "link-malformed": "write-mend-link",
    "date-contradiction": "write-mend-contradiction", "contact-published": "write-mend-contact",
    "theme-repeated": "write-mend-further",
  ]
}
